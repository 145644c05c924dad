package org.alliedregistry.coverage.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.alliedregistry.coverage.CoverageQuery;
import org.alliedregistry.coverage.Span;
import org.alliedregistry.coverage.Timeline;
import org.alliedregistry.ledger.web.Archive;
import org.alliedregistry.ledger.web.Costly;
import org.alliedregistry.ledger.web.HeardParameters;
import org.alliedregistry.ledger.web.ViewParameters;
import org.alliedregistry.ledger.web.WorkLimits;
import org.alliedregistry.problem.Query;
import org.alliedregistry.reference.Viewpoint;
import org.alliedregistry.registry.Registry;
import org.alliedregistry.registry.Retelling;
import org.eclipse.microprofile.openapi.annotations.Operation;

@Path("/v1/coverage")
@Produces(MediaType.APPLICATION_JSON)
class TimelineResource {

  private final Archive archive;
  private final WorkLimits limits;
  private final Clock clock;

  TimelineResource(Archive archive, WorkLimits limits, Clock clock) {
    this.archive = archive;
    this.limits = limits;
    this.clock = clock;
  }

  @GET
  @Costly
  @Path("timeline")
  @Operation(
      operationId = "getTimeline",
      summary = "Who is there when: coverage on each day of a span, by what stands at validAt")
  public ThroughTimeView timeline(
      @BeanParam SpanParameters span,
      @BeanParam ViewParameters view,
      @BeanParam QuestionParameters parameters) {
    Query query = new Query();
    Span days = span.span(query);
    Registry registry = archive.registry(view, query);
    Viewpoint from = view.viewpoint(query, clock);
    CoverageQuery question = parameters.question(registry, from, null, query);
    return ThroughTimeView.of(
        days,
        QuestionView.of(question, view.knownAt(query), archive.audience(view, query)),
        registry.revision(),
        Timeline.of(question, days, registry.landscape(), limits.limit()).courses());
  }

  @GET
  @Costly
  @Path("history")
  @Operation(
      operationId = "getHistory",
      summary = "What stood pledged when: coverage by what was said until each day of a span")
  public ThroughTimeView history(
      @BeanParam SpanParameters span,
      @BeanParam HeardParameters heard,
      @BeanParam ThatDayParameters parameters) {
    Query query = new Query();
    Span days = span.span(query);
    Registry registry = archive.registry(heard, query);
    Viewpoint last = new Viewpoint(days.to(), heard.grade(query));
    CoverageQuery question =
        parameters.question(registry, last, parameters.availableOn(query), query);
    return ThroughTimeView.of(
        days,
        QuestionView.of(question, heard.knownAt(query), archive.audience(heard, query))
            .throughDays(),
        registry.revision(),
        Retelling.said(registry, days).history(question, days, limits.limit()));
  }
}
