package org.alliedregistry.api.coverage.change;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.alliedregistry.api.coverage.AvailabilityParameters;
import org.alliedregistry.api.coverage.CoverageParameters;
import org.alliedregistry.api.coverage.CoverageQueryView;
import org.alliedregistry.domain.coverage.DateRange;
import org.alliedregistry.domain.coverage.change.ChangeHistory;
import org.alliedregistry.domain.coverage.change.ChangeSequence;
import org.alliedregistry.domain.coverage.change.Timeline;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.coverage.contribution.WorkLimit;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.http.question.AsOfParameters;
import org.alliedregistry.http.question.EvidenceParameters;
import org.alliedregistry.http.question.RecordAccess;
import org.alliedregistry.http.question.RecordContext;
import org.alliedregistry.http.read.CachedAnswers;
import org.alliedregistry.http.read.Costly;
import org.alliedregistry.http.read.WorkLimits;
import org.eclipse.microprofile.openapi.annotations.Operation;

@CachedAnswers
@Path("/v1/coverage")
@Produces(MediaType.APPLICATION_JSON)
class TimelineResource {

  private final RecordAccess recordAccess;
  private final WorkLimits limits;

  TimelineResource(RecordAccess recordAccess, WorkLimits limits) {
    this.recordAccess = recordAccess;
    this.limits = limits;
  }

  @GET
  @Costly
  @Path("timeline")
  @Operation(
      operationId = "getTimeline",
      summary = "Coverage on each day of a period, by the terms at validAt")
  public CoverageTimelineView timeline(
      @BeanParam DateRangeParameters span,
      @BeanParam AsOfParameters view,
      @BeanParam CoverageParameters parameters) {
    QueryReader reader = new QueryReader();
    DateRange days = span.span(reader);
    RecordContext context = recordAccess.context(view, reader);
    RegistrySnapshot registry = context.registry();
    AsOf from = view.viewpoint(reader, context);
    CoverageQuery question = parameters.question(registry, from, null, reader);
    Timeline timeline = Timeline.of(question, days, registry.coverageInput(), limits.limit());
    return CoverageTimelineView.of(
        days,
        CoverageQueryView.of(question, context),
        registry.revision(),
        RequirementTimelineView.of(
            question.baseline(), timeline.requirements(), timeline.milestones()));
  }

  @GET
  @Costly
  @Path("history")
  @Operation(
      operationId = "getHistory",
      summary = "Coverage on each day of a period, by what was said until that day")
  public CoverageTimelineView history(
      @BeanParam DateRangeParameters span,
      @BeanParam EvidenceParameters evidence,
      @BeanParam AvailabilityParameters parameters) {
    QueryReader reader = new QueryReader();
    DateRange days = span.span(reader);
    RecordContext context = recordAccess.context(evidence, reader);
    RegistrySnapshot registry = context.registry();
    AsOf last = new AsOf(days.to(), evidence.grade(reader));
    CoverageQuery question =
        parameters.question(registry, last, parameters.availableOn(reader), reader);
    ChangeSequence said = ChangeHistory.said(registry, days);
    WorkLimit limit = limits.limit();
    return CoverageTimelineView.of(
        days,
        CoverageQueryView.of(question, context).throughDays(),
        registry.revision(),
        RequirementTimelineView.of(
            question.baseline(),
            said.history(question, days, limit),
            said.milestoneHistory(question, days, limit)));
  }
}
