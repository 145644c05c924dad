package org.alliedregistry.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.alliedregistry.http.TableFormat;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jboss.jandex.IndexView;

/** Adds to what the annotations say what the code says otherwise: roles, nulls, the folder. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ContractFilter implements OASFilter {

  private static final String SCHEME = "bearer";

  /** The media types of tables. */
  static final Set<String> TABLES =
      Set.of(TableFormat.TEXT_CSV, TableFormat.APPLICATION_NDJSON, TableFormat.WORKBOOK);

  private final IndexView index;

  public ContractFilter(IndexView index) {
    this.index = index;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    new RecordSchemas(index).complete(api.getComponents().getSchemas());
    OperationRoles roles = new OperationRoles(index);
    api.getPaths().getPathItems().forEach((path, item) -> complete(path, item, roles));
  }

  private static void complete(String path, PathItem item, OperationRoles roles) {
    Map<PathItem.HttpMethod, Operation> operations = new TreeMap<>(item.getOperations());
    operations.forEach(
        (method, operation) ->
            complete(path, method, operation, roles.of(operation.getOperationId())));
  }

  private static void complete(
      String path, PathItem.HttpMethod method, Operation operation, List<String> roles) {
    operation.setTags(List.of(path.startsWith("/v1/") ? path.split("/", -1)[2] : "security"));
    operation.setSecurity(security(roles));
    if (operation.getParameters() != null) {
      operation.getParameters().stream()
          .filter(parameter -> !Boolean.TRUE.equals(parameter.getRequired()))
          .forEach(parameter -> parameter.setRequired(null));
    }
    if (operation.getRequestBody() != null) {
      operation.getRequestBody().setRequired(true);
    }
    if (method == PathItem.HttpMethod.PUT) {
      created(operation);
    }
    if (method == PathItem.HttpMethod.GET) {
      tables(operation);
    }
  }

  /** A table is a text or a file, whatever the JSON answer is. */
  private static void tables(Operation operation) {
    Content content = operation.getResponses().getAPIResponse("200").getContent();
    if (content == null) {
      return;
    }
    content
        .getMediaTypes()
        .forEach(
            (type, table) -> {
              if (TABLES.contains(type)) {
                Schema text = OASFactory.createSchema().addType(Schema.SchemaType.STRING);
                table.setSchema(type.equals(TableFormat.WORKBOOK) ? text.format("binary") : text);
              }
            });
  }

  /** The roles it is for; without any, a token is taken and not needed. */
  private static List<SecurityRequirement> security(List<String> roles) {
    return roles.isEmpty()
        ? List.of(
            OASFactory.createSecurityRequirement(),
            OASFactory.createSecurityRequirement().addScheme(SCHEME))
        : List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME, roles));
  }

  /** The first PUT under an address creates. */
  private static void created(Operation operation) {
    APIResponse updated = operation.getResponses().getAPIResponse("200");
    updated.setDescription("As it is now recorded.");
    if (!operation.getOperationId().equals("putPledge")) {
      operation
          .getResponses()
          .addAPIResponse(
              "201",
              OASFactory.createAPIResponse()
                  .description("Recorded for the first time.")
                  .content(updated.getContent()));
    }
  }
}
