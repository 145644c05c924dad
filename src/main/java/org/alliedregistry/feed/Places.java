package org.alliedregistry.feed;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalInt;
import org.alliedregistry.ledger.Views;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.problem.Query;
import org.alliedregistry.problem.Refusal;
import org.alliedregistry.reference.Audience;
import org.alliedregistry.registry.Registry;
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
    OptionalInt given = place(id, audience);
    if (given.isEmpty()) {
      query.fault("after", UNKNOWN);
    }
    return beginning.after(given.orElse(0));
  }

  /** The same, of the id in the header of a reader that comes back. */
  Place afterLast(String id, Audience audience) {
    int given =
        place(id, audience)
            .orElseThrow(
                () -> Refusal.because(ProblemType.BAD_REQUEST, "Last-Event-ID " + UNKNOWN + "."));
    return new Place(audience, given);
  }

  /** A later id than any here may be of an event that another node told already. */
  private OptionalInt place(String id, Audience audience) {
    Registry seen = views.registry(audience);
    OptionalInt place = seen.place(id);
    if (place.isEmpty() && Registry.isRevision(id) && !seen.reaches(id)) {
      throw Refusal.because(ProblemType.REVISION_NOT_REACHED, "The event is later than any here.");
    }
    return place;
  }
}
