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
 * Permits to compute. One requester holds at most a quarter of them, and a part is reserved for
 * requesters with a token. Further requesters wait in order of arrival; their number has the same
 * limits.
 */
@ApplicationScoped
public class PermitQueue {

  /** One requester gets at most one part in this many. */
  private static final int REQUESTER_SHARE = 4;

  /** The number of waiting requesters for each permit. */
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
   * @param max the number of permits
   */
  public PermitQueue(int max) {
    this.computing = new ConcurrencyLimit(max, max / REQUESTER_SHARE);
    int mostWaiting = max * WAITING_FOR_EACH;
    this.waiting = new ConcurrencyLimit(mostWaiting, mostWaiting / REQUESTER_SHARE);
  }

  /**
   * A permit, at once or when one is released. Fails with a {@link TimeoutException} if that takes
   * too long, or if too many wait already.
   *
   * <p>A released permit goes to a waiting requester before any new one can take it.
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

  /** Releases a permit; the next waiting requester gets it. */
  public void release(Permit permit) {
    Map<Waiter, Permit> admitted;
    synchronized (queue) {
      permit.release();
      admitted = admit();
    }
    admitted.forEach(
        (waiter, given) -> {
          if (!waiter.permit().complete(given)) {
            // the requester has left meanwhile
            release(given);
          }
        });
  }

  /** The waiting requesters that get a permit now, in order of arrival. */
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

  /** The number of permits in use. */
  public int computing() {
    return computing.taken();
  }

  /** The number of waiting requesters. */
  public int waiting() {
    return waiting.taken();
  }
}
