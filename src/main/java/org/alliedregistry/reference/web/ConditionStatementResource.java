package org.alliedregistry.reference.web;

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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.alliedregistry.access.Caller;
import org.alliedregistry.access.Role;
import org.alliedregistry.ledger.web.Archive;
import org.alliedregistry.ledger.web.Costly;
import org.alliedregistry.ledger.web.ListParameters;
import org.alliedregistry.ledger.web.Pages;
import org.alliedregistry.ledger.web.Recording;
import org.alliedregistry.ledger.web.Told;
import org.alliedregistry.ledger.web.ViewParameters;
import org.alliedregistry.problem.Faults;
import org.alliedregistry.problem.Query;
import org.alliedregistry.problem.Refusal;
import org.alliedregistry.problem.Sent;
import org.alliedregistry.problem.StrictJson;
import org.alliedregistry.reference.Attribution;
import org.alliedregistry.reference.ConditionStatement;
import org.alliedregistry.reference.Releasability;
import org.alliedregistry.registry.ConditionRecord;
import org.alliedregistry.registry.Content;
import org.alliedregistry.registry.Registry;
import org.alliedregistry.registry.Stamped;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/v1/conditions/{code}/statements")
@Produces(MediaType.APPLICATION_JSON)
class ConditionStatementResource {

  /** A page of statements on one condition. */
  @Schema(name = "ConditionStatementPage")
  public record Page(
      List<ConditionStatementView> items,
      @Schema(description = "The path of the next page; null on the last.")
          @Nullable String next) {}

  private final Archive archive;
  private final Pages pages;
  private final Recording recording;
  private final StrictJson json;

  ConditionStatementResource(Archive archive, Pages pages, Recording recording, StrictJson json) {
    this.archive = archive;
    this.pages = pages;
    this.recording = recording;
    this.json = json;
  }

  @GET
  @Costly
  @Operation(
      operationId = "listConditionStatements",
      summary = "What was said of a condition, in order of recording")
  @APIResponseSchema(Page.class)
  public Response list(@RestPath String code, @BeanParam ListParameters parameters) {
    Query query = new Query();
    Told<ConditionStatement> told = told(archive.registry(parameters, query), code);
    SaidFilter asked = SaidFilter.of(parameters, query);
    return pages.history(
        parameters,
        query,
        told,
        s -> asked.keeps(s.said()),
        said -> ConditionStatementView.of(code, said),
        Page::new);
  }

  @GET
  @Path("{statement}")
  @Operation(operationId = "getConditionStatement", summary = "One statement on a condition")
  public ConditionStatementView get(
      @RestPath String code, @RestPath String statement, @BeanParam ViewParameters parameters) {
    Query query = new Query();
    SaidFilter.of(parameters, query);
    Registry now = archive.registry(parameters, query);
    query.refuseIfFaulty();
    return view(now, code, statement);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.SECRETARIAT, Role.DELEGATE})
  @Operation(
      operationId = "addConditionStatement",
      summary = "Record that a condition is met, failed or open again, on somebody's word")
  @APIResponseSchema(value = ConditionStatementView.class, responseCode = "201")
  public Response post(
      @RestPath String code, @RequestBodySchema(NewConditionStatement.class) InputStream body) {
    KnownCondition.in(archive.now(now -> now.condition(code).isPresent()), code);
    Sent<NewConditionStatement> sent = json.read(body, NewConditionStatement.class);
    String id = UUID.randomUUID().toString();
    return recording.append(
        sent,
        "/v1/conditions/" + code + "/statements/" + id,
        now -> pages.plainTag(told(now, code)),
        now ->
            List.of(
                new Content.ConditionSaid(code, decide(now, code, id, sent, recording.caller()))),
        now -> view(now, code, id));
  }

  private static Told<ConditionStatement> told(Registry now, String code) {
    ConditionRecord condition = KnownCondition.in(now, code);
    return new Told<>(condition.history().first(), condition.statements());
  }

  private static ConditionStatement decide(
      Registry now, String code, String id, Sent<NewConditionStatement> sent, Caller caller) {
    ConditionRecord condition = KnownCondition.in(now, code);
    caller.refuseUnlessOwn(sent.body().ally());
    Optional<Stamped<ConditionStatement>> corrected =
        Optional.ofNullable(sent.body().corrects()).flatMap(condition::statement);
    corrected.ifPresent(target -> caller.refuseUnlessRecorder(target.stamp().by()));
    Faults faults = sent.faultsSoFar();
    Attribution target =
        Corrections.target(sent.body().corrects(), condition.file().recorded(), "", faults);
    ConditionStatement statement =
        sent.body().toStatement(id, condition.condition(), target, now.allies().keySet(), faults);
    if (statement != null && statement.said().releasability() == Releasability.ALLIES_ONLY) {
      refuseHidingFromItsAlly(statement, corrected.map(Stamped::value), faults);
    }
    faults.refuseIfAny(Refusal::ofBody);
    return Objects.requireNonNull(statement);
  }

  /** What is for its ally only names that ally, and corrects only what that ally saw. */
  private static void refuseHidingFromItsAlly(
      ConditionStatement statement, Optional<ConditionStatement> corrected, Faults faults) {
    faults.addIf(
        statement.ally() == null, "/releasability", "ALLIES_ONLY goes with an ally: name it");
    faults.addIf(
        corrected.filter(s -> !Objects.equals(s.ally(), statement.ally())).isPresent(),
        "/releasability",
        "ALLIES_ONLY would hide the correction from those who saw what it corrects: keep its ally,"
            + " or void it and record another");
  }

  private static ConditionStatementView view(Registry now, String code, String id) {
    Stamped<ConditionStatement> statement =
        KnownCondition.in(now, code)
            .statement(id)
            .orElseThrow(() -> Refusal.notFound("No such statement on " + code + "."));
    return ConditionStatementView.of(code, statement);
  }
}
