package org.alliedregistry.http.connection;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All connections, and what they make the service hold before a request is known. Beyond a bound
 * one gives way of the network that has most: the one that has waited longest for its caller. So
 * whoever comes with a request is answered, whatever others hold.
 */
final class Connections {

  private static final long HEAP_FOR_EACH = 64 << 10;

  /** Of the heap, which heads may hold, and answers that are not taken as much. */
  private static final long A_SIXTEENTH = 16;

  private final int mostOpen;
  private final Duration headTimeout;

  private final ConnectionsByNetwork all = new ConnectionsByNetwork();

  /** Of heads that are not complete, or not answered yet. */
  private final HeldBytes heads;

  /** Of answers that are not taken. */
  private final HeldBytes answers;

  private int open;

  Connections(TimeoutConfig config) {
    this(
        config.maxConnections().orElse((int) (Runtime.getRuntime().maxMemory() / HEAP_FOR_EACH)),
        Runtime.getRuntime().maxMemory() / A_SIXTEENTH,
        Runtime.getRuntime().maxMemory() / A_SIXTEENTH,
        config.headTimeout());
  }

  Connections(int mostOpen, long mostOfHeads, long mostOfAnswers, Duration headTimeout) {
    this.mostOpen = mostOpen;
    this.heads = new HeldBytes(mostOfHeads);
    this.answers = new HeldBytes(mostOfAnswers);
    this.headTimeout = headTimeout;
  }

  Duration headTimeout() {
    return headTimeout;
  }

  void opened(ConnectionGuard connection) {
    @Nullable ConnectionGuard tooMany;
    synchronized (this) {
      open++;
      // chosen before it is one of them: who comes is not who waited longest
      tooMany = open > mostOpen ? all.takeFor(connection) : null;
      all.opened(connection);
    }
    if (tooMany != null) {
      tooMany.close();
    }
  }

  synchronized void closed(ConnectionGuard connection) {
    open--;
    all.closed(connection);
    heads.forget(connection);
    answers.forget(connection);
  }

  /**
   * A connection holds so many bytes of memory for heads that are not complete, or not answered
   * yet; 0 once it holds none.
   *
   * @return false where it must give way, or there is no room until others have
   */
  boolean holdHeads(ConnectionGuard connection, long bytes) {
    return hold(heads, connection, bytes);
  }

  /**
   * A connection does not take so many bytes of answers; 0 once it does.
   *
   * @return false where it must give way, or there is no room until others have
   */
  boolean holdAnswers(ConnectionGuard connection, long bytes) {
    return hold(answers, connection, bytes);
  }

  private boolean hold(HeldBytes held, ConnectionGuard connection, long bytes) {
    List<ConnectionGuard> tooMany;
    boolean hasRoom;
    synchronized (this) {
      tooMany = held.set(connection, bytes);
      hasRoom = bytes == 0 || held.hasRoom(connection);
    }
    tooMany.forEach(ConnectionGuard::close);
    return hasRoom;
  }

  synchronized int open() {
    return open;
  }

  /** How many networks they come from. */
  synchronized int networks() {
    return all.networks();
  }

  synchronized long bytesOfHeads() {
    return heads.all();
  }

  synchronized long bytesOfAnswers() {
    return answers.all();
  }
}
