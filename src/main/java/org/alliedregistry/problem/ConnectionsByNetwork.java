package org.alliedregistry.problem;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The open connections by the network that they come from; not safe for threads. One more, or one
 * less, costs about the same however many there are.
 */
final class ConnectionsByNetwork {

  private static final class Open {

    private int number;

    /** For their caller, since when each does. */
    private final Set<ConnectionGuard> waiting = new LinkedHashSet<>();
  }

  private final Map<String, Open> byNetwork = new HashMap<>();

  /** Those of which one waits, by how many are open: there are few different numbers. */
  private final NavigableMap<Integer, Set<Open>> byNumber = new TreeMap<>();

  void opened(ConnectionGuard connection) {
    change(connection, 1, true);
  }

  void closed(ConnectionGuard connection) {
    change(connection, -1, false);
  }

  void waits(ConnectionGuard connection, boolean now) {
    change(connection, 0, now);
  }

  private void change(ConnectionGuard connection, int more, boolean waits) {
    Open open = byNetwork.computeIfAbsent(connection.network(), network -> new Open());
    int before = rank(open);
    open.number += more;
    if (waits) {
      open.waiting.add(connection);
    } else {
      open.waiting.remove(connection);
    }
    if (open.number == 0) {
      byNetwork.remove(connection.network());
    }
    move(open, before, rank(open));
  }

  private static int rank(Open open) {
    return open.waiting.isEmpty() ? 0 : open.number;
  }

  private void move(Open open, int before, int now) {
    if (before == now) {
      return;
    }
    byNumber.computeIfPresent(
        before, (number, all) -> all.remove(open) && all.isEmpty() ? null : all);
    if (now > 0) {
      byNumber.computeIfAbsent(now, number -> new LinkedHashSet<>()).add(open);
    }
  }

  int networks() {
    return byNetwork.size();
  }

  /** Of the network with the most connections, as far as one of them waits, the one longest. */
  @Nullable ConnectionGuard waitingLongest() {
    return byNumber.isEmpty()
        ? null
        : byNumber.lastEntry().getValue().iterator().next().waiting.iterator().next();
  }
}
