package org.alliedregistry.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** JSON as the tests read and write it: exact decimals, and short to write down. */
public final class Json {

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final ObjectReader LAX =
      STRICT
          .reader()
          .with(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .with(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES);

  private Json() {}

  /** Well-formed JSON without a name that is given twice. */
  public static JsonNode read(String text) {
    try {
      return STRICT.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not well-formed JSON: " + text, e);
    }
  }

  /** An object from its fields, written as {@code saidOn: '2026-01-01', place: null}. */
  public static ObjectNode object(String fields) {
    try {
      return (ObjectNode) LAX.readTree("{" + fields + "}");
    } catch (JsonProcessingException e) {
      throw new AssertionError("not the fields of an object: " + fields, e);
    }
  }

  /** The object with these fields besides; a field given in both is the later one's. */
  public static ObjectNode with(ObjectNode object, String fields) {
    ObjectNode copy = object.deepCopy();
    copy.setAll(object(fields));
    return copy;
  }

  public static ObjectNode without(ObjectNode object, String... fields) {
    ObjectNode copy = object.deepCopy();
    copy.remove(List.of(fields));
    return copy;
  }

  /** One field of each item of an array, as text. */
  public static List<String> texts(JsonNode items, String field) {
    List<String> texts = new ArrayList<>();
    items.forEach(item -> texts.add(item.get(field).asText()));
    return texts;
  }

  /** The items of an array of texts. */
  public static List<String> texts(JsonNode items) {
    List<String> texts = new ArrayList<>();
    items.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
