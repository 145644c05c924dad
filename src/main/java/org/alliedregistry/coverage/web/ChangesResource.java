package org.alliedregistry.coverage.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.alliedregistry.baseline.Baseline;
import org.alliedregistry.coverage.CoverageQuery;
import org.alliedregistry.coverage.Span;
import org.alliedregistry.ledger.web.Archive;
import org.alliedregistry.ledger.web.ViewParameters;
import org.alliedregistry.problem.Query;
import org.alliedregistry.reference.Viewpoint;
import org.alliedregistry.registry.Registry;
import org.alliedregistry.registry.Retelling;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/v1/coverage/changes")
@Produces(MediaType.APPLICATION_JSON)
class ChangesResource {

  private final Archive archive;

  ChangesResource(Archive archive) {
    this.archive = archive;
  }

  @GET
  @Operation(
      operationId = "getChanges",
      summary = "Why the answer changed: between two days what was said, or between two instants")
  public ChangesView changes(
      @RestQuery
          @Parameter(
              description =
                  "A day, for what was said after it; or an instant (UTC), for what was recorded"
                      + " after it. Must be given.",
              example = "2025-09-01")
          @Nullable String from,
      @RestQuery
          @Parameter(
              description =
                  "A day or an instant as `from` is one, at most 20 years later. Must be given.",
              example = "2026-01-10")
          @Nullable String to,
      @BeanParam ViewParameters view,
      @BeanParam ThatDayParameters parameters) {
    Query query = new Query();
    return isInstant(from) || isInstant(to)
        ? recorded(from, to, view, parameters, query)
        : said(from, to, view, parameters, query);
  }

  private static boolean isInstant(@Nullable String text) {
    return text != null && text.contains("T");
  }

  private ChangesView said(
      @Nullable String from,
      @Nullable String to,
      ViewParameters view,
      ThatDayParameters parameters,
      Query query) {
    Span days = SpanParameters.span(from, to, query);
    if (view.dayAsked(query) != null) {
      query.fault("validAt", "does not go with two days: it goes from one to the other itself");
    }
    Registry registry = archive.registry(view, query);
    CoverageQuery question =
        parameters.question(
            registry,
            new Viewpoint(days.to(), view.grade(query)),
            parameters.availableOn(query),
            query);
    return ChangesView.of(
        days.from().toString(),
        days.to().toString(),
        QuestionView.of(question, view.knownAt(query)).throughDays(),
        registry.revision(),
        Retelling.said(registry, days).betweenDays(question, days));
  }

  private ChangesView recorded(
      @Nullable String from,
      @Nullable String to,
      ViewParameters view,
      ThatDayParameters parameters,
      Query query) {
    Instant first = instant("from", from, query);
    Instant last = instant("to", to, query);
    refuseWrongOrder(first, last, query);
    if (view.knownAt(query) != null) {
      query.fault("knownAt", "does not go with two instants: they say when it was known");
    }
    Registry start = archive.known("from", first, query);
    Registry end = archive.known("to", last, query);
    LocalDate day = view.dayAsked(query);
    Viewpoint viewpoint =
        new Viewpoint(
            day == null ? LocalDate.ofInstant(last, ZoneOffset.UTC) : day, view.grade(query));
    CoverageQuery question =
        parameters.question(end, viewpoint, parameters.availableOn(query), query);
    Optional<String> latest = parameters.latestOf();
    Baseline measured =
        latest.isEmpty() ? question.baseline() : start.baseline(latest.get()).orElse(null);
    return ChangesView.of(
        first.toString(),
        last.toString(),
        QuestionView.of(question, null),
        end.revision(),
        Retelling.recorded(start, end, latest).betweenEntries(question, measured));
  }

  private static Instant instant(String name, @Nullable String text, Query query) {
    SpanParameters.refuseMissing(name, text, query);
    Instant read = query.instant(name, text);
    return read == null ? Instant.EPOCH : read;
  }

  private static void refuseWrongOrder(Instant first, Instant last, Query query) {
    if (first.equals(Instant.EPOCH) || last.equals(Instant.EPOCH)) {
      return;
    }
    if (first.isAfter(last)) {
      query.fault("from", "must not be after to");
    }
    if (last.isAfter(
        first.atOffset(ZoneOffset.UTC).plusYears(SpanParameters.MOST_YEARS).toInstant())) {
      query.fault("to", SpanParameters.TOO_LONG);
    }
  }
}
