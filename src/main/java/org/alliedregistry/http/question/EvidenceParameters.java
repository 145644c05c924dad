package org.alliedregistry.http.question;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.http.QueryReader;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The parameters of every read: the grade of evidence, and the instant of the record. */
public class EvidenceParameters {

  @RestQuery
  @Parameter(
      description =
          "The weakest grade of evidence to hear: OFFICIAL (default), REPORTED (the press too) or"
              + " SPECULATIVE.",
      schema = @Schema(implementation = EvidenceGrade.class))
  @Nullable String evidence;

  @RestQuery
  @Parameter(
      description =
          "The answer as it could have been given at this instant (not ahead): only what was"
              + " recorded by then. Without microseconds, all of its millisecond or of its second"
              + " is meant. Default: now. Where no day is asked for, the day of the instant in UTC"
              + " is meant, so that the same question has the same answer forever.",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  @Nullable String knownAt;

  @RestQuery
  @Parameter(
      description =
          "Answer with what others see: PUBLIC (everybody), or COALITION (whoever has a token; only"
              + " for callers who have one). Default: what the caller sees.",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"PUBLIC", "COALITION"}))
  @Nullable String audience;

  @RestQuery
  @Parameter(
      description =
          "A revision, or the id of an event, that the caller has seen: the answer knows at least"
              + " that. A node that does not know it yet waits up to two seconds for it, then"
              + " answers 503 with Retry-After.")
  @Nullable String minRevision;

  /** The lowest revision that may answer, if it is given; else null. */
  @Nullable String minRevision(QueryReader reader) {
    if (minRevision != null && !RegistrySnapshot.isRevision(minRevision)) {
      reader.addViolation("minRevision", "must be the revision of an answer or the id of an event");
      return null;
    }
    return minRevision;
  }

  /** The audience if it is given, else null. */
  @Nullable Audience audience(QueryReader reader) {
    return AudienceParameter.read(audience, reader);
  }

  /** The grade if it is given, else null. */
  public @Nullable EvidenceGrade gradeAsked(QueryReader reader) {
    return reader.code("evidence", evidence, EvidenceGrade.class);
  }

  /** The grade asked for; by default OFFICIAL. */
  public EvidenceGrade grade(QueryReader reader) {
    EvidenceGrade asked = gradeAsked(reader);
    return asked == null ? EvidenceGrade.OFFICIAL : asked;
  }

  /** The instant if it is given, else null. */
  public @Nullable Instant knownAt(QueryReader reader) {
    return reader.instant("knownAt", knownAt);
  }

  /**
   * The day in UTC that is meant where no day is asked for.
   *
   * @param knownAt the instant asked for, if there is one
   */
  protected LocalDate today(@Nullable Instant knownAt, Clock clock) {
    return LocalDate.ofInstant(knownAt == null ? clock.instant() : knownAt, ZoneOffset.UTC);
  }
}
