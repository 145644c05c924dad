package org.alliedregistry.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Values that a schema allows, mostly, and values that nothing allows. */
final class RandomValues {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int DEEPEST = 8;

  private final Random random;
  private final KnownNames known;

  RandomValues(Random random, KnownNames known) {
    this.random = random;
    this.known = known;
  }

  String odd() {
    return one(OddTexts.ALL);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** A parameter as text, not encoded. */
  String parameter(JsonNode parameter, String path) {
    String name = parameter.path("name").asText();
    if (name.equals("wait")) {
      return chance(80) ? Integer.toString(random.nextInt(2)) : one(List.of("-1", "61", "1.5", ""));
    }
    if (chance(12)) {
      return odd();
    }
    String one = known.named(name, path);
    if (!one.isEmpty() && chance(80)) {
      return List.of("assume", "deny", "without", "ally").contains(name) && chance(30)
          ? one + "," + known.named(name, path)
          : one;
    }
    JsonNode value = of(parameter.path("schema"), name, 0);
    if (value.isArray()) {
      List<String> items = new ArrayList<>();
      value.forEach(item -> items.add(item.asText()));
      return String.join(",", items);
    }
    return value.asText();
  }

  /** A value by its schema. */
  JsonNode of(JsonNode given, String name, int depth) {
    JsonNode schema = Operation.resolved(given);
    if (schema.has("const")) {
      return schema.get("const");
    }
    if (schema.has("enum")) {
      return schema.get("enum").get(random.nextInt(schema.get("enum").size()));
    }
    for (String choice : List.of("anyOf", "oneOf")) {
      if (schema.has(choice)) {
        JsonNode choices = schema.get(choice);
        int first = chance(85) ? 0 : random.nextInt(choices.size());
        return of(choices.get(first), name, depth);
      }
    }
    if (schema.has("allOf")) {
      ObjectNode all = JSON.objectNode();
      schema
          .get("allOf")
          .forEach(
              part -> {
                if (of(part, name, depth) instanceof ObjectNode some) {
                  all.setAll(some);
                }
              });
      return all;
    }
    return switch (type(schema)) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, name, depth);
      case "integer" -> JSON.numberNode(whole(schema));
      case "number" -> JSON.numberNode(amount());
      case "boolean" -> JSON.booleanNode(random.nextBoolean());
      case "null" -> JSON.nullNode();
      default -> JSON.textNode(text(schema, name));
    };
  }

  private String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      return type.get(chance(90) ? 0 : random.nextInt(type.size())).asText();
    }
    return type.asText(schema.has("properties") ? "object" : "string");
  }

  private ObjectNode object(JsonNode schema, int depth) {
    ObjectNode object = JSON.objectNode();
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      boolean isNeeded = required.contains(property.getKey()) && !chance(3);
      if (isNeeded || (depth < DEEPEST && chance(usual(property.getKey())))) {
        object.set(property.getKey(), of(property.getValue(), property.getKey(), depth + 1));
      }
    }
    return object;
  }

  /** Some make a statement valid though no schema says so, others make it a rare thing. */
  private static int usual(String property) {
    return switch (property) {
      case "saidOn", "evidence", "source", "statement", "position", "title", "name" -> 95;
      case "description", "unit", "units", "low", "allies", "capability", "purpose", "state" -> 95;
      case "domain", "kind", "role", "required", "equals", "requirements" -> 95;
      case "corrects", "void", "partOf", "shares", "code" -> 3;
      default -> 12;
    };
  }

  private ArrayNode array(JsonNode schema, String name, int depth) {
    ArrayNode array = JSON.arrayNode();
    int size = Math.max(schema.path("minItems").asInt(0), chance(5) ? 150 : random.nextInt(4));
    for (int i = 0; i < size; i++) {
      array.add(of(schema.path("items"), name, depth + 1));
    }
    return array;
  }

  private long whole(JsonNode schema) {
    long low = schema.path("minimum").asLong(-3);
    long high = Math.min(schema.path("maximum").asLong(low + 400), low + 100_000);
    return low + (long) (random.nextDouble() * (high - low + 1));
  }

  private BigDecimal amount() {
    return BigDecimal.valueOf(random.nextInt(2_000_000), random.nextInt(4));
  }

  private String text(JsonNode schema, String name) {
    String value = known.named(name, "/v1/pledges");
    if (!value.isEmpty() && chance(90)) {
      return value;
    }
    if (schema.has("example") && chance(60)) {
      return schema.get("example").asText();
    }
    if (schema.path("examples").isArray() && chance(60)) {
      return schema.get("examples").get(0).asText();
    }
    return switch (schema.path("format").asText()) {
      case "date" -> LocalDate.of(2024, 1, 1).plusDays(random.nextInt(1200)).toString();
      case "date-time" -> instant();
      case "uuid" -> new UUID(random.nextLong(), random.nextLong()).toString();
      case "uri" -> "https://example.org/" + random.nextInt(100);
      default -> plain(schema, name);
    };
  }

  private String instant() {
    String text = Instant.ofEpochSecond(1_700_000_000L + random.nextInt(130_000_000)).toString();
    return switch (random.nextInt(5)) {
      case 0 -> text.replace("Z", "+02:00");
      case 1 -> text.toLowerCase(Locale.ROOT);
      case 2 -> text.replace("Z", ".1Z");
      default -> text;
    };
  }

  private String plain(JsonNode schema, String name) {
    if (name.equals("unit") || name.equals("units")) {
      return one(List.of("troops", "brigade", "battalion", "company", "aircraft", "squadron"));
    }
    String pattern = schema.path("pattern").asText();
    if (pattern.contains("A-Z")) {
      return "FUZZ_" + random.nextInt(200);
    }
    if (pattern.contains("a-z")) {
      return "fuzz-" + random.nextInt(200);
    }
    if (name.equals("url")) {
      return "https://example.org/" + random.nextInt(100);
    }
    int length = chance(4) ? schema.path("maxLength").asInt(100) : 1 + random.nextInt(40);
    return "Said by the fuzzer ".repeat(length / 19 + 1).substring(0, Math.min(length, 4000));
  }

  /** What stands for a value in a spoiled body. */
  JsonNode spoiled() {
    return switch (random.nextInt(10)) {
      case 0 -> JSON.nullNode();
      case 1 -> JSON.arrayNode();
      case 2 -> JSON.objectNode();
      case 3 -> JSON.numberNode(BigInteger.TEN.pow(random.nextInt(40)));
      case 4 -> JSON.numberNode(new BigDecimal(BigInteger.ONE, random.nextInt(400) - 100));
      case 5 -> JSON.booleanNode(random.nextBoolean());
      case 6 -> JSON.numberNode(-random.nextInt(1000));
      default -> JSON.textNode(odd());
    };
  }
}
