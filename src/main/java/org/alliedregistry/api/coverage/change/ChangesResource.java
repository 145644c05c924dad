package org.alliedregistry.api.coverage.change;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.alliedregistry.api.coverage.AvailabilityParameters;
import org.alliedregistry.api.coverage.CoverageQueryView;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.coverage.DateRange;
import org.alliedregistry.domain.coverage.change.ChangeHistory;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.http.InstantSerializer;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.http.question.EvidenceParameters;
import org.alliedregistry.http.question.RecordAccess;
import org.alliedregistry.http.question.RecordContext;
import org.alliedregistry.http.read.Costly;
import org.alliedregistry.http.read.WorkLimits;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/v1/coverage/changes")
@Produces(MediaType.APPLICATION_JSON)
class ChangesResource {

  /** Stands for an instant that could not be read. No request can give this value. */
  private static final Instant UNREAD = Instant.parse("-0001-01-01T00:00:00Z");

  private final RecordAccess recordAccess;
  private final WorkLimits limits;

  ChangesResource(RecordAccess recordAccess, WorkLimits limits) {
    this.recordAccess = recordAccess;
    this.limits = limits;
  }

  @GET
  @Costly
  @Operation(
      operationId = "getChanges",
      summary = "Why the answer changed: between two days what was said, or between two instants")
  public ChangesView changes(
      @RestQuery
          @Parameter(
              description =
                  "A day, for what was said after it; or an instant (UTC), for what was recorded"
                      + " after it.",
              example = "2025-09-01",
              required = true)
          @Nullable String from,
      @RestQuery
          @Parameter(
              description = "A day or an instant as `from` is one, at most 20 years later.",
              example = "2026-01-10",
              required = true)
          @Nullable String to,
      @RestQuery
          @Parameter(
              description =
                  "Between two instants: the day that is asked about. Default: that of `to`. Not"
                      + " with two days, which it would contradict.",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String validAt,
      @BeanParam EvidenceParameters evidence,
      @BeanParam AvailabilityParameters parameters) {
    QueryReader reader = new QueryReader();
    LocalDate day = reader.date("validAt", validAt);
    return isInstant(from) || isInstant(to)
        ? recorded(from, to, day, evidence, parameters, reader)
        : said(from, to, day, evidence, parameters, reader);
  }

  private static boolean isInstant(@Nullable String text) {
    return text != null && (text.contains("T") || text.contains("t"));
  }

  private ChangesView said(
      @Nullable String from,
      @Nullable String to,
      @Nullable LocalDate day,
      EvidenceParameters evidence,
      AvailabilityParameters parameters,
      QueryReader reader) {
    DateRange days = DateRangeParameters.span(from, to, reader);
    if (day != null) {
      reader.addViolation(
          "validAt", "does not go with two days: it goes from one to the other itself");
    }
    RecordContext context = recordAccess.context(evidence, reader);
    RegistrySnapshot registry = context.registry();
    CoverageQuery question =
        parameters.question(
            registry,
            new AsOf(days.to(), evidence.grade(reader)),
            parameters.availableOn(reader),
            reader);
    return ChangesView.of(
        days.from().toString(),
        days.to().toString(),
        CoverageQueryView.of(question, context).throughDays(),
        registry.revision(),
        ChangeHistory.said(registry, days).betweenDays(question, days, limits.limit()));
  }

  private ChangesView recorded(
      @Nullable String from,
      @Nullable String to,
      @Nullable LocalDate day,
      EvidenceParameters evidence,
      AvailabilityParameters parameters,
      QueryReader reader) {
    Instant first = instant("from", from, reader);
    Instant last = instant("to", to, reader);
    refuseWrongOrder(first, last, reader);
    RecordContext context = recordAccess.context(evidence, reader);
    if (context.knownAt() != null) {
      reader.addViolation("knownAt", "does not go with two instants: they say when it was known");
    }
    RegistrySnapshot start = recordAccess.known("from", first, context.audience(), reader);
    RegistrySnapshot end = recordAccess.known("to", last, context.audience(), reader);
    AsOf viewpoint =
        new AsOf(
            day == null ? LocalDate.ofInstant(last, ZoneOffset.UTC) : day, evidence.grade(reader));
    CoverageQuery question =
        parameters.question(end, viewpoint, parameters.availableOn(reader), reader);
    Optional<String> latest = parameters.latestOf();
    Baseline measured =
        latest.isEmpty() ? question.baseline() : start.baseline(latest.get()).orElse(null);
    return ChangesView.of(
        InstantSerializer.text(first),
        InstantSerializer.text(last),
        CoverageQueryView.of(question, context),
        end.revision(),
        ChangeHistory.recorded(start, end, latest)
            .betweenEntries(question, measured, limits.limit()));
  }

  private static Instant instant(String name, @Nullable String text, QueryReader reader) {
    DateRangeParameters.refuseMissing(name, text, reader);
    Instant read = reader.instant(name, text);
    return read == null ? UNREAD : read;
  }

  private static void refuseWrongOrder(Instant first, Instant last, QueryReader reader) {
    if (first.equals(UNREAD) || last.equals(UNREAD)) {
      return;
    }
    if (first.isAfter(last)) {
      reader.addViolation("from", "must not be after to");
    }
    if (last.isAfter(
        first.atOffset(ZoneOffset.UTC).plusYears(DateRangeParameters.MAX_YEARS).toInstant())) {
      reader.addViolation("to", DateRangeParameters.TOO_LONG);
    }
  }
}
