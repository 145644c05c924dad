package org.alliedregistry.coverage.web;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import org.alliedregistry.coverage.Coverage;
import org.alliedregistry.coverage.Landscape;
import org.alliedregistry.coverage.WorkLimit;
import org.alliedregistry.ledger.web.Archive;
import org.alliedregistry.ledger.web.Costly;
import org.alliedregistry.ledger.web.Recording;
import org.alliedregistry.ledger.web.ViewParameters;
import org.alliedregistry.ledger.web.WorkLimits;
import org.alliedregistry.problem.Query;
import org.alliedregistry.problem.Sent;
import org.alliedregistry.problem.StrictJson;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/v1/coverage/what-if")
@Produces(MediaType.APPLICATION_JSON)
class WhatIfResource {

  private final Archive archive;
  private final Recording recording;
  private final StrictJson json;
  private final Workbook workbook;
  private final WorkLimits limits;
  private final Clock clock;

  WhatIfResource(
      Archive archive,
      Recording recording,
      StrictJson json,
      Workbook workbook,
      WorkLimits limits,
      Clock clock) {
    this.limits = limits;
    this.archive = archive;
    this.workbook = workbook;
    this.recording = recording;
    this.json = json;
    this.clock = clock;
  }

  @POST
  @Costly
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "askWhatIf",
      summary = "What the answer would be if more were pledged, said or met; records nothing")
  @APIResponseSchema(WhatIfView.class)
  public Response whatIf(
      @BeanParam ViewParameters view,
      @BeanParam ThatDayParameters parameters,
      @RestQuery
          @Parameter(
              description = "Whether to add the trace to both answers.",
              schema = @Schema(type = SchemaType.BOOLEAN))
          @Nullable String explain,
      @RequestBodySchema(NewWhatIf.class) InputStream body) {
    Query query = new Query();
    boolean explains = query.flag("explain", explain);
    Asked asked = Asked.of(view, parameters, archive, clock, query);
    Sent<NewWhatIf> sent = json.read(body, NewWhatIf.class);
    return recording.answer(sent, () -> Response.ok(answer(asked, sent, explains)).build());
  }

  private WhatIfView answer(Asked asked, Sent<NewWhatIf> sent, boolean explains) {
    Supposition supposed = Supposition.of(asked, sent);
    Landscape then = supposed.registry().landscape();
    WorkLimit limit = limits.limit();
    return explains
        ? WhatIfView.of(
            asked,
            Coverage.of(asked.question(), asked.registry().landscape(), limit),
            Coverage.of(supposed.question(), then, limit),
            true)
        : WhatIfView.of(
            asked,
            workbook.answer(asked, limit),
            workbook.supposing(asked, supposed.question(), then, limit),
            false);
  }
}
