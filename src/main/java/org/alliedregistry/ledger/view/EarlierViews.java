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
 * The views of audiences at earlier instants. Each is computed once for all requests that need it.
 * Only a few are cached, because each may be as large as the record. The limit on costly operations
 * bounds how many are computed at the same time.
 */
final class EarlierViews {

  /** Enough to read the pages of a list, or to compare two instants. */
  static final int MAX_CACHED = 4;

  private static final Duration EXPIRE_AFTER = Duration.ofMinutes(10);

  /**
   * The key of a view. The number of entries is the key, not the instant, because an entry of
   * another node with an earlier instant may still arrive.
   */
  private record Key(Audience audience, int entries) {}

  private final AsyncCache<Key, RegistrySnapshot> cached =
      Caffeine.newBuilder()
          .maximumSize(MAX_CACHED)
          .expireAfterAccess(EXPIRE_AFTER)
          .scheduler(Scheduler.systemScheduler())
          .buildAsync();

  /** The view of an audience with its first entries. */
  RegistrySnapshot known(Audience audience, int entries, Supplier<RegistrySnapshot> computation) {
    CompletableFuture<RegistrySnapshot> mine = new CompletableFuture<>();
    CompletableFuture<RegistrySnapshot> first =
        cached.asMap().putIfAbsent(new Key(audience, entries), mine);
    return first == null ? computed(computation, mine) : ofAnother(first, computation);
  }

  /** The view that another thread computes; if that fails, this thread computes it. */
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
