package org.alliedregistry.http.page;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A page of a list. Only what is shown, or looked at to know whether it is, is made for it.
 *
 * @param next where in the list the next page begins, negative where there is none
 */
record Page<V>(List<V> shown, int next) {

  private static final int NONE = -1;

  /**
   * @param all the list in order
   * @param from where in it the page begins
   * @param limit the most it shows
   * @param view what is sent of one, empty where it is not asked for
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
