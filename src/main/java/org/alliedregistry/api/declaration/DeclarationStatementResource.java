package org.alliedregistry.api.declaration;

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
import org.alliedregistry.api.reference.StatementCriteria;
import org.alliedregistry.domain.declaration.DeclarationStatement;
import org.alliedregistry.domain.record.DeclarationRecord;
import org.alliedregistry.domain.record.RegistrySnapshot;
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
import org.alliedregistry.recording.declaration.AddDeclarationStatement;
import org.alliedregistry.recording.declaration.DeclarationLookup;
import org.alliedregistry.recording.declaration.NewDeclarationStatement;
import org.alliedregistry.security.token.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@CachedAnswers
@Path("/v1/declarations/{id}/statements")
@Produces(MediaType.APPLICATION_JSON)
class DeclarationStatementResource {

  /** A page of statements on one declaration. */
  @Schema(name = "DeclarationStatementPage")
  public record Page(
      List<DeclarationStatementView> items,
      @Schema(description = "The path of the next page. Null on the last page.")
          @Nullable String next) {}

  private final RecordAccess recordAccess;
  private final Pagination pages;
  private final WriteOperations recording;
  private final StrictJson json;

  DeclarationStatementResource(
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
      operationId = "listDeclarationStatements",
      summary = "The statements on a declaration, in order of recording")
  @APIResponseSchema(Page.class)
  public Response list(@RestPath String id, @BeanParam ListParameters parameters) {
    QueryReader reader = new QueryReader();
    StatementHistory<DeclarationStatement> history =
        history(recordAccess.context(parameters, reader).registry(), id);
    StatementCriteria asked = StatementCriteria.of(parameters, reader);
    return pages.history(
        parameters,
        reader,
        DeclarationStatementView.class,
        history,
        s -> asked.keeps(s.attribution()),
        DeclarationStatementView::of,
        Page::new);
  }

  @GET
  @Path("{statement}")
  @Operation(operationId = "getDeclarationStatement", summary = "One statement on a declaration")
  public DeclarationStatementView get(
      @RestPath String id, @RestPath String statement, @BeanParam AsOfParameters parameters) {
    QueryReader reader = new QueryReader();
    StatementCriteria.of(parameters, reader);
    RegistrySnapshot registry = recordAccess.context(parameters, reader).registry();
    reader.refuseIfInvalid();
    return view(registry, id, statement);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.SECRETARIAT)
  @Operation(
      operationId = "addDeclarationStatement",
      summary = "Record the next statement on a declaration")
  @APIResponseSchema(value = DeclarationStatementView.class, responseCode = "201")
  public Response post(
      @RestPath String id, @RequestBodySchema(NewDeclarationStatement.class) InputStream body) {
    DeclarationLookup.in(
        recordAccess.current(registry -> registry.declaration(id).isPresent()), id);
    ParsedBody<NewDeclarationStatement> sent = json.read(body, NewDeclarationStatement.class);
    String statement = UUID.randomUUID().toString();
    HistoryTag listTag = pages.historyTag();
    return recording.append(
        sent,
        "/v1/declarations/" + id + "/statements/" + statement,
        registry -> listTag.of(history(registry, id)),
        new AddDeclarationStatement(id, /* opens= */ false, sent, statement),
        registry -> view(registry, id, statement));
  }

  private static StatementHistory<DeclarationStatement> history(
      RegistrySnapshot registry, String id) {
    DeclarationRecord declaration = DeclarationLookup.in(registry, id);
    return new StatementHistory<>(
        declaration.statements().get(0).stamp(), declaration.statements());
  }

  private static DeclarationStatementView view(
      RegistrySnapshot registry, String id, String statement) {
    return DeclarationLookup.in(registry, id)
        .statement(statement)
        .map(DeclarationStatementView::of)
        .orElseThrow(() -> ProblemException.notFound("No such statement on this declaration."));
  }
}
