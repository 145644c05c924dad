package org.alliedregistry.api.events;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.http.HttpConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /** Those that wait, of each requester the eldest first. */
  private final Map<Requester, Set<ReaderPermit>> held = new HashMap<>();

  ReaderLimit(EventFeedConfig config) {
    this.all = config.maxReaders().orElseGet(() -> defaultLimit(Runtime.getRuntime().maxMemory()));
    this.limit = new ConcurrencyLimit(all, all / 2);
  }

  /** The default limit for a heap of this many bytes. */
  static int defaultLimit(long heap) {
    return (int) Math.max(2, Math.min(MAX_READERS, heap / HEAP_SHARE / BYTES_PER_READER));
  }

  /** The permit of one reader. It is held until it is released or the connection is closed. */
  final class ReaderPermit {

    private final Requester requester;
    private final Permit permit;
    private final Runnable giveWay;
    private volatile Runnable forget = () -> {};

    private ReaderPermit(Requester requester, Permit permit, Runnable giveWay) {
      this.requester = requester;
      this.permit = permit;
      this.giveWay = giveWay;
    }

    void release() {
      remove(this);
      permit.release();
      forget.run();
    }
  }

  /** Refuses a requester that would get no permit. */
  synchronized void refuseIfFull(Requester requester) {
    if (!limit.hasRoom(requester) && mostHeldBeside(requester).isEmpty()) {
      throw full();
    }
  }

  /**
   * Takes a permit, or refuses.
   *
   * @param giveWay ends the wait if another requester with fewer permits needs this one
   */
  ReaderPermit acquire(Requester requester, HttpConnection connection, Runnable giveWay) {
    Optional<ReaderPermit> leaving;
    ReaderPermit reader;
    synchronized (this) {
      leaving =
          limit.hasRoom(requester)
              ? Optional.empty()
              : Optional.of(mostHeldBeside(requester).orElseThrow(this::full));
      leaving.ifPresent(ReaderPermit::release);
      Permit permit = limit.acquire(requester).orElseThrow(this::full);
      reader = new ReaderPermit(requester, permit, giveWay);
      held.computeIfAbsent(requester, one -> new LinkedHashSet<>()).add(reader);
    }
    leaving.ifPresent(other -> other.giveWay.run());
    reader.forget = Channels.whenClosed(connection, reader::release);
    return reader;
  }

  private synchronized void remove(ReaderPermit reader) {
    held.computeIfPresent(
        reader.requester, (one, all) -> all.remove(reader) && all.isEmpty() ? null : all);
  }

  /**
   * The oldest permit of the requester that has most, if it has at least two more than this one.
   * Requesters with a token give way only to each other.
   */
  private Optional<ReaderPermit> mostHeldBeside(Requester requester) {
    int own = held.getOrDefault(requester, Set.of()).size();
    return held.entrySet().stream()
        .filter(other -> requester.hasToken() || !other.getKey().hasToken())
        .filter(other -> other.getValue().size() > own + 1)
        .max(Comparator.comparingInt(other -> other.getValue().size()))
        .map(other -> other.getValue().iterator().next());
  }

  private ProblemException full() {
    return ProblemException.because(
        ProblemType.TOO_MANY_READERS,
        "At most " + all + " may follow the ledger at once, and fewer from one address.");
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
