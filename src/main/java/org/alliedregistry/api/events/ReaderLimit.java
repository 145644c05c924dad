package org.alliedregistry.api.events;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.http.HttpConnection;
import jakarta.enterprise.context.ApplicationScoped;
import org.alliedregistry.http.connection.Channels;
import org.alliedregistry.http.guard.ConcurrencyLimit;
import org.alliedregistry.http.guard.ConcurrencyLimit.Permit;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.security.Requester;

/**
 * Limits the number of streams and waiting polls, because each holds a connection and memory. A
 * permit is released at the latest when its connection is closed. If all permits are taken, the
 * requester that has most gives one up, so that no requester can hold them all.
 */
@ApplicationScoped
class ReaderLimit {

  private static final int MAX_READERS = 2_000;

  /** The memory of a waiting poll in bytes, without its head, as measured. */
  private static final long BYTES_PER_READER = 11 << 10;

  /** All readers together may take one part in this many of the heap. */
  private static final long HEAP_SHARE = 16;

  private final int all;
  private final ConcurrencyLimit limit;

  ReaderLimit(EventFeedConfig config) {
    this.all = config.maxReaders().orElseGet(() -> defaultLimit(Runtime.getRuntime().maxMemory()));
    this.limit = new ConcurrencyLimit(all, all / 2);
  }

  /** The default limit for a heap of this many bytes. */
  static int defaultLimit(long heap) {
    return (int) Math.max(2, Math.min(MAX_READERS, heap / HEAP_SHARE / BYTES_PER_READER));
  }

  /** The permit of one reader. It is held until it is released or the connection is closed. */
  record ReaderPermit(Permit permit, Runnable forget) {

    void release() {
      permit.release();
      forget.run();
    }
  }

  /** Refuses a requester that would get no permit. */
  void refuseIfFull(Requester requester) {
    if (!limit.isObtainable(requester)) {
      throw full();
    }
  }

  /**
   * Takes a permit, or refuses.
   *
   * @param giveWay ends the wait if another requester with fewer permits needs this one
   */
  ReaderPermit acquire(Requester requester, HttpConnection connection, Runnable giveWay) {
    Permit permit = limit.acquire(requester, giveWay).orElseThrow(this::full);
    return new ReaderPermit(permit, Channels.whenClosed(connection, permit::release));
  }

  private ProblemException full() {
    return ProblemException.because(
        ProblemType.TOO_MANY_READERS,
        "At most "
            + all
            + " clients can follow the ledger at the same time, and fewer from one address.");
  }

  int taken() {
    return limit.taken();
  }

  /**
   * Holds a permit while a poll waits.
   *
   * @param nothing the result of the wait if it gives way
   */
  <T> Uni<T> whileWaiting(Requester requester, HttpConnection connection, Uni<T> wait, T nothing) {
    return Uni.createFrom()
        .emitter(
            ended -> {
              ReaderPermit reader = acquire(requester, connection, () -> ended.complete(nothing));
              Cancellable waiting = wait.subscribe().with(ended::complete, ended::fail);
              ended.onTermination(
                  () -> {
                    waiting.cancel();
                    reader.release();
                  });
            });
  }
}
