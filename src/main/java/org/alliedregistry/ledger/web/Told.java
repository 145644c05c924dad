package org.alliedregistry.ledger.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alliedregistry.registry.Stamp;
import org.alliedregistry.registry.Stamped;

/**
 * All that was said of one thing.
 *
 * @param opened when the thing itself was first recorded
 * @param said in order of recording
 */
public record Told<T>(Stamp opened, List<Stamped<T>> said) {

  /** The last entry that this history depends on; what else is recorded leaves it as it is. */
  Stamp last() {
    return said.isEmpty() ? opened : said.get(said.size() - 1).stamp();
  }

  /** The entry of this history that has an id. */
  Optional<Stamp> find(String id) {
    return Stream.concat(Stream.of(opened), said.stream().map(Stamped::stamp))
        .filter(stamp -> stamp.id().equals(id))
        .findFirst();
  }

  /** What was said by then. */
  List<Stamped<T>> until(Stamp snapshot) {
    return said.stream().filter(s -> s.stamp().sequence() <= snapshot.sequence()).toList();
  }
}
