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
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.http.TableFormat;
import org.alliedregistry.http.page.ListParameters;
import org.alliedregistry.http.page.Pagination;
import org.alliedregistry.http.question.AsOfParameters;
import org.alliedregistry.http.question.RecordAccess;
import org.alliedregistry.http.question.RecordContext;
import org.alliedregistry.http.read.CachedAnswers;
import org.alliedregistry.http.read.Costly;
import org.alliedregistry.http.write.WriteOperations;
import org.alliedregistry.json.ParsedBody;
import org.alliedregistry.json.StrictJson;
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
@Path("/v1/declarations")
@Produces(MediaType.APPLICATION_JSON)
class DeclarationResource {

  /** A page of declarations. */
  @Schema(name = "DeclarationPage")
  public record Page(
      List<DeclarationView> items,
      @Schema(description = "The path of the next page. Null on the last page.")
          @Nullable String next) {}

  private final RecordAccess recordAccess;
  private final Pagination pages;
  private final WriteOperations recording;
  private final StrictJson json;

  DeclarationResource(
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
      operationId = "listDeclarations",
      summary = "All declarations, in the order in which they were recorded")
  @APIResponseSchema(Page.class)
  public Response list(@BeanParam ListParameters parameters) {
    QueryReader reader = new QueryReader();
    RecordContext context = recordAccess.context(parameters, reader);
    AsOf view = parameters.viewpoint(reader, context);
    return pages.page(
        parameters,
        context,
        reader,
        DeclarationView.class,
        registry -> List.copyOf(registry.declarations().values()),
        (registry, declaration) -> DeclarationView.of(declaration, view),
        Page::new);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getDeclaration", summary = "One declaration")
  public DeclarationView get(@RestPath String id, @BeanParam AsOfParameters parameters) {
    QueryReader reader = new QueryReader();
    RecordContext context = recordAccess.context(parameters, reader);
    AsOf view = parameters.viewpoint(reader, context);
    reader.refuseIfInvalid();
    return DeclarationView.of(DeclarationLookup.in(context.registry(), id), view);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.SECRETARIAT)
  @Operation(operationId = "addDeclaration", summary = "Record a declaration")
  @APIResponseSchema(value = DeclarationView.class, responseCode = "201")
  public Response post(@RequestBodySchema(NewDeclarationStatement.class) InputStream body) {
    ParsedBody<NewDeclarationStatement> sent = json.read(body, NewDeclarationStatement.class);
    AsOf today = recordAccess.asOfToday();
    String id = UUID.randomUUID().toString();
    return recording.post(
        sent,
        "/v1/declarations/" + id,
        new AddDeclarationStatement(id, /* opens= */ true, sent, UUID.randomUUID().toString()),
        registry -> DeclarationView.of(DeclarationLookup.in(registry, id), today));
  }
}
