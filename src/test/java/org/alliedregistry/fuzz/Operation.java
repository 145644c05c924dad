package org.alliedregistry.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.alliedregistry.support.Contract;

/** One operation of the contract, with what it takes. */
record Operation(
    String method, String path, List<JsonNode> parameters, Optional<JsonNode> bodySchema) {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

  /** All of them. */
  static List<Operation> all() {
    List<Operation> all = new ArrayList<>();
    JsonNode document = Contract.document();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(operation -> METHODS.contains(operation.getKey()))
                    .forEach(
                        operation ->
                            all.add(
                                of(
                                    operation.getKey(),
                                    path.getKey(),
                                    path.getValue(),
                                    operation.getValue()))));
    return all;
  }

  private static Operation of(String method, String path, JsonNode item, JsonNode operation) {
    List<JsonNode> parameters = new ArrayList<>();
    item.path("parameters").forEach(p -> parameters.add(resolved(p)));
    operation.path("parameters").forEach(p -> parameters.add(resolved(p)));
    JsonNode body = resolved(operation.path("requestBody")).at("/content/application~1json/schema");
    return new Operation(
        method.toUpperCase(Locale.ROOT),
        path,
        parameters,
        body.isMissingNode() ? Optional.empty() : Optional.of(body));
  }

  static JsonNode resolved(JsonNode node) {
    return Contract.resolved(Contract.document(), node);
  }

  /** Whether the contract has this method for the address. */
  static boolean isThere(List<Operation> all, String method, String address) {
    String path = address.replaceAll("\\?.*", "");
    String asked = method.equals("HEAD") ? "GET" : method;
    return all.stream()
        .anyMatch(
            operation ->
                operation.method.equals(asked)
                    && path.matches(operation.path.replaceAll("\\{[^}]+}", "[^/]+")));
  }
}
