package org.alliedregistry.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.AnnotatedType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object into a record by the names and types of its components. An absent field and a
 * null are null; where the component is Optional, absent is null and an express null is empty.
 */
final class RecordReader {

  private static final int MAX_ITEMS = 100;

  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
        }
      };

  private RecordReader() {}

  static <T extends Record> @Nullable T read(
      JsonNode node, Class<T> type, String pointer, Faults faults) {
    if (!node.isObject()) {
      faults.add(pointer, "must be a JSON object");
      return null;
    }
    Shape shape = SHAPES.get(type);
    refuseUnknown(node, shape.names(), pointer, faults);
    Object[] values = new Object[shape.components().size()];
    for (int i = 0; i < values.length; i++) {
      Shape.Component component = shape.components().get(i);
      String at = pointer + "/" + component.name();
      values[i] = component(node.get(component.name()), component, at, faults);
      component.bounds().check(values[i], at, faults);
    }
    return type.cast(shape.create(values));
  }

  private static void refuseUnknown(
      JsonNode node, List<String> known, String pointer, Faults faults) {
    Iterator<String> names = node.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      if (!known.contains(name)) {
        faults.add(pointer + "/" + escape(name), "is not a field here" + Nearest.hint(name, known));
      }
    }
  }

  private static @Nullable Object component(
      @Nullable JsonNode node, Shape.Component component, String pointer, Faults faults) {
    if (node == null) {
      return null;
    }
    Object value = value(node, component.type(), pointer, faults);
    return component.isOptional() ? Optional.ofNullable(value) : value;
  }

  private static @Nullable Object value(
      JsonNode node, AnnotatedType type, String pointer, Faults faults) {
    if (node.isNull()) {
      return null;
    }
    Class<?> raw = Shape.rawType(type);
    if (raw == Map.class) {
      return map(node, Shape.lastArgument(type), pointer, faults);
    }
    if (raw == List.class) {
      return list(node, Shape.lastArgument(type), pointer, faults);
    }
    return raw.isRecord()
        ? read(node, raw.asSubclass(Record.class), pointer, faults)
        : Scalars.read(node, raw, pointer, faults);
  }

  /** The items up to the first that cannot be read: those after it would stand at wrong places. */
  private static @Nullable List<Object> list(
      JsonNode node, AnnotatedType item, String pointer, Faults faults) {
    if (!node.isArray()) {
      faults.add(pointer, "must be an array");
      return null;
    }
    if (node.size() > MAX_ITEMS) {
      faults.add(pointer, "must have at most " + MAX_ITEMS + " items");
      return null;
    }
    List<Object> items = new ArrayList<>();
    boolean readable = true;
    for (int i = 0; i < node.size(); i++) {
      Object value = item(node.get(i), item, pointer + "/" + i, faults);
      readable &= value != null;
      if (readable) {
        items.add(value);
      }
    }
    return items;
  }

  private static @Nullable Map<String, Object> map(
      JsonNode node, AnnotatedType item, String pointer, Faults faults) {
    if (!node.isObject()) {
      faults.add(pointer, "must be a JSON object");
      return null;
    }
    if (node.size() > MAX_ITEMS) {
      faults.add(pointer, "must have at most " + MAX_ITEMS + " items");
      return null;
    }
    Map<String, Object> items = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      Object value = item(field.getValue(), item, pointer + "/" + escape(field.getKey()), faults);
      if (value != null) {
        items.put(field.getKey(), value);
      }
    }
    return items;
  }

  private static @Nullable Object item(
      JsonNode node, AnnotatedType type, String pointer, Faults faults) {
    if (node.isNull()) {
      faults.add(pointer, "must not be null");
    }
    Object value = value(node, type, pointer, faults);
    Bounds.of(type).check(value, pointer, faults);
    return value;
  }

  /** A name as one step of a JSON pointer (RFC 6901). */
  static String escape(String name) {
    String shown = name.length() > 100 ? name.substring(0, 100) : name;
    return shown.replace("~", "~0").replace("/", "~1");
  }
}
