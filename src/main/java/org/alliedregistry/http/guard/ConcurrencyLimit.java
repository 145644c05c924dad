package org.alliedregistry.http.guard;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.alliedregistry.security.Requester;

/**
 * Bounds how many of something are held at once: by all, by one requester, and by all without a
 * token, so that those with one always have a part of their own.
 */
public final class ConcurrencyLimit {

  /** The part of those with a token. */
  private static final int PART_WITH_TOKEN = 4;

  private final int most;
  private final int mostOfOne;
  private final int mostWithoutToken;
  private final Map<Requester, Integer> held = new HashMap<>();
  private int taken;
  private int takenWithoutToken;

  /**
   * @param most of all together
   * @param mostOfOne of one requester
   */
  public ConcurrencyLimit(int max, int mostOfOne) {
    this.most = max;
    this.mostOfOne = Math.max(1, mostOfOne);
    this.mostWithoutToken = max - max / PART_WITH_TOKEN;
  }

  /** One that is held until it is released; to release it again changes nothing. */
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

  /** Whether one more would be given now. */
  public synchronized boolean hasRoom(Requester requester) {
    return taken < most
        && held.getOrDefault(requester, 0) < mostOfOne
        && (requester.hasToken() || takenWithoutToken < mostWithoutToken);
  }

  /** One more, or none. */
  public synchronized Optional<Permit> acquire(Requester requester) {
    if (!hasRoom(requester)) {
      return Optional.empty();
    }
    count(requester, 1);
    return Optional.of(new Permit(requester));
  }

  /** How many are held. */
  public synchronized int taken() {
    return taken;
  }

  /** Who holds none is not remembered. */
  private synchronized void count(Requester requester, int more) {
    taken += more;
    takenWithoutToken += requester.hasToken() ? 0 : more;
    held.merge(requester, more, (a, b) -> a + b == 0 ? null : a + b);
  }
}
