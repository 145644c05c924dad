package org.alliedregistry.reference.web;

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
import java.time.Clock;
import java.util.List;
import org.alliedregistry.access.Role;
import org.alliedregistry.ledger.web.Archive;
import org.alliedregistry.ledger.web.ListParameters;
import org.alliedregistry.ledger.web.Pages;
import org.alliedregistry.ledger.web.Recording;
import org.alliedregistry.ledger.web.ViewParameters;
import org.alliedregistry.problem.Query;
import org.alliedregistry.problem.Sent;
import org.alliedregistry.problem.StrictJson;
import org.alliedregistry.reference.Viewpoint;
import org.alliedregistry.registry.ConditionRecord;
import org.alliedregistry.registry.Content;
import org.alliedregistry.registry.Registry;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/v1/conditions")
@Produces(MediaType.APPLICATION_JSON)
class ConditionResource {

  /** A page of conditions. */
  @Schema(name = "ConditionPage")
  public record Page(
      List<ConditionView> items,
      @Schema(description = "The path of the next page; null on the last.")
          @Nullable String next) {}

  private final Archive archive;
  private final Pages pages;
  private final Recording recording;
  private final StrictJson json;
  private final Clock clock;

  ConditionResource(
      Archive archive, Pages pages, Recording recording, StrictJson json, Clock clock) {
    this.archive = archive;
    this.pages = pages;
    this.recording = recording;
    this.json = json;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listConditions",
      summary = "All conditions and where they stand, by code")
  @APIResponseSchema(Page.class)
  public Response list(@BeanParam ListParameters parameters) {
    Query query = new Query();
    Viewpoint view = parameters.viewpoint(query, clock);
    return pages.page(
        parameters,
        query,
        now -> List.copyOf(now.conditions().values()),
        (now, condition) -> ConditionView.of(condition, view),
        Page::new);
  }

  @GET
  @Path("{code}")
  @Operation(operationId = "getCondition", summary = "One condition and where it stands")
  public ConditionView get(@RestPath String code, @BeanParam ViewParameters parameters) {
    Query query = new Query();
    Viewpoint view = parameters.viewpoint(query, clock);
    Registry now = archive.registry(parameters, query);
    query.refuseIfFaulty();
    return ConditionView.of(KnownCondition.in(now, code), view);
  }

  @PUT
  @Path("{code}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.SECRETARIAT)
  @Operation(operationId = "putCondition", summary = "Describe a condition")
  @APIResponseSchema(ConditionView.class)
  public Response put(
      @RestPath String code, @RequestBodySchema(ConditionBody.class) InputStream body) {
    Sent<ConditionBody> sent = json.read(body, ConditionBody.class);
    Viewpoint today = new ViewParameters().viewpoint(new Query(), clock);
    return recording.put(
        now -> now.condition(code).map(ConditionRecord::condition),
        now -> InUse.keepingWhose(sent.body().toCondition(code, sent.faultsSoFar()), now),
        Content.ConditionVersion::new,
        now -> ConditionView.of(KnownCondition.in(now, code), today));
  }
}
