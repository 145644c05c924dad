package org.alliedregistry.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.alliedregistry.reference.Audience;
import org.alliedregistry.registry.Registry;
import org.alliedregistry.registry.Sight;
import org.alliedregistry.registry.Stamp;

/**
 * What each audience sees of the ledger. The one place where what is hidden is taken out, before
 * anything is computed; it grows with the ledger and is made anew for nobody.
 */
@ApplicationScoped
public class Views {

  private record View(Registry all, Registry seen) {

    private static final View NOTHING = new View(Registry.EMPTY, Registry.EMPTY);

    View next(Audience audience, Registry now) {
      return now.journal().size() <= all.journal().size()
          ? this
          : new View(now, Sight.next(audience, seen, all, now));
    }
  }

  /** Enough for a walk through a list, or for two instants to be compared. */
  private static final int KEPT = 4;

  /** What somebody knew: so much, not when, since another node may yet tell of an entry by then. */
  private record Known(Audience audience, int entries) {}

  private final Ledger ledger;
  private final Map<Audience, View> views = new ConcurrentHashMap<>();
  private final Map<Known, Registry> lately =
      new LinkedHashMap<>(KEPT * 2, 0.75f, /* accessOrder= */ true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Known, Registry> eldest) {
          return size() > KEPT;
        }
      };

  Views(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * What an audience knew at an instant, once nothing can be recorded by it any more: a write reads
   * the clock first, and is there for everybody only when it is on the disk. What other nodes have
   * on the disk is looked for.
   *
   * @param instant before now
   */
  public Registry known(Instant instant, Audience audience) {
    Stamp last = ledger.registry().last();
    if (last == null || instant.isAfter(last.at())) {
      ledger.settled(instant);
      ledger.catchUp();
    }
    Registry now = registry(audience);
    synchronized (lately) {
      return lately.computeIfAbsent(
          new Known(audience, now.countKnown(instant)), key -> now.asKnown(instant));
    }
  }

  /** Takes over what other nodes recorded. */
  public void catchUp() {
    ledger.catchUp();
  }

  /** Everything recorded so far that an audience sees. */
  public Registry registry(Audience audience) {
    Registry now = ledger.registry();
    return audience.equals(Audience.SECRETARIAT) ? now : upTo(audience, now).seen();
  }

  /**
   * What an audience sees of a registry that is not recorded yet.
   *
   * @param next the registry as it is and perhaps more; of an earlier one it is made anew
   */
  public Registry of(Audience audience, Registry next) {
    if (audience.equals(Audience.SECRETARIAT)) {
      return next;
    }
    View known = upTo(audience, ledger.registry());
    return known.all().journal().size() <= next.journal().size()
        ? known.next(audience, next).seen()
        : Sight.of(audience, next);
  }

  private View upTo(Audience audience, Registry now) {
    View view = views.getOrDefault(audience, View.NOTHING);
    return view.all() == now
        ? view
        : views.compute(
            audience, (key, known) -> (known == null ? View.NOTHING : known).next(key, now));
  }
}
