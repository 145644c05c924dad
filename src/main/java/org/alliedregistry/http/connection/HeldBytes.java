package org.alliedregistry.http.connection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.alliedregistry.http.connection.fairness.LargestFirst;

/**
 * Bytes that are held for connections, all together within a bound. Beyond it, connections give way
 * of the network that holds most; not safe for threads.
 */
final class HeldBytes {

  private static final class OfNetwork {

    private long bytes;

    /** Since when each holds some, or less than before. */
    private final Map<ConnectionGuard, Long> connections = new LinkedHashMap<>();
  }

  /** An ordinary request takes less, and is not refused because others are not closed yet. */
  private static final long ORDINARY = 8 << 10;

  /** For a bound that is small itself. */
  private static final long PART_OF_MOST = 1_000;

  /** So many are looked at to find one that gives way first. */
  private static final int MAX_LOOKS = 1_000;

  private final long most;
  private final Predicate<ConnectionGuard> givesWayFirst;
  private final Map<String, OfNetwork> byNetwork = new HashMap<>();
  private final LargestFirst<OfNetwork> bySize = new LargestFirst<>();

  /** Those that give way, until they are closed: their thread may be busy. */
  private final Map<ConnectionGuard, Long> leaving = new HashMap<>();

  private long staying;
  private long ofLeaving;

  /**
   * @param givesWayFirst which of the connections of one network give way before others
   */
  HeldBytes(long max, Predicate<ConnectionGuard> givesWayFirst) {
    this.most = max;
    this.givesWayFirst = givesWayFirst;
  }

  /**
   * A connection holds so many now.
   *
   * @return those that give way, where they are too many: none of theirs was given back for longest
   */
  List<ConnectionGuard> set(ConnectionGuard connection, long bytes) {
    if (leaving.containsKey(connection)) {
      return List.of();
    }
    put(connection, bytes);
    List<ConnectionGuard> tooMany = new ArrayList<>();
    while (staying > most) {
      tooMany.add(takeOne());
    }
    return tooMany;
  }

  private void put(ConnectionGuard connection, long bytes) {
    OfNetwork own = byNetwork.computeIfAbsent(connection.network(), network -> new OfNetwork());
    long before = own.connections.getOrDefault(connection, 0L);
    if (bytes < before) {
      // what gets less is not the one that stays longest
      own.connections.remove(connection);
    }
    if (bytes > 0) {
      own.connections.put(connection, bytes);
    }
    bySize.move(own, own.bytes, own.bytes + bytes - before);
    own.bytes += bytes - before;
    staying += bytes - before;
    if (own.bytes == 0) {
      byNetwork.remove(connection.network());
    }
  }

  private ConnectionGuard takeOne() {
    OfNetwork largest = bySize.fromTheLargest().findFirst().orElseThrow();
    ConnectionGuard eldest = eldest(largest.connections.keySet());
    long bytes = largest.connections.getOrDefault(eldest, 0L);
    put(eldest, 0);
    leaving.put(eldest, bytes);
    ofLeaving += bytes;
    return eldest;
  }

  /** The eldest of those that give way first; where none is found, the eldest. */
  private ConnectionGuard eldest(Set<ConnectionGuard> connections) {
    return connections.stream()
        .limit(MAX_LOOKS)
        .filter(givesWayFirst)
        .findFirst()
        .orElseGet(() -> connections.iterator().next());
  }

  /** It is closed. */
  void forget(ConnectionGuard connection) {
    put(connection, 0);
    Long left = leaving.remove(connection);
    ofLeaving -= left == null ? 0 : left;
  }

  /** Whether it may hold so many until those that give way are closed. */
  boolean hasRoom(ConnectionGuard connection, long bytes) {
    return !leaving.containsKey(connection)
        && (bytes <= Math.min(ORDINARY, most / PART_OF_MOST) || all() <= 2 * most);
  }

  long all() {
    return staying + ofLeaving;
  }
}
