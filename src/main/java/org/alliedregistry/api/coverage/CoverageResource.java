package org.alliedregistry.api.coverage;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.alliedregistry.domain.coverage.Coverage;
import org.alliedregistry.domain.coverage.Marginals;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.http.question.AsOfParameters;
import org.alliedregistry.http.question.RecordAccess;
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
@Path("/v1/coverage")
@Produces(MediaType.APPLICATION_JSON)
class CoverageResource {

  private final RecordAccess recordAccess;
  private final CoverageCache coverageCache;
  private final WorkLimits limits;

  CoverageResource(RecordAccess recordAccess, CoverageCache coverageCache, WorkLimits limits) {
    this.recordAccess = recordAccess;
    this.limits = limits;
    this.coverageCache = coverageCache;
  }

  @GET
  @Costly
  @Operation(operationId = "getCoverage", summary = "How far the pledges cover a baseline, and why")
  public CoverageView get(
      @BeanParam AsOfParameters view,
      @BeanParam AvailabilityParameters parameters,
      @RestQuery
          @Parameter(
              description =
                  "Whether to add the trace: for every pledge, the amount that counts and the"
                      + " reasons.",
              schema = @Schema(type = SchemaType.BOOLEAN))
          @Nullable String explain) {
    QueryReader reader = new QueryReader();
    boolean explains = reader.bool("explain", explain);
    CoverageRequest asked = CoverageRequest.of(view, parameters, recordAccess, reader);
    Coverage coverage =
        explains
            ? Coverage.of(asked.question(), asked.registry().coverageInput(), limits.limit())
            : coverageCache.answer(asked, limits.limit());
    return CoverageView.of(coverage, asked, explains);
  }

  @GET
  @Costly
  @Path("marginals")
  @Operation(
      operationId = "getMarginals",
      summary =
          "What is lost without each ally and what each open condition unlocks, the largest first")
  public MarginalsView marginals(
      @BeanParam AsOfParameters view, @BeanParam AvailabilityParameters parameters) {
    CoverageRequest asked = CoverageRequest.of(view, parameters, recordAccess, new QueryReader());
    return MarginalsView.of(
        Marginals.of(asked.question(), asked.registry().coverageInput(), limits.limit()), asked);
  }
}
