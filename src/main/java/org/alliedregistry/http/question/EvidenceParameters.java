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
          "The weakest grade of evidence that counts: OFFICIAL (default), REPORTED (also the press)"
              + " or SPECULATIVE.",
      schema = @Schema(implementation = EvidenceGrade.class))
  @Nullable String evidence;

  @RestQuery
  @Parameter(
      description =
          "Use only what was recorded by this instant, which must be in the past. An instant"
              + " without microseconds includes its whole millisecond or second. Default: now. If"
              + " the question has no day, the day of the instant in UTC is used. So the same"
              + " question always has the same answer.",
      schema = @Schema(type = SchemaType.STRING, format = "date-time"))
  @Nullable String knownAt;

  @RestQuery
  @Parameter(
      description =
          "Show only what others see: PUBLIC (everybody) or COALITION (every caller with a token)."
              + " COALITION needs a token. Default: what the caller sees.",
      schema =
          @Schema(
              type = SchemaType.STRING,
              enumeration = {"PUBLIC", "COALITION"}))
  @Nullable String audience;

  @RestQuery
  @Parameter(
      description =
          "A revision, or the id of an event, that the caller has seen. The answer includes at"
              + " least that. A node that does not have it yet waits up to two seconds for it, then"
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
