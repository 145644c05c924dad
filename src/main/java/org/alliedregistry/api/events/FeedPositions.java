package org.alliedregistry.api.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.OptionalInt;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.http.QueryReader;
import org.alliedregistry.ledger.view.AudienceViews;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** Finds the position of an event in the feed of an audience. */
@ApplicationScoped
class FeedPositions {

  private static final String UNKNOWN =
      "is not the id of an event of this feed. Start again without it";

  private final AudienceViews views;

  FeedPositions(AudienceViews views) {
    this.views = views;
  }

  /**
   * The position after the event with an id; without an id the beginning. Adds a violation if the
   * audience sees no such event.
   */
  FeedPosition after(@Nullable String id, Audience audience, QueryReader reader) {
    FeedPosition beginning = new FeedPosition(audience, 0);
    if (id == null) {
      return beginning;
    }
    OptionalInt given = positionAfter(id, audience);
    if (given.isEmpty()) {
      reader.addViolation("after", UNKNOWN);
    }
    return beginning.after(given.orElse(0));
  }

  /** The position after the id in the header of a reader that reconnects. */
  FeedPosition afterLast(String id, Audience audience, QueryReader reader) {
    OptionalInt given = positionAfter(id, audience);
    if (given.isEmpty()) {
      reader.addHeaderViolation("Last-Event-ID", UNKNOWN);
    }
    return new FeedPosition(audience, given.orElse(0));
  }

  /** The index of an event. One later than all here may have been sent by another node. */
  private OptionalInt positionAfter(String id, Audience audience) {
    RegistrySnapshot seen = views.registry(audience);
    OptionalInt place = seen.positionAfter(id);
    if (place.isEmpty() && RegistrySnapshot.isRevision(id) && !seen.includes(id)) {
      throw ProblemException.because(
          ProblemType.REVISION_NOT_REACHED, "The event is later than the last event on this node.");
    }
    return place;
  }
}
