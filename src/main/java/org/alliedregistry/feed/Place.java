package org.alliedregistry.feed;

import org.alliedregistry.reference.Audience;

/**
 * Where a reader is in the feed.
 *
 * @param audience with whose eyes it reads
 * @param given how many of the entries that it sees were given to it
 */
record Place(Audience audience, int given) {

  Place after(int more) {
    return new Place(audience, given + more);
  }
}
