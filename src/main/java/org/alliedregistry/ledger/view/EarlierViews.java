package org.alliedregistry.ledger.view;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Audience;

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

  private final AsyncCache<Known, RegistrySnapshot> kept =
      Caffeine.newBuilder()
          .maximumSize(KEPT)
          .expireAfterAccess(KEPT_UNUSED)
          .scheduler(Scheduler.systemScheduler())
          .buildAsync();

  /** What an audience knew when it knew so many entries. */
  RegistrySnapshot known(Audience audience, int entries, Supplier<RegistrySnapshot> computation) {
    CompletableFuture<RegistrySnapshot> mine = new CompletableFuture<>();
    CompletableFuture<RegistrySnapshot> first =
        kept.asMap().putIfAbsent(new Known(audience, entries), mine);
    return first == null ? computed(computation, mine) : ofAnother(first, computation);
  }

  /** What another computes; where that fails, whoever waits computes it on their own thread. */
  private static RegistrySnapshot ofAnother(
      CompletableFuture<RegistrySnapshot> first, Supplier<RegistrySnapshot> computation) {
    try {
      return first.join();
    } catch (CompletionException failed) {
      return computation.get();
    }
  }

  private static RegistrySnapshot computed(
      Supplier<RegistrySnapshot> computation, CompletableFuture<RegistrySnapshot> mine) {
    try {
      RegistrySnapshot known = computation.get();
      mine.complete(known);
      return known;
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    }
  }
}
