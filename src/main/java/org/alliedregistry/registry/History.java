package org.alliedregistry.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The versions of one thing, the oldest first; never empty. */
public record History<T>(List<Stamped<T>> versions) {

  public History {
    versions = List.copyOf(versions);
  }

  public T latest() {
    return versions.get(versions.size() - 1).value();
  }

  /** Who recorded it first. */
  public Stamp first() {
    return versions.get(0).stamp();
  }

  /** As it was right after an entry; empty where it was not yet. */
  Optional<History<T>> asOf(long sequence) {
    List<Stamped<T>> then = Stamped.upTo(versions, sequence);
    return then.isEmpty()
        ? Optional.empty()
        : Optional.of(then.size() == versions.size() ? this : new History<>(then));
  }

  static <T> History<T> add(Optional<History<T>> before, Stamp stamp, T value) {
    List<Stamped<T>> versions = new ArrayList<>(before.map(History::versions).orElse(List.of()));
    versions.add(new Stamped<>(stamp, value));
    return new History<>(versions);
  }
}
