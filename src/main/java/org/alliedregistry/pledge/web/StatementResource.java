package org.alliedregistry.pledge.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.alliedregistry.access.Role;
import org.alliedregistry.ledger.web.Archive;
import org.alliedregistry.ledger.web.Costly;
import org.alliedregistry.ledger.web.ListParameters;
import org.alliedregistry.ledger.web.Pages;
import org.alliedregistry.ledger.web.Recording;
import org.alliedregistry.ledger.web.Told;
import org.alliedregistry.ledger.web.ViewParameters;
import org.alliedregistry.pledge.Statement;
import org.alliedregistry.problem.Query;
import org.alliedregistry.problem.Refusal;
import org.alliedregistry.problem.Sent;
import org.alliedregistry.problem.StrictJson;
import org.alliedregistry.reference.web.SaidFilter;
import org.alliedregistry.registry.PledgeFile;
import org.alliedregistry.registry.Registry;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/v1/pledges/{id}/statements")
@Produces(MediaType.APPLICATION_JSON)
class StatementResource {

  /** A page of statements on one pledge. */
  @Schema(name = "StatementPage")
  public record Page(
      List<StatementView> items,
      @Schema(description = "The path of the next page; null on the last.")
          @Nullable String next) {}

  private final Archive archive;
  private final Pages pages;
  private final Recording recording;
  private final StrictJson json;

  StatementResource(Archive archive, Pages pages, Recording recording, StrictJson json) {
    this.archive = archive;
    this.pages = pages;
    this.recording = recording;
    this.json = json;
  }

  @GET
  @Costly
  @Operation(
      operationId = "listStatements",
      summary = "The history of a pledge: everything said, in order of recording")
  @APIResponseSchema(Page.class)
  public Response list(@RestPath String id, @BeanParam ListParameters parameters) {
    Query query = new Query();
    Told<Statement> told = told(archive.registry(parameters, query), id);
    SaidFilter asked = SaidFilter.of(parameters, query);
    return pages.history(
        parameters, query, told, s -> asked.keeps(s.said()), StatementView::of, Page::new);
  }

  @GET
  @Path("{statement}")
  @Operation(operationId = "getStatement", summary = "One statement as recorded")
  public StatementView get(
      @RestPath String id, @RestPath String statement, @BeanParam ViewParameters parameters) {
    Query query = new Query();
    SaidFilter.of(parameters, query);
    Registry now = archive.registry(parameters, query);
    query.refuseIfFaulty();
    return view(now, id, statement);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.SECRETARIAT, Role.DELEGATE})
  @Operation(
      operationId = "addStatement",
      summary = "Record the next thing said of a pledge, or correct a recording error")
  @APIResponseSchema(value = StatementView.class, responseCode = "201")
  public Response post(
      @RestPath String id, @RequestBodySchema(NewStatement.class) InputStream body) {
    recording.caller().refuseUnlessLed(KnownPledge.in(archive, id).pledge().allies());
    Sent<NewStatement> sent = json.read(body, NewStatement.class);
    String statement = UUID.randomUUID().toString();
    return recording.append(
        sent,
        "/v1/pledges/" + id + "/statements/" + statement,
        now -> pages.plainTag(told(now, id)),
        now -> {
          PledgeFile file = KnownPledge.in(now, id);
          Optional.ofNullable(sent.body().corrects())
              .flatMap(file::statement)
              .ifPresent(target -> recording.caller().refuseUnlessRecorder(target.stamp().by()));
          return StatementIntake.append(now, file, sent, statement);
        },
        now -> view(now, id, statement));
  }

  private static Told<Statement> told(Registry now, String id) {
    PledgeFile file = KnownPledge.in(now, id);
    return new Told<>(file.history().first(), file.statements());
  }

  private static StatementView view(Registry now, String id, String statement) {
    return KnownPledge.in(now, id)
        .statement(statement)
        .map(StatementView::of)
        .orElseThrow(() -> Refusal.notFound("No such statement of this pledge."));
  }
}
