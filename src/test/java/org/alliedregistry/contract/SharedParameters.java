package org.alliedregistry.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.alliedregistry.contract.ContractTree.Operation;

/** A parameter that several operations take alike stands once. */
final class SharedParameters {

  private SharedParameters() {}

  static void complete(ContractTree tree) {
    Map<JsonNode, String> names = names(tree);
    names.forEach((parameter, name) -> tree.components("parameters").set(name, parameter));
    for (Operation operation : tree.operations()) {
      ArrayNode parameters = operation.json().withArray("parameters");
      for (int i = 0; i < parameters.size(); i++) {
        String name = names.get(parameters.path(i));
        if (name != null) {
          ObjectNode shared = parameters.objectNode();
          parameters.set(i, shared.put("$ref", ContractTree.ref("parameters", name)));
        }
      }
      if (parameters.isEmpty()) {
        operation.json().remove("parameters");
      }
    }
  }

  /** Those that occur twice, the most common of a name under that name alone. */
  private static Map<JsonNode, String> names(ContractTree tree) {
    Map<JsonNode, Integer> counts = new LinkedHashMap<>();
    Map<JsonNode, String> tags = new LinkedHashMap<>();
    for (Operation operation : tree.operations()) {
      for (JsonNode parameter : operation.json().path("parameters")) {
        if (!parameter.has("$ref")) {
          counts.merge(parameter, 1, Integer::sum);
          tags.putIfAbsent(parameter, operation.json().path("tags").path(0).asText());
        }
      }
    }
    Map<JsonNode, String> names = new LinkedHashMap<>();
    counts.entrySet().stream()
        .filter(counted -> counted.getValue() > 1)
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .map(Map.Entry::getKey)
        .forEach(
            parameter -> {
              String name = capital(parameter.path("name").asText());
              String own = capital(tags.getOrDefault(parameter, "other")) + name;
              names.put(parameter, names.containsValue(name) ? own : name);
            });
    return names;
  }

  private static String capital(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }
}
