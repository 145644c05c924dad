package org.alliedregistry.api.events;

import org.alliedregistry.domain.reference.Audience;

/**
 * Where a reader is in the feed.
 *
 * @param audience with whose eyes it reads
 * @param given how many of the entries that it sees were given to it
 */
record FeedPosition(Audience audience, int count) {

  FeedPosition after(int more) {
    return new FeedPosition(audience, count + more);
  }
}
