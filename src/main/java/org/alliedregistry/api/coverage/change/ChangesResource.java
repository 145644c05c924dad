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
import org.alliedregistry.http.read.CachedAnswers;
import org.alliedregistry.http.read.Costly;
import org.alliedregistry.http.read.WorkLimits;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@CachedAnswers
@Path("/v1/coverage/changes")
@Produces(MediaType.APPLICATION_JSON)
class ChangesResource {

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
      summary = "Why the answer changed between two days or between two instants")
  public ChangesView changes(
      @RestQuery
          @Parameter(
              description =
                  "A day, for what was said after it. Or an instant (UTC), for what was recorded"
                      + " after it.",
              example = "2025-09-01",
              required = true)
          @Nullable String from,
      @RestQuery
          @Parameter(
              description =
                  "A day if `from` is a day, an instant if `from` is an instant. At most 20 years"
                      + " after `from`.",
              example = "2026-01-10",
              required = true)
          @Nullable String to,
      @RestQuery
          @Parameter(
              description =
                  "The day of the question. Only with two instants. Default: the day of `to`.",
              schema = @Schema(type = SchemaType.STRING, format = "date"))
          @Nullable String validAt,
      @BeanParam EvidenceParameters evidence,
      @BeanParam AvailabilityParameters parameters) {
    QueryReader reader = new QueryReader();
    LocalDate day = reader.date("validAt", validAt);
    ChangePeriod period = ChangePeriod.of(from, to, reader);
    if (period instanceof ChangePeriod.Days days) {
      return said(days.range(), day, evidence, parameters, reader);
    }
    return recorded((ChangePeriod.Instants) period, day, evidence, parameters, reader);
  }

  private ChangesView said(
      DateRange days,
      @Nullable LocalDate day,
      EvidenceParameters evidence,
      AvailabilityParameters parameters,
      QueryReader reader) {
    if (day != null) {
      reader.addViolation("validAt", "cannot be combined with two days. Leave it out");
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
        question.baseline(),
        ChangeHistory.said(registry, days).ofBaseline(question, days, limits.limit()));
  }

  private ChangesView recorded(
      ChangePeriod.Instants period,
      @Nullable LocalDate day,
      EvidenceParameters evidence,
      AvailabilityParameters parameters,
      QueryReader reader) {
    Instant first = period.from();
    Instant last = period.to();
    if (evidence.knownAt(reader) != null) {
      reader.addViolation(
          "knownAt",
          "cannot be combined with two instants; they already set what was known. Leave it out");
    }
    RecordContext context = recordAccess.context(evidence, reader);
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
        question.baseline(),
        ChangeHistory.recorded(start, end, latest)
            .betweenEntries(question, measured, limits.limit()));
  }
}
