package org.alliedregistry.http.table;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table of records. A component of a component has both names, joined by a dot,
 * such as {@code amount.low}. The columns depend on the type only, so they are the same for every
 * table of it.
 *
 * @param columns in the order of the components
 */
record TableColumns(List<Column> columns) {

  private static final String BETWEEN_ITEMS = "; ";

  /** The kind of the cells of a column. */
  private enum Kind {
    DATE,
    INSTANT,
    OTHER
  }

  /**
   * A column.
   *
   * @param path the names of the components that lead to its values
   */
  record Column(List<String> path, Kind kind) {

    String name() {
      return String.join(".", path);
    }

    /** The value of a row: a text, a decimal number, a Boolean, a date, an instant or null. */
    private @Nullable Object value(JsonNode row) {
      JsonNode value = row;
      for (String name : path) {
        value = value.path(name);
      }
      if (value.isNull() || value.isMissingNode()) {
        return null;
      }
      return switch (kind) {
        case DATE -> LocalDate.parse(value.textValue());
        case INSTANT -> Instant.parse(value.textValue());
        case OTHER -> cell(value);
      };
    }
  }

  static TableColumns of(Class<?> type) {
    List<Column> columns = new ArrayList<>();
    add(type, List.of(), columns);
    return new TableColumns(List.copyOf(columns));
  }

  private static void add(Class<?> type, List<String> path, List<Column> columns) {
    for (RecordComponent component : type.getRecordComponents()) {
      List<String> own = new ArrayList<>(path);
      if (!component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        own.add(name(component));
      }
      if (component.getType().isRecord()) {
        add(component.getType(), own, columns);
      } else if (!isMapOfRecords(component)) {
        columns.add(new Column(List.copyOf(own), kind(component.getType())));
      }
    }
  }

  /** Such a map has a name in each row, so it has no column. */
  private static boolean isMapOfRecords(RecordComponent component) {
    return component.getGenericType() instanceof ParameterizedType map
        && Map.class.isAssignableFrom(component.getType())
        && map.getActualTypeArguments()[1] instanceof Class<?> value
        && value.isRecord();
  }

  private static String name(RecordComponent component) {
    JsonProperty given = component.getAccessor().getAnnotation(JsonProperty.class);
    return given == null || given.value().isEmpty() ? component.getName() : given.value();
  }

  private static Kind kind(Class<?> type) {
    if (type == LocalDate.class) {
      return Kind.DATE;
    }
    return type == Instant.class ? Kind.INSTANT : Kind.OTHER;
  }

  List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /** The cells of a row: texts, decimal numbers, Booleans, dates, instants and nulls. */
  List<@Nullable Object> cells(JsonNode row) {
    List<@Nullable Object> cells = new ArrayList<>(columns.size());
    columns.forEach(column -> cells.add(column.value(row)));
    return cells;
  }

  private static Object cell(JsonNode value) {
    if (value.isNumber()) {
      return value.decimalValue();
    }
    return value.isBoolean() ? (Object) value.booleanValue() : harmless(text(value));
  }

  /** The text of a value. Items of a list, and entries of an object, are joined. */
  private static String text(JsonNode value) {
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(TableColumns::item)
          .collect(Collectors.joining(BETWEEN_ITEMS));
    }
    if (value.isObject()) {
      return value.properties().stream()
          .map(entry -> entry.getKey() + "=" + item(entry.getValue()))
          .collect(Collectors.joining(BETWEEN_ITEMS));
    }
    return value.asText();
  }

  /** An item of a list: its text, or JSON where it has parts. */
  private static String item(JsonNode item) {
    if (item.isNumber()) {
      return item.decimalValue().toPlainString();
    }
    return item.isValueNode() ? item.asText() : item.toString();
  }

  /**
   * A text that a spreadsheet does not take for a formula: an apostrophe stands before {@code =},
   * {@code +}, {@code -} and {@code @}, and before an apostrophe. Who reads the table removes one.
   */
  static String harmless(String text) {
    return !text.isEmpty() && "=+-@'".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
