package org.alliedregistry.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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

  private final Ledger ledger;
  private final Map<Audience, View> views = new ConcurrentHashMap<>();

  Views(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * The same, once nothing can be recorded by an instant any more: a write reads the clock first,
   * and is there for everybody only when it is on the disk. What other nodes have on the disk is
   * looked for.
   *
   * @param instant before now
   */
  public Registry registryBy(Instant instant, Audience audience) {
    Stamp last = ledger.registry().last();
    if (last == null || instant.isAfter(last.at())) {
      ledger.settled();
      ledger.catchUp();
    }
    return registry(audience);
  }

  /** Everything recorded so far that an audience sees. */
  public Registry registry(Audience audience) {
    Registry now = ledger.registry();
    return audience.equals(Audience.SECRETARIAT) ? now : upTo(audience, now).seen();
  }

  /**
   * What an audience sees of a registry that is not recorded yet.
   *
   * @param next the registry as it is, and perhaps more
   */
  public Registry of(Audience audience, Registry next) {
    return audience.equals(Audience.SECRETARIAT)
        ? next
        : upTo(audience, ledger.registry()).next(audience, next).seen();
  }

  private View upTo(Audience audience, Registry now) {
    View view = views.getOrDefault(audience, View.NOTHING);
    return view.all() == now
        ? view
        : views.compute(
            audience, (key, known) -> (known == null ? View.NOTHING : known).next(key, now));
  }
}
