package org.alliedregistry.http.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.alliedregistry.http.guard.ConcurrencyLimit.GivesWay;
import org.alliedregistry.http.guard.ConcurrencyLimit.Permit;
import org.alliedregistry.security.Requester;

/**
 * Permits to compute. One requester holds at most a quarter of them, and a part is reserved for
 * requesters with a token. Further requests wait, their number has the same limits, and the
 * requesters take turns.
 */
@ApplicationScoped
public class PermitQueue {

  /** One requester gets at most one part in this many. */
  private static final int REQUESTER_SHARE = 4;

  /** The number of waiting requesters for each permit. */
  private static final int WAITING_FOR_EACH = 16;

  private record Waiter(Requester requester, CompletableFuture<Permit> permit) {

    void giveWay() {
      permit.completeExceptionally(new TimeoutException("another requester waits"));
    }
  }

  private final ConcurrencyLimit computing;
  private final ConcurrencyLimit waiting;
  private final Set<Waiter> queue = new LinkedHashSet<>();

  @Inject
  PermitQueue(ComputationConfig config) {
    this(config.computations());
  }

  /**
   * @param max the number of permits
   */
  public PermitQueue(int max) {
    this.computing = new ConcurrencyLimit(max, max / REQUESTER_SHARE);
    int mostWaiting = max * WAITING_FOR_EACH;
    this.waiting =
        new ConcurrencyLimit(mostWaiting, mostWaiting / REQUESTER_SHARE, GivesWay.NEWEST);
  }

  /**
   * A permit, at once or when one is released. Fails with a {@link TimeoutException} if that takes
   * too long, or if too many wait already.
   *
   * <p>A released permit goes to a waiting requester. If too many wait, one of the requester that
   * has most waiting fails, where another has fewer.
   */
  public CompletableFuture<Permit> acquire(Requester requester, Duration longest) {
    Waiter waiter = new Waiter(requester, new CompletableFuture<>());
    Optional<Permit> free = acquireNow(requester);
    if (free.isPresent()) {
      return CompletableFuture.completedFuture(free.get());
    }
    Optional<Permit> place = waiting.acquire(requester, waiter::giveWay);
    if (place.isEmpty()) {
      return CompletableFuture.failedFuture(new TimeoutException("too many wait"));
    }
    waiter
        .permit()
        .orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((permit, late) -> leave(waiter, place.get()));
    enqueue(waiter);
    return waiter.permit();
  }

  private Optional<Permit> acquireNow(Requester requester) {
    synchronized (queue) {
      return computing.acquire(requester);
    }
  }

  /** Takes a permit that was released meanwhile, or waits for the next. */
  private void enqueue(Waiter waiter) {
    Map<Waiter, Permit> admitted;
    synchronized (queue) {
      if (!waiter.permit().isDone()) {
        queue.add(waiter);
      }
      admitted = admit();
    }
    admitted.forEach(this::give);
  }

  private void leave(Waiter waiter, Permit place) {
    place.release();
    synchronized (queue) {
      queue.remove(waiter);
    }
  }

  /** Releases a permit; the next waiting requester gets it. */
  public void release(Permit permit) {
    Map<Waiter, Permit> admitted;
    synchronized (queue) {
      permit.release();
      admitted = admit();
    }
    admitted.forEach(this::give);
  }

  private void give(Waiter waiter, Permit permit) {
    if (!waiter.permit().complete(permit)) {
      // the requester has left meanwhile
      release(permit);
    }
  }

  /**
   * The waiting requesters that get a permit now: first the one that holds fewest, and of equal
   * ones the one that came first.
   */
  private Map<Waiter, Permit> admit() {
    Map<Waiter, Permit> admitted = new LinkedHashMap<>();
    for (Optional<Waiter> next = next(); next.isPresent(); next = next()) {
      Waiter waiter = next.get();
      queue.remove(waiter);
      admitted.put(waiter, computing.acquire(waiter.requester()).orElseThrow());
    }
    return admitted;
  }

  private Optional<Waiter> next() {
    return queue.stream()
        .filter(waiter -> computing.hasRoom(waiter.requester()))
        .min(Comparator.comparingInt(waiter -> computing.held(waiter.requester())));
  }

  /** The number of permits in use. */
  public int computing() {
    return computing.taken();
  }

  /** The number of waiting requesters. */
  public int waiting() {
    return waiting.taken();
  }
}
