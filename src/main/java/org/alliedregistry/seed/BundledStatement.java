package org.alliedregistry.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A statement of the bundled record.
 *
 * @param id computed from the key of its subject and its number
 * @param body the fields as a caller would send them
 */
record BundledStatement(String id, ObjectNode body) {

  private static final Comparator<JsonNode> BY_NUMBER =
      Comparator.comparing(statement -> statement.path("number").intValue());

  /**
   * The statements of one subject in the order of their numbers, which is the order of recording: a
   * later release gives a new report a higher number, so an updated store and a new one record them
   * in the same order.
   *
   * @param key the key that the ids are computed from
   */
  static List<BundledStatement> of(String key, JsonNode statements) {
    List<JsonNode> sorted = new ArrayList<>();
    statements.forEach(sorted::add);
    sorted.sort(BY_NUMBER);
    return sorted.stream().map(s -> new BundledStatement(id(key, s), withoutRemarks(s))).toList();
  }

  /** The first release counted the statements of a pledge from 0. */
  private static String id(String key, JsonNode statement) {
    return PublicRecord.id(key + "#" + (statement.path("number").intValue() - 1));
  }

  /** Removes what only the published list shows. */
  static ObjectNode withoutRemarks(JsonNode node) {
    ObjectNode plain = node.deepCopy();
    plain.remove(List.of("number", "report", "why"));
    return plain;
  }

  /** The same statement as a correction of another. */
  ObjectNode correcting(String target) {
    return body.deepCopy().put("corrects", target);
  }
}
