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
 * Bounds how many wait at once, on streams and on polls: each holds a connection and memory. A
 * place is given back at the latest when its connection is closed. Where all are taken, the
 * requester that has most gives one way, so that nobody needs to own them all.
 */
@ApplicationScoped
class ReaderLimit {

  private static final int MAX_READERS = 2_000;

  /** What one takes in memory while it waits, beside its head: measured of polls. */
  private static final long HEAP_OF_ONE = 11 << 10;

  /** The part of the heap that all of them may take. */
  private static final long HEAP_SHARE = 16;

  private final int all;
  private final ConcurrencyLimit limit;

  /** Those that wait, of each requester the eldest first. */
  private final Map<Requester, Set<ReaderPermit>> held = new HashMap<>();

  ReaderLimit(EventFeedConfig config) {
    this.all = config.maxReaders().orElseGet(() -> defaultLimit(Runtime.getRuntime().maxMemory()));
    this.limit = new ConcurrencyLimit(all, all / 2);
  }

  /** As many as a heap of so many bytes has room for. */
  static int defaultLimit(long heap) {
    return (int) Math.max(2, Math.min(MAX_READERS, heap / HEAP_SHARE / HEAP_OF_ONE));
  }

  /** A place that is taken, until it is left or its connection is closed. */
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

  /** Refuses whoever would not get a place. */
  synchronized void refuseIfFull(Requester requester) {
    if (!limit.hasRoom(requester) && mostHeldBeside(requester).isEmpty()) {
      throw full();
    }
  }

  /**
   * Takes a place, or refuses.
   *
   * @param giveWay ends the wait, where another requester has fewer places
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
   * The eldest of the requester that has most, and more than another will have then. Those with a
   * token give way only to each other.
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
   * Takes a place for as long as a wait lasts.
   *
   * @param nothing what the wait ends with where it gives way
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
