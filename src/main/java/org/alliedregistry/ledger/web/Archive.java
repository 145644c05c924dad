package org.alliedregistry.ledger.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.problem.Query;
import org.alliedregistry.registry.Registry;
import org.alliedregistry.registry.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * The registry that a question is asked of: as it is, or as it was known at the instant asked for.
 * The one place where a read gets it from.
 */
@ApplicationScoped
public class Archive {

  /** Enough for a walk through a list, or for two instants to be compared. */
  private static final int KEPT = 4;

  private final Ledger ledger;
  private final Clock clock;
  private final Map<Instant, Registry> lately =
      new LinkedHashMap<>(KEPT * 2, 0.75f, /* accessOrder= */ true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Instant, Registry> eldest) {
          return size() > KEPT;
        }
      };

  Archive(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /** The registry asked of; the latest, with a fault, where the instant is none that has been. */
  public Registry registry(HeardParameters parameters, Query query) {
    Registry now = ledger.registry();
    Instant instant = parameters.knownAt(query);
    return instant == null ? now : known("knownAt", instant, now, query);
  }

  /**
   * The registry as it was known at an instant.
   *
   * @param name of the parameter that asks for it
   */
  public Registry known(String name, Instant instant, Query query) {
    return known(name, instant, ledger.registry(), query);
  }

  private Registry known(String name, Instant instant, Registry now, Query query) {
    if (!hasBeen(instant, now.last())) {
      query.fault(name, "lies ahead; what will be known then cannot be told");
      return now;
    }
    synchronized (lately) {
      return lately.computeIfAbsent(instant, now::asKnown);
    }
  }

  /**
   * Whether nothing can be recorded at or before the instant any more: what is recorded next is
   * after the last entry, and not before the microsecond it is now.
   */
  private boolean hasBeen(Instant instant, @Nullable Stamp last) {
    return instant.isBefore(clock.instant().truncatedTo(ChronoUnit.MICROS))
        || (last != null && !instant.isAfter(last.at()));
  }
}
