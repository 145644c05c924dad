package org.alliedregistry.api.reference;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.alliedregistry.domain.record.ConditionRecord;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.http.TableFormat;
import org.alliedregistry.http.page.ListParameters;
import org.alliedregistry.http.page.Pagination;
import org.alliedregistry.http.question.AsOfParameters;
import org.alliedregistry.http.question.RecordAccess;
import org.alliedregistry.http.question.RecordContext;
import org.alliedregistry.http.read.CachedAnswers;
import org.alliedregistry.http.write.WriteOperations;
import org.alliedregistry.json.ParsedBody;
import org.alliedregistry.json.StrictJson;
import org.alliedregistry.recording.reference.ConditionBody;
import org.alliedregistry.recording.reference.ConditionLookup;
import org.alliedregistry.recording.reference.UsageGuard;
import org.alliedregistry.security.token.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@CachedAnswers
@Path("/v1/conditions")
@Produces(MediaType.APPLICATION_JSON)
class ConditionResource {

  /** A page of conditions. */
  @Schema(name = "ConditionPage")
  public record Page(
      List<ConditionView> items,
      @Schema(description = "The path of the next page. Null on the last page.")
          @Nullable String next) {}

  private final RecordAccess recordAccess;
  private final Pagination pages;
  private final WriteOperations recording;
  private final StrictJson json;

  ConditionResource(
      RecordAccess recordAccess, Pagination pages, WriteOperations recording, StrictJson json) {
    this.recordAccess = recordAccess;
    this.pages = pages;
    this.recording = recording;
    this.json = json;
  }

  @GET
  @Produces({
    MediaType.APPLICATION_JSON,
    TableFormat.TEXT_CSV,
    TableFormat.APPLICATION_NDJSON,
    TableFormat.WORKBOOK
  })
  @Operation(operationId = "listConditions", summary = "All conditions and their states, by code")
  @APIResponseSchema(Page.class)
  public Response list(@BeanParam ListParameters parameters) {
    QueryReader reader = new QueryReader();
    RecordContext context = recordAccess.context(parameters, reader);
    AsOf view = parameters.viewpoint(reader, context);
    return pages.page(
        parameters,
        context,
        reader,
        ConditionView.class,
        registry -> List.copyOf(registry.conditions().values()),
        (registry, condition) -> ConditionView.of(condition, view),
        Page::new);
  }

  @GET
  @Path("{code}")
  @Operation(operationId = "getCondition", summary = "One condition and its state")
  public ConditionView get(@RestPath String code, @BeanParam AsOfParameters parameters) {
    QueryReader reader = new QueryReader();
    RecordContext context = recordAccess.context(parameters, reader);
    AsOf view = parameters.viewpoint(reader, context);
    reader.refuseIfInvalid();
    return ConditionView.of(ConditionLookup.in(context.registry(), code), view);
  }

  @PUT
  @Path("{code}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.SECRETARIAT)
  @Operation(operationId = "putCondition", summary = "Describe a condition")
  @APIResponseSchema(ConditionView.class)
  public Response put(
      @RestPath String code, @RequestBodySchema(ConditionBody.class) InputStream body) {
    ParsedBody<ConditionBody> sent = json.read(body, ConditionBody.class);
    AsOf today = recordAccess.asOfToday();
    return recording.put(
        registry -> registry.condition(code).map(ConditionRecord::condition),
        registry ->
            UsageGuard.keepingPerAlly(sent.body().toCondition(code, sent.faultsSoFar()), registry),
        EntryContent.ConditionVersionRecorded::new,
        registry -> ConditionView.of(ConditionLookup.in(registry, code), today));
  }
}
