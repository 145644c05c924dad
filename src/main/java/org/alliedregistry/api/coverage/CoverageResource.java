package org.alliedregistry.api.coverage;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.alliedregistry.domain.coverage.Coverage;
import org.alliedregistry.domain.coverage.Marginals;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.http.TableFormat;
import org.alliedregistry.http.question.AsOfParameters;
import org.alliedregistry.http.question.RecordAccess;
import org.alliedregistry.http.read.CachedAnswers;
import org.alliedregistry.http.read.Costly;
import org.alliedregistry.http.read.WorkLimits;
import org.alliedregistry.http.table.Tables;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@CachedAnswers
@Path("/v1/coverage")
@Produces(MediaType.APPLICATION_JSON)
class CoverageResource {

  private final RecordAccess recordAccess;
  private final CoverageCache coverageCache;
  private final WorkLimits limits;
  private final Tables tables;

  CoverageResource(
      RecordAccess recordAccess, CoverageCache coverageCache, WorkLimits limits, Tables tables) {
    this.tables = tables;
    this.recordAccess = recordAccess;
    this.limits = limits;
    this.coverageCache = coverageCache;
  }

  @GET
  @Costly
  @Produces({
    MediaType.APPLICATION_JSON,
    TableFormat.TEXT_CSV,
    TableFormat.APPLICATION_NDJSON,
    TableFormat.WORKBOOK
  })
  @Operation(operationId = "getCoverage", summary = "How far the pledges cover a baseline, and why")
  @APIResponseSchema(CoverageView.class)
  public Response get(
      @BeanParam AsOfParameters view,
      @BeanParam AvailabilityParameters parameters,
      @RestQuery
          @Parameter(
              description =
                  "Whether to add the trace: for every pledge, the amount that counts and the"
                      + " reasons.",
              schema = @Schema(type = SchemaType.BOOLEAN))
          @Nullable String explain,
      @RestQuery
          @Parameter(
              description =
                  "The format of the answer. It decides before the header Accept. A table has a row for"
                      + " each requirement, and one for each row of byAlly. An interval without a high"
                      + " has no upper bound."
                      + TableFormat.VALUES,
              schema = @Schema(enumeration = {"json", "csv", "xlsx", "ndjson"}))
          @Nullable String format,
      @Context HttpHeaders headers) {
    QueryReader reader = new QueryReader();
    Optional<TableFormat> table = TableFormat.asked(format, headers, reader);
    boolean explains = reader.bool("explain", explain);
    CoverageRequest asked = CoverageRequest.of(view, parameters, recordAccess, reader);
    Coverage coverage =
        explains
            ? Coverage.of(asked.question(), asked.registry().coverageInput(), limits.limit())
            : coverageCache.answer(asked, limits.limit());
    CoverageView answer = CoverageView.of(coverage, asked, explains);
    return tables.answer(table, "coverage", CoverageView.Row.class, answer.rows(), answer, headers);
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
