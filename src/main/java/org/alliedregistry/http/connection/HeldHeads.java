package org.alliedregistry.http.connection;

import java.util.ArrayDeque;
import java.util.Queue;

/** What the heads on one connection take in memory: parts of them, and whole ones. */
final class HeldHeads {

  private final Connections connections;
  private final ConnectionGuard connection;

  /** Of each request that is not answered. */
  private final Queue<Long> underWay = new ArrayDeque<>();

  private long ofUnderWay;

  /** The bytes of this connection that are reported to the count of all connections. */
  private long reported;

  HeldHeads(Connections connections, ConnectionGuard connection) {
    this.connections = connections;
    this.connection = connection;
  }

  void begin(HeadLength head) {
    long heap = head.heap();
    ofUnderWay += heap;
    underWay.add(heap);
  }

  /** The first is. */
  void answered() {
    Long first = underWay.poll();
    ofUnderWay -= first == null ? 0 : first;
  }

  int underWay() {
    return underWay.size();
  }

  /**
   * Says what is held, where that has changed.
   *
   * @return false where the connection must give way
   */
  boolean hold(UnparsedBytes part) {
    long before = reported;
    reported = part.bytes() * HeadLength.HEAP_OF_A_BYTE + ofUnderWay;
    return reported == before || connections.holdHeads(connection, reported);
  }
}
