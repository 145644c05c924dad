package org.alliedregistry.pledge.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.alliedregistry.access.Role;
import org.alliedregistry.baseline.Baseline;
import org.alliedregistry.ledger.web.Archive;
import org.alliedregistry.ledger.web.BaselineParameters;
import org.alliedregistry.ledger.web.Costly;
import org.alliedregistry.ledger.web.Pages;
import org.alliedregistry.ledger.web.Recording;
import org.alliedregistry.ledger.web.ViewParameters;
import org.alliedregistry.ledger.web.WorkLimits;
import org.alliedregistry.problem.Query;
import org.alliedregistry.problem.Sent;
import org.alliedregistry.problem.StrictJson;
import org.alliedregistry.reference.Viewpoint;
import org.alliedregistry.registry.Content;
import org.alliedregistry.registry.PledgeFile;
import org.alliedregistry.registry.Registry;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/v1/pledges")
@Produces(MediaType.APPLICATION_JSON)
class PledgeResource {

  /** A page of pledges. */
  @Schema(name = "PledgePage")
  public record Page(
      List<PledgeView> items,
      @Schema(description = "The path of the next page; null on the last.")
          @Nullable String next) {}

  private final Archive archive;
  private final Pages pages;
  private final Recording recording;
  private final StrictJson json;
  private final WorkLimits limits;
  private final Clock clock;

  PledgeResource(
      Archive archive,
      Pages pages,
      Recording recording,
      StrictJson json,
      WorkLimits limits,
      Clock clock) {
    this.archive = archive;
    this.limits = limits;
    this.pages = pages;
    this.recording = recording;
    this.json = json;
    this.clock = clock;
  }

  @GET
  @Costly
  @Operation(
      operationId = "listPledges",
      summary = "Pledges and their current terms, by allies, capability, then age")
  @APIResponseSchema(Page.class)
  public Response list(@BeanParam PledgeParameters parameters) {
    Query query = new Query();
    Registry current = archive.registry(parameters, query);
    Viewpoint view = parameters.viewpoint(query, clock);
    Predicate<PledgeFile> identity = parameters.identity(query, current);
    Predicate<TermsView> terms = parameters.terms(query, current);
    BaselineParameters.baseline(parameters.baseline, null, current, query);
    return pages.filtered(
        parameters,
        query,
        then -> then.pledges().ordered(),
        then -> {
          Reading reading = reading(then, view, parameters.baseline).within(limits.limit());
          return file ->
              identity.test(file)
                  ? Optional.of(PledgeView.of(file, reading)).filter(p -> terms.test(p.terms()))
                  : Optional.empty();
        },
        Page::new);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getPledge", summary = "One pledge and its current terms")
  public PledgeView get(
      @RestPath String id,
      @RestQuery
          @Parameter(description = "The baseline whose planning factors convert the amounts.")
          @Nullable String baseline,
      @BeanParam ViewParameters parameters) {
    Query query = new Query();
    Viewpoint view = parameters.viewpoint(query, clock);
    Registry now = archive.registry(parameters, query);
    BaselineParameters.baseline(baseline, null, now, query);
    query.refuseIfFaulty();
    return PledgeView.of(KnownPledge.in(now, id), reading(now, view, baseline));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.SECRETARIAT, Role.DELEGATE})
  @Operation(operationId = "openPledge", summary = "Open a pledge with the first thing said of it")
  @APIResponseSchema(value = PledgeView.class, responseCode = "201")
  public Response post(@RequestBodySchema(NewPledge.class) InputStream body) {
    Sent<NewPledge> sent = json.read(body, NewPledge.class);
    String id = UUID.randomUUID().toString();
    String statement = UUID.randomUUID().toString();
    return recording.post(
        sent,
        "/v1/pledges/" + id,
        now -> {
          recording.caller().refuseUnlessLed(sent.body().alliesNamed());
          Optional.ofNullable(sent.body().partOf())
              .flatMap(now::pledge)
              .ifPresent(whole -> recording.caller().refuseUnlessAmong(whole.pledge().allies()));
          return StatementIntake.open(now, sent, id, statement, recording.caller().name());
        },
        now -> today(now, id));
  }

  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.SECRETARIAT)
  @Operation(
      operationId = "putPledge",
      summary = "Record a new version of title, reference, shares, financedBy and partOf")
  @APIResponseSchema(PledgeView.class)
  public Response put(
      @RestPath String id, @RequestBodySchema(PledgeVersion.class) InputStream body) {
    KnownPledge.in(archive, id);
    Sent<PledgeVersion> sent = json.read(body, PledgeVersion.class);
    return recording.put(
        now -> now.pledge(id).map(PledgeFile::pledge),
        now ->
            new PledgeCheck(now, sent.faultsSoFar())
                .nextVersion(KnownPledge.in(now, id), sent.body()),
        Content.PledgeVersion::new,
        now -> today(now, id));
  }

  private PledgeView today(Registry now, String id) {
    Viewpoint view = new ViewParameters().viewpoint(new Query(), clock);
    return PledgeView.of(KnownPledge.in(now, id), reading(now, view, null));
  }

  private static Reading reading(Registry now, Viewpoint view, @Nullable String baseline) {
    return Reading.of(now, view, now.baseline(baseline == null ? Baseline.DEFAULT : baseline));
  }
}
