package org.alliedregistry.feed;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.ledger.Views;
import org.alliedregistry.problem.Stopping;
import org.alliedregistry.registry.Entry;
import org.alliedregistry.registry.Journal;

/**
 * Gives the entries of the ledger in order, and lets readers wait for the next without a thread.
 * Nothing is queued for anybody: a reader asks for what follows its place whenever it is ready.
 */
@ApplicationScoped
class Feed {

  private final Ledger ledger;
  private final Views views;
  private final Stopping stopping;

  /** Who waits, and for what follows which place. */
  private final Map<UniEmitter<? super Boolean>, Place> waiting = new ConcurrentHashMap<>();

  Feed(Ledger ledger, Views views, Stopping stopping) {
    this.ledger = ledger;
    this.views = views;
    this.stopping = stopping;
  }

  @PostConstruct
  void listen() {
    ledger.onRecorded(() -> Infrastructure.getDefaultExecutor().execute(this::wake));
    stopping.then(() -> waiting.keySet().forEach(reader -> reader.complete(false)));
  }

  /** Wakes those for whom something follows: word of an earlier write may come late. */
  void wake() {
    waiting.forEach(
        (reader, place) -> {
          if (!next(place, 1).isEmpty()) {
            reader.complete(true);
          }
        });
  }

  /**
   * What follows a place, of what its audience sees: what is hidden from a reader neither comes nor
   * wakes it.
   */
  List<Entry> next(Place place, int limit) {
    Journal journal = views.registry(place.audience()).journal();
    int from = Math.min(place.given(), journal.size());
    return journal.subList(from, Math.min(journal.size(), from + limit));
  }

  /**
   * The same; where nothing follows yet, as soon as something does, or nothing after a while, or
   * once the service stops.
   */
  Uni<List<Entry>> nextWithin(Place place, int limit, Duration wait) {
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

  private Uni<Boolean> recordedAfter(Place place) {
    return Uni.createFrom()
        .emitter(
            reader -> {
              waiting.put(reader, place);
              reader.onTermination(() -> waiting.remove(reader));
              if (stopping.hasBegun() || !next(place, 1).isEmpty()) {
                reader.complete(true);
              }
            });
  }
}
