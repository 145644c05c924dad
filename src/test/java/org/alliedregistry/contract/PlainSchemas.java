package org.alliedregistry.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Schemas in the form that every tool reads: days and instants where they stand, patterns that are
 * ECMA-262 and hold for the whole text, decimals in words.
 */
final class PlainSchemas {

  private static final List<String> SCALARS = List.of("LocalDate", "Instant");

  /** In the words of the service: not blank. */
  private static final String NOT_BLANK = "^\\s*\\S[\\s\\S]*$";

  private PlainSchemas() {}

  static void complete(ContractTree tree) {
    ContractTree.walk(tree.root(), node -> inline(node, tree));
    ContractTree.walk(tree.root(), PlainSchemas::anchor);
    nameKinds(tree);
  }

  /** A kind has the name of what it is a kind of: that of an ally is an AllyKind. */
  private static void nameKinds(ContractTree tree) {
    for (String owner : fieldNames(tree.schemas())) {
      ContractTree.walk(
          tree.schemas().path(owner),
          node -> {
            String kind = node.path("$ref").asText().replace(ContractTree.ref("schemas", ""), "");
            if (kind.matches("Kind\\d*")) {
              String name = owner.replaceFirst("^New", "") + "Kind";
              tree.schemas().set(name, tree.schemas().path(kind).deepCopy());
              node.put("$ref", ContractTree.ref("schemas", name));
            }
          });
    }
  }

  private static List<String> fieldNames(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static void inline(ObjectNode node, ContractTree tree) {
    boolean mayBeNull = node.has("anyOf");
    JsonNode place = mayBeNull ? node.path("anyOf").path(0) : node;
    String name = place.path("$ref").asText().replace(ContractTree.ref("schemas", ""), "");
    if (!SCALARS.contains(name)) {
      return;
    }
    node.remove(List.of("anyOf", "$ref", "type"));
    String format = tree.schemas().path(name).path("format").asText();
    if (mayBeNull) {
      node.putArray("type").add("string").add("null");
    } else {
      node.put("type", "string");
    }
    node.put("format", format);
  }

  private static void anchor(ObjectNode node) {
    String pattern = node.path("pattern").asText();
    if (node.path("pattern").isTextual() && !pattern.startsWith("^")) {
      node.put("pattern", pattern.equals("\\S") ? NOT_BLANK : "^" + pattern + "$");
    }
  }

  /**
   * By multipleOf, a validator that computes in binary fractions refuses every eighth number that
   * has three decimals.
   */
  static void sayDecimals(ContractTree tree) {
    ContractTree.walk(
        tree.schemas(),
        node -> {
          if (node.path("multipleOf").isNumber()) {
            int decimals = node.path("multipleOf").decimalValue().stripTrailingZeros().scale();
            node.remove("multipleOf");
            String statement = node.path("description").asText();
            node.put("description", (statement + " At most " + decimals + " decimals.").strip());
          }
        });
  }
}
