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
import org.alliedregistry.registry.Entry;
import org.alliedregistry.registry.Journal;

/**
 * Gives the entries of the ledger in order, and lets readers wait for the next without a thread.
 * Nothing is queued for anybody: a reader asks for what follows its place whenever it is ready.
 */
@ApplicationScoped
class Feed {

  private final Ledger ledger;

  /** Who waits, and for what follows which place. */
  private final Map<UniEmitter<? super Boolean>, Integer> waiting = new ConcurrentHashMap<>();

  Feed(Ledger ledger) {
    this.ledger = ledger;
  }

  @PostConstruct
  void listen() {
    ledger.onRecorded(() -> Infrastructure.getDefaultExecutor().execute(this::wake));
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
   * What follows a place.
   *
   * @param place how many entries were given before
   */
  List<Entry> next(int place, int limit) {
    Journal journal = ledger.registry().journal();
    int from = Math.min(place, journal.size());
    return journal.subList(from, Math.min(journal.size(), from + limit));
  }

  /** The same; where nothing follows yet, as soon as something does, or nothing after a while. */
  Uni<List<Entry>> nextWithin(int place, int limit, Duration wait) {
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

  private Uni<Boolean> recordedAfter(int place) {
    return Uni.createFrom()
        .emitter(
            reader -> {
              waiting.put(reader, place);
              reader.onTermination(() -> waiting.remove(reader));
              if (!next(place, 1).isEmpty()) {
                reader.complete(true);
              }
            });
  }
}
