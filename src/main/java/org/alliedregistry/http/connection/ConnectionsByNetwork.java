package org.alliedregistry.http.connection;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alliedregistry.http.connection.fairness.LargestFirst;
import org.jspecify.annotations.Nullable;

/**
 * The open connections by the network that they come from; not safe for threads. A request changes
 * nothing here: which connections were used is looked at when one has to give way.
 */
final class ConnectionsByNetwork {

  private static final class Open {

    private int number;

    /** Those that may give way, the one first that was not seen in use for longest. */
    private final Set<ConnectionGuard> connections = new LinkedHashSet<>();
  }

  private final Map<String, Open> byNetwork = new HashMap<>();

  private final LargestFirst<Open> byNumber = new LargestFirst<>();

  void opened(ConnectionGuard connection) {
    Open open = byNetwork.computeIfAbsent(connection.network(), network -> new Open());
    open.connections.add(connection);
    move(open, open.number + 1);
  }

  void closed(ConnectionGuard connection) {
    Open open = byNetwork.get(connection.network());
    if (open != null) {
      open.connections.remove(connection);
      move(open, open.number - 1);
      if (open.number == 0) {
        byNetwork.remove(connection.network());
      }
    }
  }

  private void move(Open open, int number) {
    byNumber.move(open, open.number, number);
    open.number = number;
  }

  int networks() {
    return byNetwork.size();
  }

  /**
   * The one that gives way to a new one. It is of the network with the most connections of which
   * one waits; where a network has more than that of the new one and none of its waits, one that is
   * being answered goes. It is not chosen again. Where no other is, the new one goes itself.
   */
  ConnectionGuard takeFor(ConnectionGuard newOne) {
    Open own = byNetwork.get(newOne.network());
    int fair = own == null ? 1 : own.number + 1;
    return byNumber
        .fromTheLargest()
        .flatMap(open -> take(open, fair).stream())
        .findFirst()
        .orElse(newOne);
  }

  private static Optional<ConnectionGuard> take(Open open, int fair) {
    ConnectionGuard found = waiting(open.connections);
    if (found == null && open.number > fair && !open.connections.isEmpty()) {
      found = open.connections.iterator().next();
    }
    open.connections.remove(found);
    return Optional.ofNullable(found);
  }

  /**
   * The first that waits and was not used since the last look. Whichever is looked at goes to the
   * end, and counts as not used the second time.
   */
  private static @Nullable ConnectionGuard waiting(Set<ConnectionGuard> connections) {
    for (int looks = 2 * connections.size(); looks > 0; looks--) {
      ConnectionGuard first = connections.iterator().next();
      boolean wasUsed = first.use().wasUsed();
      if (first.use().isWaiting() && !wasUsed) {
        return first;
      }
      connections.remove(first);
      connections.add(first);
    }
    return null;
  }
}
