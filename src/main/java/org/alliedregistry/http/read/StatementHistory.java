package org.alliedregistry.http.read;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alliedregistry.domain.record.EntryStamp;
import org.alliedregistry.domain.record.Recorded;

/**
 * All that was said of one thing.
 *
 * @param opened when the thing itself was first recorded
 * @param said in order of recording
 */
public record StatementHistory<T>(EntryStamp opened, List<Recorded<T>> said) {

  /** The last entry that this history depends on; what else is recorded leaves it as it is. */
  public EntryStamp last() {
    return said.isEmpty() ? opened : said.get(said.size() - 1).stamp();
  }

  /** The entry of this history that has an id. */
  public Optional<EntryStamp> find(String id) {
    return Stream.concat(Stream.of(opened), said.stream().map(Recorded::stamp))
        .filter(stamp -> stamp.id().equals(id))
        .findFirst();
  }

  /** What was said by then. */
  public List<Recorded<T>> until(EntryStamp snapshot) {
    return said.stream().filter(s -> s.stamp().sequence() <= snapshot.sequence()).toList();
  }
}
