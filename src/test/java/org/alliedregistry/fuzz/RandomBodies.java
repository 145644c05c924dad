package org.alliedregistry.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Bodies made from schemas, some of them spoiled as values and some as text. */
final class RandomBodies {

  private static final int HALF_A_MEBIBYTE = 1 << 19;

  private final Random random;
  private final RandomValues values;

  RandomBodies(Random random, RandomValues values) {
    this.random = random;
    this.values = values;
  }

  byte[] of(JsonNode schema) {
    JsonNode body = values.of(schema, "", 0);
    if (values.chance(25)) {
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        spoil(body);
      }
    }
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    return values.chance(10) ? spoiledText(bytes) : bytes;
  }

  /** Changes one place somewhere in it. */
  private void spoil(JsonNode body) {
    List<JsonNode> nodes = new ArrayList<>();
    collect(body, nodes);
    if (nodes.isEmpty()) {
      return;
    }
    JsonNode node = values.one(nodes);
    if (node instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      String name = values.one(names);
      switch (random.nextInt(4)) {
        case 0 -> object.remove(name);
        case 1 -> object.set(name + "x", object.get(name));
        default -> object.set(name, values.spoiled());
      }
    } else if (node instanceof ArrayNode array) {
      if (array.isEmpty() || random.nextBoolean()) {
        array.add(values.spoiled());
      } else {
        array.add(array.get(0));
      }
    }
  }

  private static void collect(JsonNode node, List<JsonNode> into) {
    if (node.isContainerNode()) {
      into.add(node);
      node.forEach(child -> collect(child, into));
    }
  }

  private byte[] spoiledText(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return switch (random.nextInt(12)) {
      case 0 -> new byte[0];
      case 1 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 2 -> flipped(bytes);
      case 3 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
      case 4 -> (text + text).getBytes(StandardCharsets.UTF_8);
      case 5 -> text.getBytes(StandardCharsets.UTF_16);
      case 6 -> ("é" + text).getBytes(Charset.forName("ISO-8859-1"));
      case 7 -> "[".repeat(1 + random.nextInt(20_000)).getBytes(StandardCharsets.UTF_8);
      case 8 -> "{\"a\":".repeat(1 + random.nextInt(5_000)).getBytes(StandardCharsets.UTF_8);
      case 9 ->
          text.replaceFirst("\\{", "{\"saidOn\":1,\"saidOn\":2,").getBytes(StandardCharsets.UTF_8);
      case 10 ->
          ("{\"title\":\"" + "x".repeat(HALF_A_MEBIBYTE * (1 + random.nextInt(3))) + "\"}")
              .getBytes(StandardCharsets.UTF_8);
      default -> values.odd().getBytes(StandardCharsets.UTF_8);
    };
  }

  private byte[] flipped(byte[] bytes) {
    byte[] copy = bytes.clone();
    for (int i = 0; i < 1 + copy.length / 100 && copy.length > 0; i++) {
      copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
    }
    return copy;
  }
}
