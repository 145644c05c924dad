package org.alliedregistry.ledger;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.problem.Refusal;
import org.alliedregistry.reference.Audience;
import org.alliedregistry.registry.Registry;

/**
 * What audiences knew at earlier instants. Each is computed once, however many ask for it, and does
 * not wait for another; only a few are computed at once and kept, since each may be as large as the
 * record.
 */
final class EarlierViews {

  /** Enough for a walk through a list, or for two instants to be compared. */
  private static final int KEPT = 4;

  private static final int MOST_AT_ONCE = 4;
  private static final int MOST_WAITING = 32;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration KEPT_UNUSED = Duration.ofMinutes(10);

  /** What somebody knew: so much, not when, since another node may yet tell of an entry by then. */
  private record Known(Audience audience, int entries) {}

  private final AsyncCache<Known, Registry> kept =
      Caffeine.newBuilder()
          .maximumSize(KEPT)
          .expireAfterAccess(KEPT_UNUSED)
          .scheduler(Scheduler.systemScheduler())
          .buildAsync();

  private final Semaphore free = new Semaphore(MOST_AT_ONCE);
  private final Semaphore waiting = new Semaphore(MOST_WAITING);

  /** What an audience knew at an instant, of what it knows now. */
  Registry known(Instant instant, Audience audience, Registry now) {
    int entries = now.countKnown(instant);
    if (entries == now.journal().size()) {
      return now;
    }
    CompletableFuture<Registry> mine = new CompletableFuture<>();
    CompletableFuture<Registry> first =
        kept.asMap().putIfAbsent(new Known(audience, entries), mine);
    if (first == null) {
      return computed(instant, now, mine);
    }
    return first.isDone() && !first.isCompletedExceptionally() ? first.join() : awaited(first);
  }

  private Registry computed(Instant instant, Registry now, CompletableFuture<Registry> mine) {
    try {
      acquire();
      try {
        Registry known = now.asKnown(instant);
        mine.complete(known);
        return known;
      } finally {
        free.release();
      }
    } catch (RuntimeException | Error e) {
      mine.completeExceptionally(e);
      throw e;
    }
  }

  private void acquire() {
    if (free.tryAcquire()) {
      return;
    }
    boolean isFree = inPlace(() -> free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    if (!isFree) {
      throw busy();
    }
  }

  private Registry awaited(CompletableFuture<Registry> first) {
    return inPlace(
        () -> {
          try {
            return first.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
          } catch (ExecutionException | TimeoutException e) {
            throw busy();
          }
        });
  }

  /** A wait, which holds a thread. */
  private interface Wait<T> {
    T get() throws InterruptedException;
  }

  private <T> T inPlace(Wait<T> wait) {
    if (!waiting.tryAcquire()) {
      throw busy();
    }
    try {
      return wait.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    } finally {
      waiting.release();
    }
  }

  private static Refusal busy() {
    return Refusal.because(
        ProblemType.BUSY, "Too many ask at once for what was known at different instants.");
  }
}
