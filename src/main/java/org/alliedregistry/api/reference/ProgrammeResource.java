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
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.RegistrySnapshot;
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
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.UnknownCode;
import org.alliedregistry.recording.reference.ProgrammeBody;
import org.alliedregistry.security.token.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@CachedAnswers
@Path("/v1/programmes")
@Produces(MediaType.APPLICATION_JSON)
class ProgrammeResource {

  /** A page of programmes. */
  @Schema(name = "ProgrammePage")
  public record Page(
      List<ProgrammeView> items,
      @Schema(description = "The path of the next page. Null on the last page.")
          @Nullable String next) {}

  private final RecordAccess recordAccess;
  private final Pagination pages;
  private final WriteOperations recording;
  private final StrictJson json;

  ProgrammeResource(
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
  @Operation(operationId = "listProgrammes", summary = "All programmes, by code")
  @APIResponseSchema(Page.class)
  public Response list(@BeanParam ListParameters parameters) {
    QueryReader reader = new QueryReader();
    RecordContext context = recordAccess.context(parameters, reader);
    parameters.viewpoint(reader, context);
    return pages.page(
        parameters,
        context,
        reader,
        ProgrammeView.class,
        registry -> List.copyOf(registry.programmes().values()),
        (registry, programme) -> ProgrammeView.of(programme.latest()),
        Page::new);
  }

  @GET
  @Path("{code}")
  @Operation(operationId = "getProgramme", summary = "One programme")
  public ProgrammeView get(@RestPath String code, @BeanParam AsOfParameters parameters) {
    QueryReader reader = new QueryReader();
    RecordContext context = recordAccess.context(parameters, reader);
    parameters.viewpoint(reader, context);
    reader.refuseIfInvalid();
    return view(context.registry(), code);
  }

  @PUT
  @Path("{code}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.SECRETARIAT)
  @Operation(operationId = "putProgramme", summary = "Describe a programme")
  @APIResponseSchema(ProgrammeView.class)
  public Response put(
      @RestPath String code, @RequestBodySchema(ProgrammeBody.class) InputStream body) {
    ParsedBody<ProgrammeBody> sent = json.read(body, ProgrammeBody.class);
    return recording.put(
        registry -> registry.programme(code),
        registry -> sent.body().toProgramme(code, sent.faultsSoFar()),
        EntryContent.ProgrammeVersionRecorded::new,
        registry -> view(registry, code));
  }

  private static ProgrammeView view(RegistrySnapshot registry, String code) {
    return registry
        .programme(code)
        .map(ProgrammeView::of)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    UnknownCode.code(code, "programme", registry.programmes().keySet())));
  }
}
