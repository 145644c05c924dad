package org.alliedregistry.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.AnnotatedType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alliedregistry.problem.Violations;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object into a record by the names and types of its components. A null is read as an
 * absent field.
 */
public final class RecordBinder {

  private static final ClassValue<RecordShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected RecordShape computeValue(Class<?> type) {
          return RecordShape.of(type);
        }
      };

  private final LocalDate today;
  private final Violations violations;

  /**
   * @param today the day that limits on days refer to
   */
  RecordBinder(LocalDate today, Violations violations) {
    this.today = today;
    this.violations = violations;
  }

  <T extends Record> @Nullable T read(JsonNode node, Class<T> type, String pointer) {
    if (!node.isObject()) {
      violations.add(pointer, "must be a JSON object");
      return null;
    }
    RecordShape shape = SHAPES.get(type);
    refuseUnknown(node, shape, pointer);
    Object[] values = new Object[shape.components().size()];
    for (int i = 0; i < values.length; i++) {
      RecordShape.Component component = shape.components().get(i);
      String at = pointer + "/" + component.name();
      values[i] =
          value(node.get(component.name()), component.type(), component.bounds().maxItems(), at);
      component.bounds().check(values[i], today, at, violations);
    }
    return type.cast(shape.create(values));
  }

  private void refuseUnknown(JsonNode node, RecordShape shape, String pointer) {
    Iterator<String> names = node.fieldNames();
    while (names.hasNext()) {
      String name = names.next();
      if (shape.names().contains(name)) {
        continue;
      }
      String at = pointer + "/" + escape(name);
      String why = shape.readOnly().get(name);
      if (why == null) {
        violations.addWithHint(at, "is not a field of this object", name, shape.names());
      } else {
        violations.add(at, why);
      }
    }
  }

  private @Nullable Object value(
      @Nullable JsonNode node, AnnotatedType type, int maxItems, String pointer) {
    if (node == null || node.isNull()) {
      return null;
    }
    Class<?> raw = RecordShape.rawType(type);
    if (raw == Map.class) {
      return map(node, RecordShape.lastArgument(type), maxItems, pointer);
    }
    if (raw == List.class) {
      return list(node, RecordShape.lastArgument(type), maxItems, pointer);
    }
    return raw.isRecord()
        ? read(node, raw.asSubclass(Record.class), pointer)
        : ScalarReader.read(node, raw, pointer, violations);
  }

  /** The items up to the first that cannot be read; later ones would get wrong indices. */
  private @Nullable List<Object> list(
      JsonNode node, AnnotatedType item, int maxItems, String pointer) {
    if (!node.isArray()) {
      violations.add(pointer, "must be an array");
      return null;
    }
    if (node.size() > maxItems) {
      violations.add(pointer, "must have at most " + maxItems + " items");
      return null;
    }
    List<Object> items = new ArrayList<>();
    boolean readable = true;
    for (int i = 0; i < node.size(); i++) {
      Object value = item(node.get(i), item, pointer + "/" + i);
      readable &= value != null;
      if (readable) {
        items.add(value);
      }
    }
    return items;
  }

  private @Nullable Map<String, Object> map(
      JsonNode node, AnnotatedType item, int maxItems, String pointer) {
    if (!node.isObject()) {
      violations.add(pointer, "must be a JSON object");
      return null;
    }
    if (node.size() > maxItems) {
      violations.add(pointer, "must have at most " + maxItems + " items");
      return null;
    }
    Map<String, Object> items = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      Object value = item(field.getValue(), item, pointer + "/" + escape(field.getKey()));
      if (value != null) {
        items.put(field.getKey(), value);
      }
    }
    return items;
  }

  private @Nullable Object item(JsonNode node, AnnotatedType type, String pointer) {
    if (node.isNull()) {
      violations.add(pointer, "must not be null");
    }
    Object value = value(node, type, ConstraintChecker.DEFAULT_MAX_ITEMS, pointer);
    ConstraintChecker.of(type).check(value, today, pointer, violations);
    return value;
  }

  /** A name as one step of a JSON pointer (RFC 6901). */
  public static String escape(String name) {
    String shown = name.length() > 100 ? name.substring(0, 100) : name;
    return shown.replace("~", "~0").replace("/", "~1");
  }
}
