package org.alliedregistry.api.baseline;

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
import java.util.Map;
import java.util.TreeMap;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.Recorded;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.record.Versions;
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
import org.alliedregistry.recording.BaselineBody;
import org.alliedregistry.recording.BaselineValidator;
import org.alliedregistry.security.token.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@CachedAnswers
@Path("/v1/baselines")
@Produces(MediaType.APPLICATION_JSON)
class BaselineResource {

  /** A page of baselines. */
  @Schema(name = "BaselinePage")
  public record Page(
      List<BaselineView> items,
      @Schema(description = "The path of the next page. Null on the last page.")
          @Nullable String next) {}

  private final RecordAccess recordAccess;
  private final Pagination pages;
  private final WriteOperations recording;
  private final StrictJson json;

  BaselineResource(
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
  @Operation(
      operationId = "listBaselines",
      summary = "The latest version of every baseline, by code")
  @APIResponseSchema(Page.class)
  public Response list(@BeanParam ListParameters parameters) {
    QueryReader reader = new QueryReader();
    RecordContext context = recordAccess.context(parameters, reader);
    parameters.viewpoint(reader, context);
    return pages.page(
        parameters,
        context,
        reader,
        BaselineView.class,
        registry -> List.copyOf(new TreeMap<>(registry.baselines()).values()),
        (registry, history) -> BaselineView.of(last(history)),
        Page::new);
  }

  @GET
  @Path("{code}")
  @Operation(operationId = "getBaseline", summary = "One version of a baseline")
  public BaselineView get(
      @RestPath String code,
      @RestQuery
          @Parameter(
              description = "The version. Default: the latest.",
              schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
          @Nullable String version,
      @BeanParam AsOfParameters parameters) {
    QueryReader reader = new QueryReader();
    RecordContext context = recordAccess.context(parameters, reader);
    parameters.viewpoint(reader, context);
    Integer asked = reader.integer("version", version, 1, 999_999_999);
    reader.refuseIfInvalid();
    Versions<Baseline> history = known(context.registry(), code);
    return asked == null
        ? BaselineView.of(last(history))
        : history.versions().stream()
            .filter(v -> v.value().version() == asked)
            .findFirst()
            .map(BaselineView::of)
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        code + " has versions 1 to " + history.latest().version() + "."));
  }

  @PUT
  @Path("{code}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.SECRETARIAT)
  @Operation(operationId = "putBaseline", summary = "Record a baseline, or its next version")
  @APIResponseSchema(BaselineView.class)
  public Response put(
      @RestPath String code, @RequestBodySchema(BaselineBody.class) InputStream body) {
    ParsedBody<BaselineBody> sent = json.read(body, BaselineBody.class);
    return recording.put(
        registry -> registry.baseline(code),
        registry ->
            new BaselineValidator(registry, sent.faultsSoFar()).nextVersion(code, sent.body()),
        EntryContent.BaselineVersionRecorded::new,
        registry -> BaselineView.of(last(known(registry, code))));
  }

  private static Recorded<Baseline> last(Versions<Baseline> history) {
    return history.versions().get(history.versions().size() - 1);
  }

  private static Versions<Baseline> known(RegistrySnapshot registry, String code) {
    Map<String, Versions<Baseline>> baselines = registry.baselines();
    Versions<Baseline> history = baselines.get(code);
    if (history == null) {
      throw ProblemException.notFound(UnknownCode.code(code, "baseline", baselines.keySet()));
    }
    return history;
  }
}
