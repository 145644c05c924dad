package org.alliedregistry.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.alliedregistry.contract.ContractTree.Operation;
import org.alliedregistry.domain.coverage.contribution.Reason;

/**
 * Adds what a reader needs in words, from descriptions.yaml: of each operation, of each schema, of
 * each property (by its own name, or by its schema and its name) and of each enumerated value. What
 * an annotation says of a property or a schema stands.
 */
record Descriptions(JsonNode words) {

  static Descriptions read(ObjectMapper yaml, Path file) throws IOException {
    ObjectNode words = (ObjectNode) yaml.readTree(Files.readString(file));
    ObjectNode reasons = words.withObjectProperty("values").putObject("Reason");
    Arrays.stream(Reason.values()).forEach(reason -> reasons.put(reason.name(), reason.meaning()));
    return new Descriptions(words);
  }

  void complete(ContractTree tree) {
    for (Map.Entry<String, JsonNode> schema : tree.schemas().properties()) {
      describe(schema.getKey(), (ObjectNode) schema.getValue());
    }
    for (Operation operation : tree.operations()) {
      JsonNode statement = words.path("operations").path(operation.id());
      if (statement.isTextual()) {
        operation.json().put("description", statement.textValue().strip());
      }
      for (JsonNode parameter : operation.json().path("parameters")) {
        meanings(parameter.path("name").asText(), (ObjectNode) parameter, parameter.path("schema"));
      }
    }
  }

  private void describe(String name, ObjectNode schema) {
    sayUnlessSaid(schema, words.path("schemas").path(name));
    sayUnlessSaid(schema, words.path("schemas").path(name.replaceFirst("^New", "")));
    meanings(name, schema, schema);
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      ObjectNode described = (ObjectNode) property.getValue();
      JsonNode own =
          words.path("properties").path(name.replaceFirst("^New", "") + "." + property.getKey());
      sayUnlessSaid(
          described, own.isTextual() ? own : words.path("properties").path(property.getKey()));
      meanings(property.getKey(), described, described);
    }
  }

  private static void sayUnlessSaid(ObjectNode described, JsonNode words) {
    if (!described.has("description") && words.isTextual()) {
      described.put("description", words.textValue().strip());
    }
  }

  /** A list of the values, each with what it means, below what is said already. */
  private void meanings(String name, ObjectNode described, JsonNode schema) {
    if (!schema.has("enum")) {
      return;
    }
    String list =
        words.path("values").path(name).properties().stream()
            .map(value -> "- `" + value.getKey() + "`: " + value.getValue().textValue())
            .collect(Collectors.joining("\n"));
    String statement = described.path("description").asText();
    described.put("description", (statement + "\n\n" + list).strip());
  }
}
