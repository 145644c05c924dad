package org.alliedregistry.durability;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;

/**
 * One request that records something under a name that no other request has.
 *
 * @param events what the feed tells of it, where it was recorded
 */
record UniqueWrite(String name, String path, ObjectNode body, List<String> events) {

  /** The name is the reference of the pledge and the note of the first thing said of it. */
  static UniqueWrite opening(String name) {
    ObjectNode body =
        HttpFixtures.pledgeBody("EST", "LAND_FORCES", "position: 'PLEDGED', note: '" + name + "'");
    return new UniqueWrite(
        name,
        "/v1/pledges",
        Json.with(body, "reference: '" + name + "'"),
        List.of("pledge", "statement"));
  }

  static UniqueWrite statement(String name, String pledge) {
    return new UniqueWrite(
        name,
        "/v1/pledges/" + pledge + "/statements",
        HttpFixtures.statementBody("wording: 'up to a company', note: '" + name + "'"),
        List.of("statement"));
  }
}
