package org.alliedregistry.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is sent and received alike has a schema for each: an answer has every field, and may have
 * more one day; in a body fields may be left out, and none may be added.
 */
final class SentAndReceived {

  /** Marks a property that an answer leaves out instead of null. It is not published. */
  static final String LEFT_OUT = "x-left-out";

  private static final String PREFIX = "New";

  private SentAndReceived() {}

  static void part(ContractTree tree) {
    Set<String> sent = new TreeSet<>();
    Set<String> received = new TreeSet<>();
    for (ContractTree.Operation operation : tree.operations()) {
      reach(tree, operation.json().path("responses"), sent);
      reach(tree, operation.json().path("requestBody"), received);
    }
    Set<String> both = new TreeSet<>(received);
    both.retainAll(sent);
    both.removeIf(name -> !tree.schemas().path(name).has("properties"));
    for (String name : both) {
      tree.schemas().set(PREFIX + name, tree.schemas().path(name).deepCopy());
    }
    for (ContractTree.Operation operation : tree.operations()) {
      rename(operation.json().path("requestBody"), both);
    }
    for (String name : received) {
      rename(tree.schemas().path(both.contains(name) ? PREFIX + name : name), both);
    }
    both.forEach(name -> answer((ObjectNode) tree.schemas().path(name)));
    ContractTree.walk(tree.schemas(), node -> node.remove(LEFT_OUT));
  }

  private static void reach(ContractTree tree, JsonNode from, Set<String> reached) {
    ContractTree.walk(
        from,
        node -> {
          String ref = node.path("$ref").asText();
          String prefix = ContractTree.ref("schemas", "");
          if (ref.startsWith(prefix) && reached.add(ref.substring(prefix.length()))) {
            reach(tree, tree.schemas().path(ref.substring(prefix.length())), reached);
          }
        });
  }

  private static void rename(JsonNode within, Set<String> names) {
    ContractTree.walk(
        within,
        node -> {
          String name = node.path("$ref").asText().replace(ContractTree.ref("schemas", ""), "");
          if (names.contains(name)) {
            node.put("$ref", ContractTree.ref("schemas", PREFIX + name));
          }
        });
  }

  private static void answer(ObjectNode schema) {
    schema.remove("additionalProperties");
    ArrayNode required = schema.putArray("required");
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (!property.getValue().has(LEFT_OUT)) {
        required.add(property.getKey());
      }
    }
  }
}
