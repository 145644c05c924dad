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
 * Gives the entries of the ledger in order, and lets readers wait for the next without a thread.
 * Nothing is queued for anybody: a reader asks for what follows its place whenever it is ready.
 */
@ApplicationScoped
class EventFeed {

  /** So few entries cost no more to tell than other reads do: what is new waits in no line. */
  static final int SMALL_BATCH = 20;

  private final Ledger ledger;
  private final AudienceViews views;
  private final GracefulShutdown stopping;

  /** Who waits with the same eyes, and for what follows which place. */
  private static final class Waiting {

    private final Map<UniEmitter<? super Boolean>, FeedPosition> readers =
        new ConcurrentHashMap<>();
    private volatile int told;

    /** Whoever waits had all that there was: where that is all there is, nobody is looked at. */
    void wake(int recorded) {
      if (recorded == told) {
        return;
      }
      told = recorded;
      readers.forEach(
          (reader, place) -> {
            if (place.count() < recorded) {
              reader.complete(true);
            }
          });
    }
  }

  private final Map<Audience, Waiting> waiting = new ConcurrentHashMap<>();

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
   * Wakes those for whom something follows: word of an earlier write may come late, and of several
   * writes one is enough.
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
   * What follows a place, of what its audience sees: what is hidden from a reader neither comes nor
   * wakes it. Nothing is computed for it: readers are woken once what they see is there.
   */
  List<Entry> next(FeedPosition place, int limit) {
    EntryLog log = views.soFar(place.audience()).log();
    int from = Math.min(place.count(), log.size());
    return log.subList(from, Math.min(log.size(), from + limit));
  }

  /**
   * The same; where nothing follows yet, as soon as something does, or nothing after a while, or
   * once the service stops.
   */
  Uni<List<Entry>> nextWithin(FeedPosition place, int limit, Duration wait) {
    List<Entry> next = next(place, limit);
    return !next.isEmpty() || wait.isZero()
        ? Uni.createFrom().item(next)
        : recordedAfter(place)
            .ifNoItem()
            .after(wait)
            .recoverWithItem(false)
            .onItem()
            .transform(recorded -> next(place, limit));
  }

  private Uni<Boolean> recordedAfter(FeedPosition place) {
    return Uni.createFrom()
        .emitter(
            reader -> {
              Waiting some = waiting.computeIfAbsent(place.audience(), audience -> new Waiting());
              some.readers.put(reader, place);
              reader.onTermination(() -> some.readers.remove(reader));
              if (stopping.hasBegun() || !next(place, 1).isEmpty()) {
                reader.complete(true);
              } else if (views.ready(place.audience()).isEmpty()) {
                // recorded before it waited, and not in its view yet
                wakeSoon();
              }
            });
  }
}
