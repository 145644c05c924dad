package org.alliedregistry.http.connection.fairness;

import java.util.LinkedHashSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Values sorted by a number that each has, the largest first. Not safe for threads. */
public final class LargestFirst<T> {

  private final NavigableMap<Long, Set<T>> byNumber = new TreeMap<>();

  /** Changes the number of a value. A value with 0 is removed. */
  public void move(T value, long before, long now) {
    byNumber.computeIfPresent(
        before, (number, all) -> all.remove(value) && all.isEmpty() ? null : all);
    if (now > 0) {
      byNumber.computeIfAbsent(now, number -> new LinkedHashSet<>()).add(value);
    }
  }

  /** The values, largest number first; of equal ones, the one that has had it for longest. */
  public Stream<T> fromTheLargest() {
    return byNumber.descendingMap().values().stream().flatMap(Set::stream);
  }
}
