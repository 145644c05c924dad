package org.alliedregistry.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalInt;
import org.alliedregistry.ledger.Views;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.problem.Query;
import org.alliedregistry.problem.Refusal;
import org.alliedregistry.reference.Audience;
import org.jspecify.annotations.Nullable;

/** Where in the ledger an event stands. */
@ApplicationScoped
class Places {

  private static final String UNKNOWN =
      "is the id of no event of this feed; begin again without it";

  private final Views views;

  Places(Views views) {
    this.views = views;
  }

  /**
   * Right after the event of an id, or at the beginning; with a fault for an id of no event that
   * the audience sees.
   */
  Place after(@Nullable String id, Audience audience, Query query) {
    Place beginning = new Place(audience, 0);
    if (id == null) {
      return beginning;
    }
    OptionalInt given = views.registry(audience).place(id);
    if (given.isEmpty()) {
      query.fault("after", UNKNOWN);
    }
    return beginning.after(given.orElse(0));
  }

  /** The same, of the id in the header of a reader that comes back. */
  Place afterLast(String id, Audience audience) {
    int given =
        views
            .registry(audience)
            .place(id)
            .orElseThrow(
                () -> Refusal.because(ProblemType.BAD_REQUEST, "Last-Event-ID " + UNKNOWN + "."));
    return new Place(audience, given);
  }
}
