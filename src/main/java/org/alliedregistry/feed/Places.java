package org.alliedregistry.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.problem.Query;
import org.alliedregistry.problem.Refusal;
import org.alliedregistry.registry.Stamp;
import org.jspecify.annotations.Nullable;

/** Where in the ledger an event stands. */
@ApplicationScoped
class Places {

  private static final String UNKNOWN =
      "is the id of no event of this feed; begin again without it";

  private final Ledger ledger;

  Places(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * How many entries were given once the event of an id was; 0, with a fault, for an id that is
   * none of this registry's.
   */
  int after(@Nullable String id, Query query) {
    Optional<Integer> place = id == null ? Optional.of(0) : place(id);
    if (place.isEmpty()) {
      query.fault("after", UNKNOWN);
    }
    return place.orElse(0);
  }

  /** The same, of the id in the header of a reader that comes back. */
  int afterLast(String id) {
    return place(id)
        .orElseThrow(
            () -> Refusal.because(ProblemType.BAD_REQUEST, "Last-Event-ID " + UNKNOWN + "."));
  }

  private Optional<Integer> place(String id) {
    return ledger.registry().find(id).map(Stamp::sequence).map(Math::toIntExact);
  }
}
