package org.alliedregistry.api.pledge;

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
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.record.PledgeRecord;
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
import org.alliedregistry.recording.AddStatement;
import org.alliedregistry.recording.NewStatement;
import org.alliedregistry.recording.PledgeLookup;
import org.alliedregistry.security.Author;
import org.alliedregistry.security.token.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@CachedAnswers
@Path("/v1/pledges/{id}/statements")
@Produces(MediaType.APPLICATION_JSON)
class StatementResource {

  /** A page of statements on one pledge. */
  @Schema(name = "StatementPage")
  public record Page(
      List<StatementView> items,
      @Schema(description = "The path of the next page. Null on the last page.")
          @Nullable String next) {}

  private final RecordAccess recordAccess;
  private final Pagination pages;
  private final WriteOperations recording;
  private final StrictJson json;

  StatementResource(
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
      operationId = "listStatements",
      summary = "The history of a pledge: all statements, in order of recording")
  @APIResponseSchema(Page.class)
  public Response list(@RestPath String id, @BeanParam ListParameters parameters) {
    QueryReader reader = new QueryReader();
    StatementHistory<Statement> history =
        history(recordAccess.context(parameters, reader).registry(), id);
    StatementCriteria asked = StatementCriteria.of(parameters, reader);
    return pages.history(
        parameters,
        reader,
        StatementView.class,
        history,
        s -> asked.keeps(s.attribution()),
        StatementView::of,
        Page::new);
  }

  @GET
  @Path("{statement}")
  @Operation(operationId = "getStatement", summary = "One statement as recorded")
  public StatementView get(
      @RestPath String id, @RestPath String statement, @BeanParam AsOfParameters parameters) {
    QueryReader reader = new QueryReader();
    StatementCriteria.of(parameters, reader);
    RegistrySnapshot registry = recordAccess.context(parameters, reader).registry();
    reader.refuseIfInvalid();
    return view(registry, id, statement);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed({Role.SECRETARIAT, Role.DELEGATE})
  @Operation(
      operationId = "addStatement",
      summary = "Record the next statement on a pledge, or correct a recording error")
  @APIResponseSchema(value = StatementView.class, responseCode = "201")
  public Response post(
      @RestPath String id, @RequestBodySchema(NewStatement.class) InputStream body) {
    RegistrySnapshot seen = recordAccess.current(registry -> registry.pledge(id).isPresent());
    Author author = recording.author();
    author.requireLeadingAlly(PledgeLookup.in(seen, id).pledge().allies());
    ParsedBody<NewStatement> sent = json.read(body, NewStatement.class);
    String statement = UUID.randomUUID().toString();
    HistoryTag listTag = pages.historyTag();
    return recording.append(
        sent,
        "/v1/pledges/" + id + "/statements/" + statement,
        registry -> listTag.of(history(registry, id)),
        new AddStatement(author, id, sent, statement),
        registry -> view(registry, id, statement));
  }

  private static StatementHistory<Statement> history(RegistrySnapshot registry, String id) {
    PledgeRecord record = PledgeLookup.in(registry, id);
    return new StatementHistory<>(record.versions().first(), record.statements());
  }

  private static StatementView view(RegistrySnapshot registry, String id, String statement) {
    return PledgeLookup.in(registry, id)
        .statement(statement)
        .map(StatementView::of)
        .orElseThrow(() -> ProblemException.notFound("This pledge has no such statement."));
  }
}
