package org.alliedregistry.http.guard;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.alliedregistry.security.Requester;
import org.jspecify.annotations.Nullable;

/**
 * Limits the number of permits held at once: in total, by one requester, and by all requesters
 * without a token. So a part is reserved for requesters with a token. If all permits are held, the
 * requester that has most may have to give one to another, so a few requesters cannot keep them
 * all.
 */
public final class ConcurrencyLimit {

  /** One part in this many is reserved for requesters with a token. */
  private static final int PART_WITH_TOKEN = 4;

  private final int max;
  private final int maxPerRequester;
  private final int maxWithoutToken;
  private final GivesWay givesWay;

  /** The permits held, of each requester the oldest first. */
  private final Map<Requester, Set<Permit>> held = new HashMap<>();

  private int taken;
  private int takenWithoutToken;

  /** Which permit of the requester that has most is given to another. */
  public enum GivesWay {
    /** The one held longest. */
    OLDEST,
    /** The one taken last: in a queue the oldest is served next. */
    NEWEST
  }

  /**
   * @param max the maximum in total
   * @param maxPerRequester the maximum for one requester
   */
  public ConcurrencyLimit(int max, int maxPerRequester) {
    this(max, maxPerRequester, GivesWay.OLDEST);
  }

  public ConcurrencyLimit(int max, int maxPerRequester, GivesWay givesWay) {
    this.givesWay = givesWay;
    this.max = max;
    this.maxPerRequester = Math.max(1, maxPerRequester);
    this.maxWithoutToken = max - max / PART_WITH_TOKEN;
  }

  /** A permit. It is held until it is released; a second release has no effect. */
  public final class Permit {

    private final Requester requester;
    private final @Nullable Runnable giveWay;

    private Permit(Requester requester, @Nullable Runnable giveWay) {
      this.requester = requester;
      this.giveWay = giveWay;
    }

    public void release() {
      remove(this);
    }
  }

  /** Whether a requester would get a permit now, without taking it from another. */
  public synchronized boolean hasRoom(Requester requester) {
    return taken < max
        && held(requester) < maxPerRequester
        && (requester.hasToken() || takenWithoutToken < maxWithoutToken);
  }

  /** Whether a requester would get a permit now, perhaps one that another gives up. */
  public synchronized boolean isObtainable(Requester requester) {
    return hasRoom(requester) || mostHeldBeside(requester).isPresent();
  }

  /** A permit; empty if the limit is reached. */
  public synchronized Optional<Permit> acquire(Requester requester) {
    return hasRoom(requester) ? Optional.of(add(requester, null)) : Optional.empty();
  }

  /**
   * A permit. If the limit is reached, the requester that has most loses one, if it has at least
   * two more than this requester. Requesters with a token lose one only to each other.
   *
   * @param giveWay ends the use of the permit, if another requester gets it. It is called without a
   *     lock, by the thread of that requester
   * @return empty if the limit is reached, and nobody has to give way
   */
  public Optional<Permit> acquire(Requester requester, Runnable giveWay) {
    Optional<Permit> leaving = Optional.empty();
    Permit permit;
    synchronized (this) {
      if (!hasRoom(requester)) {
        leaving = mostHeldBeside(requester);
        if (leaving.isEmpty()) {
          return Optional.empty();
        }
        remove(leaving.get());
      }
      permit = add(requester, giveWay);
    }
    try {
      leaving.map(other -> other.giveWay).ifPresent(Runnable::run);
    } catch (RuntimeException | Error e) {
      permit.release();
      throw e;
    }
    return Optional.of(permit);
  }

  /** The number of permits held. */
  public synchronized int taken() {
    return taken;
  }

  /** The number of permits that a requester holds. */
  synchronized int held(Requester requester) {
    return held.getOrDefault(requester, Set.of()).size();
  }

  private Optional<Permit> mostHeldBeside(Requester requester) {
    int own = held(requester);
    return held.entrySet().stream()
        .filter(other -> requester.hasToken() || !other.getKey().hasToken())
        .filter(other -> other.getValue().size() > own + 1)
        .max(Comparator.comparingInt(other -> other.getValue().size()))
        .map(other -> chosen(other.getValue()))
        .filter(chosen -> chosen.giveWay != null);
  }

  private Permit chosen(Set<Permit> permits) {
    Stream<Permit> oldestFirst = permits.stream();
    return (givesWay == GivesWay.OLDEST
            ? oldestFirst.findFirst()
            : oldestFirst.reduce((older, newer) -> newer))
        .orElseThrow();
  }

  private Permit add(Requester requester, @Nullable Runnable giveWay) {
    Permit permit = new Permit(requester, giveWay);
    held.computeIfAbsent(requester, first -> new LinkedHashSet<>()).add(permit);
    count(requester, 1);
    return permit;
  }

  private synchronized void remove(Permit permit) {
    Set<Permit> all = held.get(permit.requester);
    if (all != null && all.remove(permit)) {
      count(permit.requester, -1);
      if (all.isEmpty()) {
        held.remove(permit.requester);
      }
    }
  }

  private void count(Requester requester, int more) {
    taken += more;
    takenWithoutToken += requester.hasToken() ? 0 : more;
  }
}
