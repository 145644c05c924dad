package org.alliedregistry.api.coverage;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.alliedregistry.domain.coverage.Coverage;
import org.alliedregistry.domain.coverage.contribution.WorkLimit;
import org.alliedregistry.domain.record.CoverageInput;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.http.question.AsOfParameters;
import org.alliedregistry.http.question.RecordAccess;
import org.alliedregistry.http.read.Costly;
import org.alliedregistry.http.read.EntityTags;
import org.alliedregistry.http.read.WorkLimits;
import org.alliedregistry.json.ParsedBody;
import org.alliedregistry.json.StrictJson;
import org.alliedregistry.recording.WhatIfRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Answers what-if questions. They record nothing, so an Idempotency-Key has no meaning here and is
 * ignored.
 */
@Path("/v1/coverage/what-if")
@Produces(MediaType.APPLICATION_JSON)
class WhatIfResource {

  private final RecordAccess recordAccess;
  private final EntityTags entityTags;
  private final StrictJson json;
  private final CoverageCache coverageCache;
  private final WorkLimits limits;

  WhatIfResource(
      RecordAccess recordAccess,
      EntityTags entityTags,
      StrictJson json,
      CoverageCache coverageCache,
      WorkLimits limits) {
    this.limits = limits;
    this.recordAccess = recordAccess;
    this.coverageCache = coverageCache;
    this.entityTags = entityTags;
    this.json = json;
  }

  @POST
  @Costly
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "askWhatIf",
      summary = "The answer if more were pledged, said or met. Nothing is recorded",
      description =
          "It records nothing, so a request can be repeated at any time. An Idempotency-Key is"
              + " ignored.")
  @APIResponseSchema(WhatIfView.class)
  public Response whatIf(
      @BeanParam AsOfParameters view,
      @BeanParam AvailabilityParameters parameters,
      @RestQuery
          @Parameter(
              description = "Whether to add the trace to both answers.",
              schema = @Schema(type = SchemaType.BOOLEAN))
          @Nullable String explain,
      @RequestBodySchema(WhatIfRequest.class) InputStream body) {
    QueryReader reader = new QueryReader();
    boolean explains = reader.bool("explain", explain);
    CoverageRequest asked = CoverageRequest.of(view, parameters, recordAccess, reader);
    ParsedBody<WhatIfRequest> sent = json.read(body, WhatIfRequest.class);
    byte[] answer = entityTags.bytes(answer(asked, sent, explains));
    return Response.ok(answer, EntityTags.JSON).build();
  }

  private WhatIfView answer(
      CoverageRequest asked, ParsedBody<WhatIfRequest> sent, boolean explains) {
    WhatIfScenario supposed = WhatIfScenario.of(asked, sent);
    CoverageInput then = supposed.registry().coverageInput();
    WorkLimit limit = limits.limit();
    return explains
        ? WhatIfView.of(
            asked,
            Coverage.of(asked.question(), asked.registry().coverageInput(), limit),
            Coverage.of(supposed.question(), then, limit),
            true)
        : WhatIfView.of(
            asked,
            coverageCache.answer(asked, limit),
            coverageCache.withHypothetical(asked, supposed.question(), then, limit),
            false);
  }
}
