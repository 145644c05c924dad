package org.alliedregistry.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Purpose;

/**
 * A pledge of the bundled record.
 *
 * @param reference its reference
 * @param id its id in the registry that it is recorded in
 * @param fields its fields as a caller would send them, without its statements
 * @param statements in order of recording
 */
record BundledPledge(
    String reference, String id, ObjectNode fields, List<BundledStatement> statements) {

  /**
   * The key that the ids of a pledge of the file are computed from: its reference.
   *
   * <p>Allies, capability and purpose of a recorded pledge never change. If the registry has other
   * ones under the id of the reference, the pledge of the file gets a key with these three too.
   */
  static String key(JsonNode pledge, RegistrySnapshot registry) {
    String reference = reference(pledge);
    boolean isOther =
        registry
            .pledge(PublicRecord.id(reference))
            .map(PledgeRecord::pledge)
            .filter(recorded -> !isSame(recorded, pledge))
            .isPresent();
    return isOther ? reference + "@" + identity(pledge) : reference;
  }

  /**
   * Reads a pledge of the file.
   *
   * @param keys the keys of all pledges of the file, by reference
   */
  static BundledPledge of(JsonNode pledge, Map<String, String> keys) {
    String key = Objects.requireNonNull(keys.get(reference(pledge)));
    ObjectNode fields = BundledStatement.withoutRemarks(pledge);
    fields.remove("statements");
    if (fields.hasNonNull("partOf")) {
      String whole = fields.path("partOf").textValue();
      fields.put("partOf", PublicRecord.id(keys.getOrDefault(whole, whole)));
    }
    return new BundledPledge(
        reference(pledge),
        PublicRecord.id(key),
        fields,
        BundledStatement.of(key, pledge.path("statements")));
  }

  static String reference(JsonNode pledge) {
    return pledge.path("reference").textValue();
  }

  private static boolean isSame(Pledge recorded, JsonNode pledge) {
    return recorded.allies().equals(allies(pledge))
        && recorded.capability().equals(pledge.path("capability").textValue())
        && recorded.purpose() == Purpose.valueOf(pledge.path("purpose").textValue());
  }

  private static String identity(JsonNode pledge) {
    return String.join("+", allies(pledge))
        + "@"
        + pledge.path("capability").textValue()
        + "@"
        + pledge.path("purpose").textValue();
  }

  private static List<String> allies(JsonNode pledge) {
    List<String> allies = new ArrayList<>();
    pledge.path("allies").forEach(ally -> allies.add(ally.textValue()));
    return allies;
  }

  /** Whether a statement is the one that opens the pledge. */
  boolean isFirst(String statement) {
    return statements.get(0).id().equals(statement);
  }

  /** The body that opens the pledge with a statement. */
  ObjectNode opening(ObjectNode statement) {
    ObjectNode opening = fields.deepCopy();
    opening.set("statement", statement);
    return opening;
  }

  /** The body of a new version of the pledge. */
  ObjectNode version() {
    ObjectNode version = fields.deepCopy();
    version.remove(List.of("allies", "capability", "purpose"));
    return version;
  }

  boolean isPart() {
    return fields.hasNonNull("partOf");
  }
}
