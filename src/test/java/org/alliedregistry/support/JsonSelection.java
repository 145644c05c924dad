package org.alliedregistry.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path language and the matching of the worked cases, as {@code src/test/worked-cases/check.py}
 * defines them: {@code a.b}, {@code a[0]}, {@code a[key=value]}.
 */
final class JsonSelection {

  private static final Pattern STEP = Pattern.compile("([A-Za-z_]\\w*)|\\[([^\\]]+)\\]");

  private JsonSelection() {}

  /** What stands at the path; empty where nothing does. */
  static Optional<JsonNode> at(JsonNode document, String path) {
    JsonNode here = document;
    Matcher step = STEP.matcher(path);
    while (step.find() && !here.isMissingNode()) {
      String name = step.group(1);
      String index = step.group(2);
      if (name != null) {
        here = here.path(name);
      } else if (index.matches("\\d+")) {
        here = here.path(Integer.parseInt(index));
      } else {
        here = item(here, index.split("=", 2));
      }
    }
    return here.isMissingNode() ? Optional.empty() : Optional.of(here);
  }

  private static JsonNode item(JsonNode items, String[] keyAndValue) {
    for (JsonNode item : items) {
      JsonNode value = item.path(keyAndValue[0]);
      String text = value.isArray() ? String.join(",", Json.texts(value)) : value.asText();
      if (text.equals(keyAndValue[1])) {
        return item;
      }
    }
    return items.path("no such item");
  }

  /** Objects match where every field named matches; all else is equal, numbers by value. */
  static boolean matches(JsonNode want, JsonNode got) {
    if (want.isObject()) {
      return got.isObject()
          && want.properties().stream()
              .allMatch(f -> got.has(f.getKey()) && matches(f.getValue(), got.get(f.getKey())));
    }
    if (want.isArray()) {
      return got.isArray() && want.size() == got.size() && itemsMatch(want, got);
    }
    return want.isNumber()
        ? got.isNumber() && want.decimalValue().compareTo(got.decimalValue()) == 0
        : want.equals(got);
  }

  private static boolean itemsMatch(JsonNode want, JsonNode got) {
    Iterator<JsonNode> items = got.iterator();
    for (JsonNode item : want) {
      if (!matches(item, items.next())) {
        return false;
      }
    }
    return true;
  }
}
