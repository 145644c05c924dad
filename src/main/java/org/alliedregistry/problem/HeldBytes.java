package org.alliedregistry.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bytes that are held for connections, all together within a bound; not safe for threads. */
final class HeldBytes {

  private final long most;

  /** Since when each holds some, or less than before. */
  private final Map<ConnectionGuard, Long> staying = new LinkedHashMap<>();

  /** Those that give way, until they are closed: their thread may be busy. */
  private final Map<ConnectionGuard, Long> leaving = new LinkedHashMap<>();

  private long all;
  private long ofLeaving;

  HeldBytes(long most) {
    this.most = most;
  }

  /**
   * A connection holds so many now.
   *
   * @return the one that gives way, where they are too many: none of its was given back for longest
   */
  @Nullable ConnectionGuard set(ConnectionGuard connection, long bytes) {
    if (leaving.containsKey(connection)) {
      return null;
    }
    Long before = staying.get(connection);
    if (before != null && bytes < before) {
      // what gets less is not the one that stays longest
      staying.remove(connection);
    }
    if (bytes > 0) {
      staying.put(connection, bytes);
    }
    all += bytes - (before == null ? 0 : before);
    if (all - ofLeaving <= most) {
      return null;
    }
    Map.Entry<ConnectionGuard, Long> eldest = staying.entrySet().iterator().next();
    leaving.put(eldest.getKey(), eldest.getValue());
    ofLeaving += eldest.getValue();
    staying.remove(eldest.getKey());
    return eldest.getKey();
  }

  /** It is closed. */
  void forget(ConnectionGuard connection) {
    Long stayed = staying.remove(connection);
    Long left = leaving.remove(connection);
    all -= (stayed == null ? 0 : stayed) + (left == null ? 0 : left);
    ofLeaving -= left == null ? 0 : left;
  }

  /** Whether there is room until those that give way are closed. */
  boolean hasRoom() {
    return all <= 2 * most;
  }

  long all() {
    return all;
  }
}
