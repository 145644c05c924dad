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
import org.alliedregistry.recording.reference.GroupBody;
import org.alliedregistry.security.token.Role;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@CachedAnswers
@Path("/v1/groups")
@Produces(MediaType.APPLICATION_JSON)
class GroupResource {

  /** A page of groups of allies. */
  @Schema(name = "GroupPage")
  public record Page(
      List<GroupView> items,
      @Schema(description = "The path of the next page. Null on the last page.")
          @Nullable String next) {}

  private final RecordAccess recordAccess;
  private final Pagination pages;
  private final WriteOperations recording;
  private final StrictJson json;

  GroupResource(
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
  @Operation(operationId = "listGroups", summary = "All groups of allies, by code")
  @APIResponseSchema(Page.class)
  public Response list(@BeanParam ListParameters parameters) {
    QueryReader reader = new QueryReader();
    RecordContext context = recordAccess.context(parameters, reader);
    parameters.viewpoint(reader, context);
    return pages.page(
        parameters,
        context,
        reader,
        GroupView.class,
        registry -> List.copyOf(registry.groups().values()),
        (registry, group) -> GroupView.of(group.latest()),
        Page::new);
  }

  @GET
  @Path("{code}")
  @Operation(operationId = "getGroup", summary = "One group of allies")
  public GroupView get(@RestPath String code, @BeanParam AsOfParameters parameters) {
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
  @Operation(operationId = "putGroup", summary = "Describe a group of allies")
  @APIResponseSchema(GroupView.class)
  public Response put(@RestPath String code, @RequestBodySchema(GroupBody.class) InputStream body) {
    ParsedBody<GroupBody> sent = json.read(body, GroupBody.class);
    return recording.put(
        registry -> registry.group(code),
        registry -> sent.body().toGroup(code, registry, sent.faultsSoFar()),
        EntryContent.GroupVersionRecorded::new,
        registry -> view(registry, code));
  }

  private static GroupView view(RegistrySnapshot registry, String code) {
    return registry
        .group(code)
        .map(GroupView::of)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    UnknownCode.code(code, "group", registry.groups().keySet())));
  }
}
