package org.alliedregistry.http.read;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alliedregistry.domain.record.EntryStamp;
import org.alliedregistry.domain.record.Recorded;

/**
 * All statements on one pledge or condition.
 *
 * @param opened the stamp of the entry that opened the pledge or the condition
 * @param statements in order of recording
 */
public record StatementHistory<T>(EntryStamp opened, List<Recorded<T>> statements) {

  /** The stamp of the last entry that this history depends on. */
  public EntryStamp last() {
    return statements.isEmpty() ? opened : statements.get(statements.size() - 1).stamp();
  }

  /** The stamp of the entry of this history with an id. */
  public Optional<EntryStamp> find(String id) {
    return Stream.concat(Stream.of(opened), statements.stream().map(Recorded::stamp))
        .filter(stamp -> stamp.id().equals(id))
        .findFirst();
  }

  /** The statements up to a snapshot. */
  public List<Recorded<T>> until(EntryStamp snapshot) {
    return statements.stream().filter(s -> s.stamp().sequence() <= snapshot.sequence()).toList();
  }
}
