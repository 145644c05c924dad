package org.alliedregistry.http.guard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.alliedregistry.http.guard.ConcurrencyLimit.Permit;
import org.alliedregistry.security.Requester;

/**
 * The permits to compute: so many at once, of which one requester holds a quarter at most and those
 * with a token have a part of their own. Beyond them, requesters wait in turn; how many wait is
 * bounded in the same way.
 */
@ApplicationScoped
public class PermitQueue {

  /** One requester's part of what is given. */
  private static final int REQUESTER_SHARE = 4;

  /** So many may wait for each that computes. */
  private static final int WAITING_FOR_EACH = 16;

  private record Waiter(Requester requester, CompletableFuture<Permit> permit) {}

  private final ConcurrencyLimit computing;
  private final ConcurrencyLimit waiting;
  private final Set<Waiter> queue = new LinkedHashSet<>();

  @Inject
  PermitQueue(ComputationConfig config) {
    this(config.computations());
  }

  /**
   * @param max how many permits there are
   */
  public PermitQueue(int max) {
    this.computing = new ConcurrencyLimit(max, max / REQUESTER_SHARE);
    int mostWaiting = max * WAITING_FOR_EACH;
    this.waiting = new ConcurrencyLimit(mostWaiting, mostWaiting / REQUESTER_SHARE);
  }

  /**
   * A permit, at once or when it is this one's turn. Fails with a {@link TimeoutException} where
   * that takes too long or too many wait already.
   *
   * <p>Nobody overtakes: what is given back goes to those who wait before anybody else can ask.
   */
  public CompletableFuture<Permit> acquire(Requester requester, Duration longest) {
    Waiter waiter = new Waiter(requester, new CompletableFuture<>());
    Optional<Permit> place;
    synchronized (queue) {
      Optional<Permit> free = computing.acquire(requester);
      if (free.isPresent()) {
        return CompletableFuture.completedFuture(free.get());
      }
      place = waiting.acquire(requester);
      if (place.isEmpty()) {
        return CompletableFuture.failedFuture(new TimeoutException("too many wait"));
      }
      queue.add(waiter);
    }
    Permit taken = place.get();
    waiter
        .permit()
        .orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((permit, late) -> leave(waiter, taken));
    return waiter.permit();
  }

  private void leave(Waiter waiter, Permit place) {
    place.release();
    synchronized (queue) {
      queue.remove(waiter);
    }
  }

  /** The next in turn gets it. */
  public void release(Permit permit) {
    Map<Waiter, Permit> admitted;
    synchronized (queue) {
      permit.release();
      admitted = admit();
    }
    admitted.forEach(
        (waiter, given) -> {
          if (!waiter.permit().complete(given)) {
            // it left meanwhile
            release(given);
          }
        });
  }

  /** Those who are next: the first for whom there is room first. */
  private Map<Waiter, Permit> admit() {
    Map<Waiter, Permit> admitted = new LinkedHashMap<>();
    for (Iterator<Waiter> each = queue.iterator(); each.hasNext(); ) {
      Waiter waiter = each.next();
      Optional<Permit> permit = computing.acquire(waiter.requester());
      if (permit.isPresent()) {
        each.remove();
        admitted.put(waiter, permit.get());
      }
    }
    return admitted;
  }

  /** How many compute now. */
  public int computing() {
    return computing.taken();
  }

  /** How many wait now. */
  public int waiting() {
    return waiting.taken();
  }
}
