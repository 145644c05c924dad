package org.alliedregistry.domain.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The versions of one thing, the oldest first; never empty. */
public record Versions<T>(List<Recorded<T>> versions) {

  public Versions {
    versions = List.copyOf(versions);
  }

  public T latest() {
    return versions.get(versions.size() - 1).value();
  }

  /** Who recorded it first. */
  public EntryStamp first() {
    return versions.get(0).stamp();
  }

  /** As it was right after an entry; empty where it was not yet. */
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
