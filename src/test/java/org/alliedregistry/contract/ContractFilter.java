package org.alliedregistry.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.alliedregistry.coverage.Reason;
import org.alliedregistry.problem.Problem;
import org.alliedregistry.problem.ProblemType;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.jboss.jandex.IndexView;

/** Adds what every operation has in common: its failures, its role, its room as a tag. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ContractFilter implements OASFilter {

  private static final String SCHEME = "bearer";

  private final IndexView index;

  public ContractFilter(IndexView index) {
    this.index = index;
  }

  @Override
  public void filterOpenAPI(OpenAPI api) {
    new RecordSchemas(index).complete(api.getComponents().getSchemas());
    describeReasons(Objects.requireNonNull(api.getComponents().getSchemas().get("Reason")));
    for (ProblemType type : ProblemType.values()) {
      api.getComponents().addResponse(name(type), failure(type));
    }
    OperationRoles roles = new OperationRoles(index);
    api.getPaths().getPathItems().forEach((path, item) -> complete(path, item, roles));
    ConditionalOperations.complete(api);
    BoundedOperations.complete(api);
  }

  private static void describeReasons(Schema reasons) {
    StringBuilder text = new StringBuilder("Why a pledge counts for what it counts:");
    for (Reason reason : Reason.values()) {
      text.append("\n* `").append(reason).append("`: ").append(reason.meaning());
    }
    reasons.setDescription(text.toString());
  }

  private static String name(ProblemType type) {
    StringBuilder name = new StringBuilder();
    for (String word : type.slug().split("-", -1)) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.toString();
  }

  private static APIResponse failure(ProblemType type) {
    APIResponse response =
        OASFactory.createAPIResponse()
            .description(type.title() + ". " + type.advice())
            .content(
                OASFactory.createContent()
                    .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                            .schema(
                                OASFactory.createSchema().ref("#/components/schemas/Problem"))));
    return response;
  }

  private static void complete(String path, PathItem item, OperationRoles roles) {
    Map<PathItem.HttpMethod, Operation> operations = new TreeMap<>(item.getOperations());
    operations.forEach(
        (method, operation) ->
            complete(path, method, operation, roles.of(operation.getOperationId())));
  }

  private static void complete(
      String path, PathItem.HttpMethod method, Operation operation, List<String> roles) {
    boolean sends = operation.getRequestBody() != null;
    String room = path.startsWith("/v1/") ? path.split("/", -1)[2] : "security";
    operation.setTags(List.of(room));
    operation.setSecurity(security(roles));
    if (operation.getParameters() != null) {
      operation.getParameters().stream()
          .filter(p -> p.getIn() == Parameter.In.QUERY)
          .forEach(p -> p.setRequired(null));
    }
    answers(operation, ProblemType.INVALID_PARAMETER, ProblemType.UNAUTHENTICATED);
    answers(operation, ProblemType.NOT_ACCEPTABLE, ProblemType.ADDRESS_TOO_LONG);
    answers(operation, ProblemType.METHOD_NOT_ALLOWED, ProblemType.INTERNAL);
    if (path.contains("{")) {
      answers(operation, ProblemType.NOT_FOUND);
    }
    if (sends) {
      answers(operation, ProblemType.INVALID_BODY, ProblemType.CONFLICT);
      answers(operation, ProblemType.TOO_LARGE, ProblemType.UNSUPPORTED_MEDIA_TYPE);
      operation.getRequestBody().setRequired(true);
    }
    answers(operation, ProblemType.FORBIDDEN);
    if (takes(operation, "minRevision")) {
      answers(operation, ProblemType.REVISION_NOT_REACHED);
    }
    answers(
        operation, roles.isEmpty() ? ProblemType.PROVIDER_UNAVAILABLE : ProblemType.UNAVAILABLE);
    if (method == PathItem.HttpMethod.PUT) {
      created(operation);
    }
  }

  private static boolean takes(Operation operation, String parameter) {
    return operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(p -> parameter.equals(p.getName()));
  }

  /** The roles it is for; without any, a token is taken and not needed. */
  private static List<SecurityRequirement> security(List<String> roles) {
    return roles.isEmpty()
        ? List.of(
            OASFactory.createSecurityRequirement(),
            OASFactory.createSecurityRequirement().addScheme(SCHEME))
        : List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME, roles));
  }

  private static void answers(Operation operation, ProblemType... types) {
    for (ProblemType type : types) {
      operation
          .getResponses()
          .addAPIResponse(
              Integer.toString(type.status()),
              OASFactory.createAPIResponse().ref("#/components/responses/" + name(type)));
    }
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
