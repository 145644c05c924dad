package org.alliedregistry.api.events;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpConnection;
import jakarta.enterprise.context.ApplicationScoped;
import org.alliedregistry.http.connection.Channels;
import org.alliedregistry.http.guard.ConcurrencyLimit;
import org.alliedregistry.http.guard.ConcurrencyLimit.Permit;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.security.Requester;

/**
 * Bounds how many wait at once, on streams and on polls: each holds a connection and memory. A seat
 * is given back at the latest when its connection is closed.
 */
@ApplicationScoped
class ReaderLimit {

  /** One that is taken, until it is left or its connection is closed. */
  record ReaderPermit(Permit permit, Runnable forget) {

    void release() {
      permit.release();
      forget.run();
    }
  }

  private static final int MAX_READERS = 2_000;

  /** What one takes in memory while it waits, beside its head: measured of polls. */
  private static final long HEAP_OF_ONE = 11 << 10;

  /** The part of the heap that all of them may take. */
  private static final long HEAP_SHARE = 16;

  private final int all;
  private final ConcurrencyLimit limit;

  ReaderLimit(EventFeedConfig config) {
    this.all = config.maxReaders().orElseGet(() -> defaultLimit(Runtime.getRuntime().maxMemory()));
    this.limit = new ConcurrencyLimit(all, all / 2);
  }

  /** As many as a heap of so many bytes has room for. */
  static int defaultLimit(long heap) {
    return (int) Math.max(2, Math.min(MAX_READERS, heap / HEAP_SHARE / HEAP_OF_ONE));
  }

  /** Refuses who would not get one. */
  void refuseIfFull(Requester requester) {
    if (!limit.hasRoom(requester)) {
      throw full();
    }
  }

  /** Takes one, or refuses. */
  ReaderPermit acquire(Requester requester, HttpConnection connection) {
    Permit permit = limit.acquire(requester).orElseThrow(this::full);
    return new ReaderPermit(permit, Channels.whenClosed(connection, permit::release));
  }

  private ProblemException full() {
    return ProblemException.because(
        ProblemType.TOO_MANY_READERS,
        "At most " + all + " may follow the ledger at once, and fewer from one address.");
  }

  int taken() {
    return limit.taken();
  }

  /** Takes one for as long as a wait lasts. */
  <T> Uni<T> whileWaiting(Requester requester, HttpConnection connection, Uni<T> wait) {
    return Uni.createFrom()
        .deferred(
            () -> {
              ReaderPermit readerPermit = acquire(requester, connection);
              return wait.onTermination().invoke(readerPermit::release);
            });
  }
}
