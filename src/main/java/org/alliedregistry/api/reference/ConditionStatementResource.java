package org.alliedregistry.api.reference;

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
import java.util.UUID;
import org.alliedregistry.domain.record.ConditionRecord;
import org.alliedregistry.domain.record.Recorded;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.ConditionStatement;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.http.TableFormat;
import org.alliedregistry.http.page.HistoryTag;
import org.alliedregistry.http.page.ListParameters;
import org.alliedregistry.http.page.Pagination;
import org.alliedregistry.http.question.AsOfParameters;
import org.alliedregistry.http.question.RecordAccess;
import org.alliedregistry.http.read.CachedAnswers;
import org.alliedregistry.http.read.Costly;
import org.alliedregistry.http.read.StatementHistory;
import org.alliedregistry.http.write.WriteOperations;
import org.alliedregistry.json.ParsedBody;
import org.alliedregistry.json.StrictJson;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.recording.reference.AddConditionStatement;
import org.alliedregistry.recording.reference.ConditionLookup;
import org.alliedregistry.recording.reference.NewConditionStatement;
import org.alliedregistry.security.token.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@CachedAnswers
@Path("/v1/conditions/{code}/statements")
@Produces(MediaType.APPLICATION_JSON)
class ConditionStatementResource {

  /** A page of statements on one condition. */
  @Schema(name = "ConditionStatementPage")
  public record Page(
      List<ConditionStatementView> items,
      @Schema(description = "The path of the next page. Null on the last page.")
          @Nullable String next) {}

  private final RecordAccess recordAccess;
  private final Pagination pages;
  private final WriteOperations recording;
  private final StrictJson json;

  ConditionStatementResource(
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
  @Costly
  @Operation(
      operationId = "listConditionStatements",
      summary = "The statements on a condition, in order of recording")
  @APIResponseSchema(Page.class)
  public Response list(@RestPath String code, @BeanParam ListParameters parameters) {
    QueryReader reader = new QueryReader();
    StatementHistory<ConditionStatement> history =
        history(recordAccess.context(parameters, reader).registry(), code);
    StatementCriteria asked = StatementCriteria.of(parameters, reader);
    return pages.history(
        parameters,
        reader,
        ConditionStatementView.class,
        history,
        s -> asked.keeps(s.attribution()),
        statement -> ConditionStatementView.of(code, statement),
        Page::new);
  }

  @GET
  @Path("{statement}")
  @Operation(operationId = "getConditionStatement", summary = "One statement on a condition")
  public ConditionStatementView get(
      @RestPath String code, @RestPath String statement, @BeanParam AsOfParameters parameters) {
    QueryReader reader = new QueryReader();
    StatementCriteria.of(parameters, reader);
    RegistrySnapshot registry = recordAccess.context(parameters, reader).registry();
    reader.refuseIfInvalid();
    return view(registry, code, statement);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.SECRETARIAT, Role.DELEGATE})
  @Operation(
      operationId = "addConditionStatement",
      summary = "Record that a condition is met, failed or open again")
  @APIResponseSchema(value = ConditionStatementView.class, responseCode = "201")
  public Response post(
      @RestPath String code, @RequestBodySchema(NewConditionStatement.class) InputStream body) {
    ConditionLookup.in(
        recordAccess.current(registry -> registry.condition(code).isPresent()), code);
    ParsedBody<NewConditionStatement> sent = json.read(body, NewConditionStatement.class);
    String id = UUID.randomUUID().toString();
    HistoryTag listTag = pages.historyTag();
    return recording.append(
        sent,
        "/v1/conditions/" + code + "/statements/" + id,
        registry -> listTag.of(history(registry, code)),
        new AddConditionStatement(recording.author(), code, sent, id),
        registry -> view(registry, code, id));
  }

  private static StatementHistory<ConditionStatement> history(
      RegistrySnapshot registry, String code) {
    ConditionRecord condition = ConditionLookup.in(registry, code);
    return new StatementHistory<>(condition.versions().first(), condition.statements());
  }

  private static ConditionStatementView view(RegistrySnapshot registry, String code, String id) {
    Recorded<ConditionStatement> statement =
        ConditionLookup.in(registry, code)
            .statement(id)
            .orElseThrow(() -> ProblemException.notFound("No such statement on " + code + "."));
    return ConditionStatementView.of(code, statement);
  }
}
