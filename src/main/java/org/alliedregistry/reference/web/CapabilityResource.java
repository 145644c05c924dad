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
import org.alliedregistry.problem.Refusal;
import org.alliedregistry.problem.Sent;
import org.alliedregistry.problem.StrictJson;
import org.alliedregistry.problem.Unknown;
import org.alliedregistry.registry.Content;
import org.alliedregistry.registry.Registry;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/v1/capabilities")
@Produces(MediaType.APPLICATION_JSON)
class CapabilityResource {

  /** A page of capabilities. */
  @Schema(name = "CapabilityPage")
  public record Page(
      List<CapabilityView> items,
      @Schema(description = "The path of the next page; null on the last.")
          @Nullable String next) {}

  private final Archive archive;
  private final Pages pages;
  private final Recording recording;
  private final StrictJson json;
  private final Clock clock;

  CapabilityResource(
      Archive archive, Pages pages, Recording recording, StrictJson json, Clock clock) {
    this.archive = archive;
    this.pages = pages;
    this.recording = recording;
    this.json = json;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "listCapabilities",
      summary = "All capabilities and their units, by code")
  @APIResponseSchema(Page.class)
  public Response list(@BeanParam ListParameters parameters) {
    Query query = new Query();
    parameters.viewpoint(query, clock);
    return pages.page(
        parameters,
        query,
        now -> List.copyOf(now.capabilities().values()),
        (now, capability) -> CapabilityView.of(capability.latest()),
        Page::new);
  }

  @GET
  @Path("{code}")
  @Operation(operationId = "getCapability", summary = "One capability and its units")
  public CapabilityView get(@RestPath String code, @BeanParam ViewParameters parameters) {
    Query query = new Query();
    parameters.viewpoint(query, clock);
    Registry now = archive.registry(parameters, query);
    query.refuseIfFaulty();
    return view(now, code);
  }

  @PUT
  @Path("{code}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.SECRETARIAT)
  @Operation(
      operationId = "putCapability",
      summary = "Describe a capability; its unit of account never changes, units in use stay")
  @APIResponseSchema(CapabilityView.class)
  public Response put(
      @RestPath String code, @RequestBodySchema(CapabilityBody.class) InputStream body) {
    Sent<CapabilityBody> sent = json.read(body, CapabilityBody.class);
    return recording.put(
        now -> now.capability(code),
        now -> InUse.keepingUnits(sent.body().toCapability(code, sent.faultsSoFar()), now),
        Content.CapabilityVersion::new,
        now -> view(now, code));
  }

  private static CapabilityView view(Registry now, String code) {
    return now.capability(code)
        .map(CapabilityView::of)
        .orElseThrow(
            () -> Refusal.notFound(Unknown.code(code, "capability", now.capabilities().keySet())));
  }
}
