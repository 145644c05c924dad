package org.alliedregistry.api.events;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.EntryLog;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.ledger.view.AudienceViews;
import org.alliedregistry.lifecycle.GracefulShutdown;
import org.jspecify.annotations.Nullable;

/**
 * The entries of the ledger in order. A reader waits for the next entry without a thread. Nothing
 * is queued for readers: each asks for the entries after its position when it is ready.
 */
@ApplicationScoped
class EventFeed {

  /** A batch of at most this many entries costs no more than other reads, so it needs no permit. */
  static final int SMALL_BATCH = 20;

  /** The number of entries that one answer looks at for those that a filter keeps. */
  private static final int MAX_SCANNED = 100_000;

  /** The number of entries that a filter leaves out while one answer waits. */
  private static final int MAX_WAKES = 100;

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

  /** The codes of the allies that an audience sees. */
  Set<String> allies(Audience audience) {
    return views.registry(audience).allies().keySet();
  }

  /**
   * Some entries that a filter keeps.
   *
   * @param after the position after all entries that were looked at
   * @param last the last entry that was looked at; null if there is none
   * @param isComplete whether no entry follows yet
   */
  record Batch(List<Entry> entries, FeedPosition after, @Nullable Entry last, boolean isComplete) {

    /** The id of the last entry that was looked at; null if there is none. */
    @Nullable String lastId() {
      return last == null ? null : last.stamp().id();
    }
  }

  /** The entries after a position that the audience sees and the filter keeps. */
  Batch next(FeedPosition position, int limit, EventFilter filter) {
    RegistrySnapshot seen = views.soFar(position.audience());
    EntryLog log = seen.log();
    int place = Math.min(position.count(), log.size());
    int end = Math.min(log.size(), place + MAX_SCANNED);
    List<Entry> kept = new ArrayList<>();
    Entry last = null;
    while (place < end && kept.size() < limit) {
      last = log.get(place++);
      if (filter.keeps(last.content(), seen)) {
        kept.add(last);
      }
    }
    FeedPosition after = new FeedPosition(position.audience(), place);
    return new Batch(kept, after, last, place == log.size());
  }

  /**
   * The entries after a position that the filter keeps. If there are none yet, the answer waits for
   * the next. It is empty after the given time, after many entries that the filter leaves out, or
   * when the service stops.
   */
  Uni<Batch> nextWithin(FeedPosition position, int limit, Duration wait, EventFilter filter) {
    Batch next = next(position, limit, filter);
    return !next.entries().isEmpty() || !next.isComplete() || wait.isZero()
        ? Uni.createFrom().item(next)
        : kept(next.after(), limit, filter, MAX_WAKES)
            .ifNoItem()
            .after(wait)
            .recoverWithItem(() -> next(position, limit, filter));
  }

  /** The next entries that the filter keeps, after at most a number of others. */
  private Uni<Batch> kept(FeedPosition position, int limit, EventFilter filter, int wakes) {
    return recordedAfter(position)
        .chain(
            recorded -> {
              Batch next = next(position, limit, filter);
              boolean isPassed = next.after().count() > position.count();
              return recorded && isPassed && next.entries().isEmpty() && wakes > 0
                  ? kept(next.after(), limit, filter, wakes - 1)
                  : Uni.createFrom().item(next);
            });
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
