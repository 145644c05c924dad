package org.alliedregistry.http.page;

import java.util.Map;
import org.alliedregistry.http.QueryReader;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list.
 *
 * @param field what it is sorted by
 * @param isDescending whether the last comes first
 */
public record SortOrder<F>(F field, boolean isDescending) {

  private static final String DESCENDING = "-";

  /**
   * Reads `sort`: the name of a field, with `-` before it for the last first. Another name is a
   * violation that lists the names.
   *
   * @param fields by their names
   */
  public static <F> SortOrder<F> of(
      @Nullable String value, Map<String, F> fields, SortOrder<F> byDefault, QueryReader reader) {
    if (value == null) {
      return byDefault;
    }
    boolean isDescending = value.startsWith(DESCENDING);
    F field = fields.get(isDescending ? value.substring(1) : value);
    if (field == null) {
      reader.addViolation(
          "sort",
          "must be one of "
              + String.join(", ", fields.keySet())
              + ", with - before it to begin with the last");
      return byDefault;
    }
    return new SortOrder<>(field, isDescending);
  }
}
