package org.alliedregistry.http.connection.fairness;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * New sockets that wait for a thread, by the network that they come from. The networks take turns:
 * a network that opens many sockets delays its own. Not safe for threads.
 *
 * @param <S> a socket
 */
public final class AcceptQueue<S> {

  private static final class OfNetwork<S> {

    private final String network;
    private final Queue<S> sockets = new ArrayDeque<>();

    private OfNetwork(String network) {
      this.network = network;
    }
  }

  /** The network whose turn is next comes first. */
  private final Map<String, OfNetwork<S>> byNetwork = new LinkedHashMap<>();

  private final LargestFirst<OfNetwork<S>> bySize = new LargestFirst<>();
  private int size;

  public void add(String network, S socket) {
    OfNetwork<S> own = byNetwork.computeIfAbsent(network, OfNetwork::new);
    own.sockets.add(socket);
    size++;
    bySize.move(own, own.sockets.size() - 1L, own.sockets.size());
  }

  /** The socket that waits longest of the network whose turn it is; null where none waits. */
  public @Nullable S take() {
    if (byNetwork.isEmpty()) {
      return null;
    }
    OfNetwork<S> first = byNetwork.values().iterator().next();
    byNetwork.remove(first.network);
    S socket = takeOf(first);
    if (!first.sockets.isEmpty()) {
      byNetwork.put(first.network, first);
    }
    return socket;
  }

  /** The socket that waits longest of the network that has most here; null where none waits. */
  public @Nullable S takeOfLargest() {
    OfNetwork<S> largest = bySize.fromTheLargest().findFirst().orElse(null);
    if (largest == null) {
      return null;
    }
    S socket = takeOf(largest);
    if (largest.sockets.isEmpty()) {
      byNetwork.remove(largest.network);
    }
    return socket;
  }

  private @Nullable S takeOf(OfNetwork<S> own) {
    bySize.move(own, own.sockets.size(), own.sockets.size() - 1L);
    size--;
    return own.sockets.poll();
  }

  public int size() {
    return size;
  }
}
