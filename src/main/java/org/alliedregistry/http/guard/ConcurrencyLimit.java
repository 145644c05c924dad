package org.alliedregistry.http.guard;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.alliedregistry.security.Requester;

/**
 * Limits the number of permits held at once: in total, by one requester, and by all requesters
 * without a token. So a part is reserved for requesters with a token.
 */
public final class ConcurrencyLimit {

  /** One part in this many is reserved for requesters with a token. */
  private static final int PART_WITH_TOKEN = 4;

  private final int max;
  private final int maxPerRequester;
  private final int maxWithoutToken;
  private final Map<Requester, Integer> held = new HashMap<>();
  private int taken;
  private int takenWithoutToken;

  /**
   * @param max the maximum in total
   * @param maxPerRequester the maximum for one requester
   */
  public ConcurrencyLimit(int max, int maxPerRequester) {
    this.max = max;
    this.maxPerRequester = Math.max(1, maxPerRequester);
    this.maxWithoutToken = max - max / PART_WITH_TOKEN;
  }

  /** A permit. It is held until it is released; a second release has no effect. */
  public final class Permit {

    private final Requester requester;
    private final AtomicBoolean isHeld = new AtomicBoolean(true);

    private Permit(Requester requester) {
      this.requester = requester;
    }

    public void release() {
      if (isHeld.compareAndSet(true, false)) {
        count(requester, -1);
      }
    }
  }

  /** Whether a requester would get a permit now. */
  public synchronized boolean hasRoom(Requester requester) {
    return taken < max
        && held.getOrDefault(requester, 0) < maxPerRequester
        && (requester.hasToken() || takenWithoutToken < maxWithoutToken);
  }

  /** A permit; empty if the limit is reached. */
  public synchronized Optional<Permit> acquire(Requester requester) {
    if (!hasRoom(requester)) {
      return Optional.empty();
    }
    count(requester, 1);
    return Optional.of(new Permit(requester));
  }

  /** The number of permits held. */
  public synchronized int taken() {
    return taken;
  }

  /** Requesters without a permit are removed from the map. */
  private synchronized void count(Requester requester, int more) {
    taken += more;
    takenWithoutToken += requester.hasToken() ? 0 : more;
    held.merge(requester, more, (a, b) -> a + b == 0 ? null : a + b);
  }
}
