package org.alliedregistry.api.events;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.EntryLog;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.ledger.view.AudienceViews;
import org.alliedregistry.lifecycle.GracefulShutdown;

/**
 * The entries of the ledger in order. A reader waits for the next entry without a thread. Nothing
 * is queued for readers: each asks for the entries after its position when it is ready.
 */
@ApplicationScoped
class EventFeed {

  /** A batch of at most this many entries costs no more than other reads, so it needs no permit. */
  static final int SMALL_BATCH = 20;

  private final Ledger ledger;
  private final AudienceViews views;
  private final GracefulShutdown stopping;

  /** The waiting readers of one audience, each with its position. */
  private static final class WaitingReaders {

    private final Map<UniEmitter<? super Boolean>, FeedPosition> readers =
        new ConcurrentHashMap<>();
    private volatile int wokenAt;

    /**
     * Wakes the readers that have an entry to read. If the number of entries is as at the last
     * call, there is none: a reader waits only after it has read all.
     */
    void wake(int recorded) {
      if (recorded == wokenAt) {
        return;
      }
      wokenAt = recorded;
      readers.forEach(
          (reader, position) -> {
            if (position.count() < recorded) {
              reader.complete(true);
            }
          });
    }
  }

  private final Map<Audience, WaitingReaders> waiting = new ConcurrentHashMap<>();

  private final AtomicBoolean isWaking = new AtomicBoolean();

  EventFeed(Ledger ledger, AudienceViews views, GracefulShutdown stopping) {
    this.ledger = ledger;
    this.views = views;
    this.stopping = stopping;
  }

  @PostConstruct
  void listen() {
    ledger.onRecorded(this::wakeSoon);
    stopping.onShutdown(
        () ->
            waiting
                .values()
                .forEach(some -> some.readers.keySet().forEach(reader -> reader.complete(false))));
  }

  private void wakeSoon() {
    if (isWaking.compareAndSet(false, true)) {
      Infrastructure.getDefaultExecutor().execute(this::wake);
    }
  }

  /**
   * Wakes the readers that have an entry to read. One call is enough for several writes, and a call
   * may come late.
   */
  void wake() {
    isWaking.set(false);
    waiting.forEach(
        (audience, some) -> {
          if (!some.readers.isEmpty()) {
            some.wake(views.registry(audience).log().size());
          }
        });
  }

  /**
   * The entries after a position that the audience sees. A hidden entry is not returned and does
   * not wake a reader. The view of the audience is not computed here; readers are woken once it is.
   */
  List<Entry> next(FeedPosition position, int limit) {
    EntryLog log = views.soFar(position.audience()).log();
    int from = Math.min(position.count(), log.size());
    return log.subList(from, Math.min(log.size(), from + limit));
  }

  /**
   * The entries after a position. If there are none yet, the answer waits for the next, and is
   * empty after the given time or when the service stops.
   */
  Uni<List<Entry>> nextWithin(FeedPosition position, int limit, Duration wait) {
    List<Entry> next = next(position, limit);
    return !next.isEmpty() || wait.isZero()
        ? Uni.createFrom().item(next)
        : recordedAfter(position)
            .ifNoItem()
            .after(wait)
            .recoverWithItem(false)
            .onItem()
            .transform(recorded -> next(position, limit));
  }

  private Uni<Boolean> recordedAfter(FeedPosition position) {
    return Uni.createFrom()
        .emitter(
            reader -> {
              WaitingReaders some =
                  waiting.computeIfAbsent(position.audience(), audience -> new WaitingReaders());
              some.readers.put(reader, position);
              reader.onTermination(() -> some.readers.remove(reader));
              if (stopping.hasBegun() || !next(position, 1).isEmpty()) {
                reader.complete(true);
              } else if (views.ready(position.audience()).isEmpty()) {
                // an entry was recorded before the reader waited, and is not in its view yet
                wakeSoon();
              }
            });
  }
}
