package org.alliedregistry.ledger;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.alliedregistry.reference.Audience;
import org.alliedregistry.registry.Registry;

/**
 * What audiences knew at earlier instants. Each is computed once, however many ask for it, and does
 * not wait for another. How many are computed at once is bounded for all costly operations; a few
 * are kept, since each may be as large as the record.
 */
final class EarlierViews {

  /** Enough for a walk through a list, or for two instants to be compared. */
  static final int KEPT = 4;

  private static final Duration KEPT_UNUSED = Duration.ofMinutes(10);

  /** What somebody knew: so much, not when, since another node may yet tell of an entry by then. */
  private record Known(Audience audience, int entries) {}

  private final AsyncCache<Known, Registry> kept =
      Caffeine.newBuilder()
          .maximumSize(KEPT)
          .expireAfterAccess(KEPT_UNUSED)
          .scheduler(Scheduler.systemScheduler())
          .buildAsync();

  /** What an audience knew when it knew so many entries. */
  Registry known(Audience audience, int entries, Supplier<Registry> computation) {
    CompletableFuture<Registry> mine = new CompletableFuture<>();
    CompletableFuture<Registry> first =
        kept.asMap().putIfAbsent(new Known(audience, entries), mine);
    return first == null ? computed(computation, mine) : ofAnother(first, computation);
  }

  /** What another computes; where that fails, whoever waits computes it on their own thread. */
  private static Registry ofAnother(
      CompletableFuture<Registry> first, Supplier<Registry> computation) {
    try {
      return first.join();
    } catch (CompletionException failed) {
      return computation.get();
    }
  }

  private static Registry computed(
      Supplier<Registry> computation, CompletableFuture<Registry> mine) {
    try {
      Registry known = computation.get();
      mine.complete(known);
      return known;
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    }
  }
}
