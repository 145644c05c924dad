package org.alliedregistry.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The contract as a JSON tree, and the ways in which it is walked. */
record ContractTree(ObjectNode root) {

  /** One method of one path. */
  record Operation(String path, String method, ObjectNode json) {

    String id() {
      return json.path("operationId").asText();
    }

    boolean isRead() {
      return method.equals("get") || id().equals("askWhatIf");
    }

    boolean takesBody() {
      return json.has("requestBody");
    }

    boolean isPublic() {
      for (JsonNode need : json.path("security")) {
        if (need.isEmpty()) {
          return true;
        }
      }
      return false;
    }

    boolean takes(String parameter) {
      for (JsonNode given : json.path("parameters")) {
        if (given.path("name").asText().equals(parameter)) {
          return true;
        }
      }
      return false;
    }

    void takesShared(String parameter) {
      json.withArray("parameters").addObject().put("$ref", ref("parameters", parameter));
    }

    ObjectNode responses() {
      return json.withObjectProperty("responses");
    }

    /** Answers this status with a shared response. */
    void answers(String status, String response) {
      responses().putObject(status).put("$ref", ref("responses", response));
    }

    /** The response of a status, where the operation describes it itself. */
    @Nullable ObjectNode answer(int status) {
      JsonNode answer = responses().path(Integer.toString(status));
      return answer.isObject() && !answer.has("$ref") ? (ObjectNode) answer : null;
    }

    boolean streams() {
      return responses().path("200").path("content").has("text/event-stream");
    }
  }

  static String ref(String kind, String name) {
    return "#/components/" + kind + "/" + name;
  }

  ObjectNode components(String kind) {
    return root.withObjectProperty("components").withObjectProperty(kind);
  }

  ObjectNode schemas() {
    return components("schemas");
  }

  List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        operations.add(
            new Operation(path.getKey(), method.getKey(), (ObjectNode) method.getValue()));
      }
    }
    return operations;
  }

  /** Every object of the tree below a node, the outer ones first. */
  static void walk(JsonNode node, Consumer<ObjectNode> visitor) {
    if (node instanceof ObjectNode object) {
      visitor.accept(object);
    }
    for (JsonNode child : List.copyOf(elements(node))) {
      walk(child, visitor);
    }
  }

  private static List<JsonNode> elements(JsonNode node) {
    List<JsonNode> elements = new ArrayList<>();
    node.elements().forEachRemaining(elements::add);
    return elements;
  }

  /** Puts the fields of an object in the order of their names. */
  static void sort(ObjectNode object) {
    TreeMap<String, JsonNode> fields = new TreeMap<>();
    object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
    object.removeAll();
    fields.forEach(object::set);
  }
}
