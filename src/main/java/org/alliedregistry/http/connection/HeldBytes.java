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
 * The bytes that connections hold, with a limit for all together. Beyond it, connections of the
 * network that holds most must be closed. Not safe for threads.
 */
final class HeldBytes {

  private static final class OfNetwork {

    private long bytes;

    /** Since when each holds some, or less than before. */
    private final Map<ConnectionGuard, Long> connections = new LinkedHashMap<>();
  }

  /** An ordinary request holds less than this. It is not refused while others are being closed. */
  private static final long ORDINARY = 8 << 10;

  /** With a small limit, a request that holds less than one part in this many is ordinary. */
  private static final long PART_OF_MOST = 1_000;

  /** The number of connections that are checked to find one that gives way first. */
  private static final int MAX_LOOKS = 1_000;

  private final long most;
  private final Predicate<ConnectionGuard> givesWayFirst;
  private final Map<String, OfNetwork> byNetwork = new HashMap<>();
  private final LargestFirst<OfNetwork> bySize = new LargestFirst<>();

  /** The connections that must be closed, until they are. Their thread may be busy. */
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
   * Sets the bytes that a connection holds.
   *
   * @return the connections that must be closed, of the network that holds most: those that give
   *     way first, and of these the ones that have freed no bytes for longest
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

  /** The oldest connection that gives way first; if there is none, the oldest. */
  private ConnectionGuard eldest(Set<ConnectionGuard> connections) {
    return connections.stream()
        .limit(MAX_LOOKS)
        .filter(givesWayFirst)
        .findFirst()
        .orElseGet(() -> connections.iterator().next());
  }

  /** Removes a connection that is closed. */
  void forget(ConnectionGuard connection) {
    put(connection, 0);
    Long left = leaving.remove(connection);
    ofLeaving -= left == null ? 0 : left;
  }

  /** Whether a connection may hold this many bytes while others are being closed. */
  boolean hasRoom(ConnectionGuard connection, long bytes) {
    return !leaving.containsKey(connection)
        && (bytes <= Math.min(ORDINARY, most / PART_OF_MOST) || all() <= 2 * most);
  }

  long all() {
    return staying + ofLeaving;
  }
}
