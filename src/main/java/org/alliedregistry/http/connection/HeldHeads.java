package org.alliedregistry.http.connection;

/** The memory of the request heads on one connection, both incomplete and complete ones. */
final class HeldHeads {

  private final Connections connections;
  private final ConnectionGuard connection;

  /** The memory of each request that is not answered, the first first. An array is cheapest. */
  private final long[] underWay;

  private int first;
  private int number;

  private long ofUnderWay;

  /** The bytes of this connection that are reported to the count of all connections. */
  private long reported;

  /**
   * @param most requests that may be under way; a further one may begin and is then answered first
   */
  HeldHeads(Connections connections, ConnectionGuard connection, int most) {
    this.underWay = new long[most + 1];
    this.connections = connections;
    this.connection = connection;
  }

  void begin(HeadLength head) {
    long heap = head.heap();
    ofUnderWay += heap;
    underWay[(first + number) % underWay.length] = heap;
    number++;
  }

  /** The first request is answered. */
  void answered() {
    if (number > 0) {
      ofUnderWay -= underWay[first];
      first = (first + 1) % underWay.length;
      number--;
    }
  }

  int underWay() {
    return number;
  }

  /**
   * Reports the memory held, if it has changed.
   *
   * @return false if the connection must be closed
   */
  boolean hold(UnparsedBytes part) {
    long before = reported;
    reported = part.bytes() * HeadLength.HEAP_OF_A_BYTE + ofUnderWay;
    return reported == before || connections.holdHeads(connection, reported);
  }
}
