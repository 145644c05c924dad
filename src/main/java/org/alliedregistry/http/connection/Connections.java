package org.alliedregistry.http.connection;

import com.sun.management.UnixOperatingSystemMXBean;
import io.quarkus.logging.Log;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * All connections, and the memory that they hold before a request is complete. Beyond a limit a
 * connection of the network that has most is closed: the one that has waited longest for its
 * caller. So a new request is answered whatever other callers hold.
 */
final class Connections {

  private static final long HEAP_FOR_EACH = 64 << 10;

  /** One for itself, one for a socket that waits to be closed, one that the system frees later. */
  private static final int DESCRIPTORS_FOR_EACH = 3;

  /** So many may wait to be closed beside those that are open, however few these may be. */
  private static final int SPARE_SOCKETS = 1_000;

  /** For the store and a few sockets of each port, beside those that the start took. */
  private static final int OTHER_DESCRIPTORS = 128;

  /** Heads may hold one part in this many of the heap, and unread answers as much again. */
  private static final long HEAP_SHARE = 16;

  private final int mostOpen;
  private final int mostSockets;
  private final Duration headTimeout;

  private final ConnectionsByNetwork all = new ConnectionsByNetwork();

  /** The memory of heads that are incomplete or not answered yet. */
  private final HeldBytes heads;

  /** The memory of answers that clients have not read. */
  private final HeldBytes answers;

  private int open;

  /** Sockets that are accepted and not closed. The thread of a new one may not know it yet. */
  private final AtomicInteger sockets = new AtomicInteger();

  Connections(TimeoutConfig config) {
    this(
        mostOpen(config, mostOfDescriptors(freeDescriptors())),
        Runtime.getRuntime().maxMemory() / HEAP_SHARE,
        Runtime.getRuntime().maxMemory() / HEAP_SHARE,
        config.headTimeout());
  }

  private static int mostOpen(TimeoutConfig config, int mostOfDescriptors) {
    int wanted = config.maxConnections().orElseGet(Connections::mostOfHeap);
    if (config.maxConnections().isPresent() && wanted > mostOfDescriptors) {
      Log.warnf(
          "registry.http.max-connections is %d, but the free file descriptors are enough for %d;"
              + " raise the limit of the process (ulimit -n)",
          wanted, mostOfDescriptors);
    }
    return Math.min(wanted, mostOfDescriptors);
  }

  private static int mostOfHeap() {
    return toInt(Runtime.getRuntime().maxMemory() / HEAP_FOR_EACH);
  }

  static int mostOfDescriptors(long free) {
    return toInt(free / DESCRIPTORS_FOR_EACH);
  }

  private static int toInt(long number) {
    return (int) Math.max(1, Math.min(number, Integer.MAX_VALUE / 2));
  }

  /** The file descriptors that the process may still open, without those that others need. */
  private static long freeDescriptors() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getMaxFileDescriptorCount() - unix.getOpenFileDescriptorCount() - OTHER_DESCRIPTORS
        : Long.MAX_VALUE;
  }

  /** Sockets beside those that are open wait to be closed, as far as the descriptors go. */
  static int mostSockets(int mostOpen, long free) {
    long most = mostOpen + (long) Math.max(mostOpen, SPARE_SOCKETS);
    return toInt(Math.max(mostOpen, Math.min(most, free / DESCRIPTORS_FOR_EACH * 2)));
  }

  Connections(int mostOpen, long mostOfHeads, long mostOfAnswers, Duration headTimeout) {
    this.mostOpen = mostOpen;
    this.mostSockets = mostSockets(mostOpen, freeDescriptors());
    this.heads = new HeldBytes(mostOfHeads, connection -> connection.use().isWaiting());
    this.answers = new HeldBytes(mostOfAnswers, connection -> true);
    this.headTimeout = headTimeout;
  }

  /**
   * A socket is accepted. It counts until it is closed.
   *
   * @param isOneOfFew whether its port has few sockets: then it is let in however many are open
   * @return false where there are too many, and it does not count: those that give way are not
   *     closed yet, and each takes a file descriptor
   */
  boolean openSocket(boolean isOneOfFew) {
    if (sockets.incrementAndGet() > mostSockets && !isOneOfFew) {
      sockets.decrementAndGet();
      return false;
    }
    return true;
  }

  void closeSocket() {
    sockets.decrementAndGet();
  }

  int sockets() {
    return sockets.get();
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
   * @return false where it must give way, or nothing is free until others have
   */
  boolean holdHeads(ConnectionGuard connection, long bytes) {
    return hold(heads, connection, bytes);
  }

  /**
   * Sets the bytes of answers that the client of a connection has not read.
   *
   * @return false where it must give way, or nothing is free until others have
   */
  boolean holdAnswers(ConnectionGuard connection, long bytes) {
    return hold(answers, connection, bytes);
  }

  private boolean hold(HeldBytes held, ConnectionGuard connection, long bytes) {
    List<ConnectionGuard> tooMany;
    boolean hasRoom;
    synchronized (this) {
      tooMany = held.set(connection, bytes);
      hasRoom = bytes == 0 || held.hasRoom(connection, bytes);
    }
    tooMany.forEach(ConnectionGuard::close);
    return hasRoom;
  }

  synchronized int open() {
    return open;
  }

  /** The number of networks that the connections come from. */
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
