package org.alliedregistry.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An older record that differs from the bundled one in each way, whatever that one says: the
 * earlier release with another note at some statements, without some, and with pledges that no
 * release has.
 */
final class OlderRecord {

  static final RecordFiles FILES =
      RecordFiles.EARLIER
          .with("public-record", OlderRecord::change)
          .with("allies", file -> ((ObjectNode) file.get(0)).put("name", "An older name"));

  private OlderRecord() {}

  private static void change(JsonNode record) {
    ArrayNode pledges = (ArrayNode) record.path("pledges");
    for (int i = 0; i < pledges.size(); i++) {
      ArrayNode statements = (ArrayNode) pledges.get(i).path("statements");
      if (i % 3 == 0) {
        ((ObjectNode) statements.get(0)).put("note", "An older note");
      }
      if (i % 4 == 0 && statements.size() > 1) {
        statements.remove(statements.size() - 1);
      }
      if (i % 7 == 0) {
        ((ObjectNode) pledges.get(i)).put("title", "An older title");
      }
    }
    ObjectNode dropped = pledges.get(pledges.size() - 1).deepCopy();
    pledges.add(dropped.put("reference", "of-no-later-release"));
  }
}
