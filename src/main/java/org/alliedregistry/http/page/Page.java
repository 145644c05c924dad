package org.alliedregistry.http.page;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A page of a list. Items after the page are not read.
 *
 * @param next the index in the list at which the next page begins; negative if there is none
 */
record Page<V>(List<V> shown, int next) {

  private static final int NONE = -1;

  /**
   * @param all the list in order
   * @param from the index at which the page begins
   * @param limit the maximum number of items shown
   * @param view makes the view of an item; empty if the item does not match
   */
  static <T, V> Page<V> of(Stream<T> all, int from, int limit, Function<T, Optional<V>> view) {
    List<V> shown = new ArrayList<>();
    int place = from;
    for (Iterator<T> rest = all.skip(from).iterator(); rest.hasNext(); place++) {
      Optional<V> value = view.apply(rest.next());
      if (value.isPresent() && shown.size() == limit) {
        return new Page<>(shown, place);
      }
      value.ifPresent(shown::add);
    }
    return new Page<>(shown, NONE);
  }

  boolean isLast() {
    return next == NONE;
  }
}
