package org.alliedregistry.api.events;

import org.alliedregistry.domain.reference.Audience;

/**
 * The position of a reader in the feed.
 *
 * @param audience the audience whose entries it reads
 * @param count how many of these entries it has already received
 */
record FeedPosition(Audience audience, int count) {

  FeedPosition after(int more) {
    return new FeedPosition(audience, count + more);
  }
}
