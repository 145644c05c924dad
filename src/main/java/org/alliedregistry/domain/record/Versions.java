package org.alliedregistry.domain.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The versions of one object, the oldest first; never empty. */
public record Versions<T>(List<Recorded<T>> versions) {

  public Versions {
    versions = List.copyOf(versions);
  }

  public T latest() {
    return versions.get(versions.size() - 1).value();
  }

  /** The stamp of the first version. */
  public EntryStamp first() {
    return versions.get(0).stamp();
  }

  /** The versions up to an entry; empty if there were none yet. */
  Optional<Versions<T>> asOf(long sequence) {
    List<Recorded<T>> then = Recorded.upTo(versions, sequence);
    return then.isEmpty()
        ? Optional.empty()
        : Optional.of(then.size() == versions.size() ? this : new Versions<>(then));
  }

  static <T> Versions<T> add(Optional<Versions<T>> before, EntryStamp stamp, T value) {
    List<Recorded<T>> versions = new ArrayList<>(before.map(Versions::versions).orElse(List.of()));
    versions.add(new Recorded<>(stamp, value));
    return new Versions<>(versions);
  }
}
