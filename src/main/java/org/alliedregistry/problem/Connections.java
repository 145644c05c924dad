package org.alliedregistry.problem;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * All connections, and what they make the service hold before a request is known. Beyond a bound
 * one gives way of the network that has most: the one that has waited longest for its caller. So
 * whoever comes with a request is answered, whatever others hold.
 */
final class Connections {

  private static final long HEAP_FOR_EACH = 64 << 10;

  /** A byte of a header takes up to 30 in memory, and they may take a sixteenth of the heap. */
  private static final long HEAP_FOR_A_BYTE_OF_A_HEAD = 16 * 30;

  /** Answers that are not taken may hold a sixteenth of the heap. */
  private static final long HEAP_FOR_A_BYTE_OF_AN_ANSWER = 16;

  private final int mostOpen;
  private final Duration headTimeout;

  private final ConnectionsByNetwork all = new ConnectionsByNetwork();

  /** Bytes that are part of no request yet. */
  private final HeldBytes begun;

  /** Bytes of answers that are not taken. */
  private final HeldBytes unsent;

  private int open;

  Connections(PatienceConfig config) {
    this(
        config.maxConnections().orElse((int) (Runtime.getRuntime().maxMemory() / HEAP_FOR_EACH)),
        Runtime.getRuntime().maxMemory() / HEAP_FOR_A_BYTE_OF_A_HEAD,
        Runtime.getRuntime().maxMemory() / HEAP_FOR_A_BYTE_OF_AN_ANSWER,
        config.headTimeout());
  }

  Connections(int mostOpen, long mostBegun, long mostUnsent, Duration headTimeout) {
    this.mostOpen = mostOpen;
    this.begun = new HeldBytes(mostBegun);
    this.unsent = new HeldBytes(mostUnsent);
    this.headTimeout = headTimeout;
  }

  Duration headTimeout() {
    return headTimeout;
  }

  void opened(ConnectionGuard connection) {
    ConnectionGuard tooMany;
    synchronized (this) {
      open++;
      // chosen before it is one of them: who comes is not who waited longest
      tooMany = open > mostOpen ? all.takeFor(connection) : null;
      all.opened(connection);
    }
    close(tooMany);
  }

  synchronized void closed(ConnectionGuard connection) {
    open--;
    all.closed(connection);
    begun.forget(connection);
    unsent.forget(connection);
  }

  /**
   * A connection holds so many bytes of heads that are not complete, or not answered yet; 0 once it
   * holds none.
   *
   * @return false where there is no room until the one that gives way is closed
   */
  boolean begun(ConnectionGuard connection, long bytes) {
    return hold(begun, connection, bytes);
  }

  /**
   * A connection does not take so many bytes of answers; 0 once it does.
   *
   * @return false where there is no room until the one that gives way is closed
   */
  boolean unsent(ConnectionGuard connection, long bytes) {
    return hold(unsent, connection, bytes);
  }

  private boolean hold(HeldBytes held, ConnectionGuard connection, long bytes) {
    ConnectionGuard tooMany;
    boolean hasRoom;
    synchronized (this) {
      tooMany = held.set(connection, bytes);
      hasRoom = bytes == 0 || held.hasRoom();
    }
    close(tooMany);
    return hasRoom;
  }

  private static void close(@Nullable ConnectionGuard connection) {
    if (connection != null) {
      connection.close();
    }
  }

  synchronized int open() {
    return open;
  }

  /** How many networks they come from. */
  synchronized int networks() {
    return all.networks();
  }

  synchronized long bytesBegun() {
    return begun.all();
  }

  synchronized long bytesUnsent() {
    return unsent.all();
  }
}
