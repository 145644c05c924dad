package org.alliedregistry.domain.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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

  /** Something of the latest version of each object, in order. */
  static <T, V> Map<String, V> latest(Map<String, Versions<T>> all, Function<T, V> of) {
    Map<String, V> latest = new LinkedHashMap<>();
    all.forEach((code, versions) -> latest.put(code, of.apply(versions.latest())));
    return latest;
  }

  static <T> Versions<T> add(Optional<Versions<T>> before, EntryStamp stamp, T value) {
    List<Recorded<T>> versions = new ArrayList<>(before.map(Versions::versions).orElse(List.of()));
    versions.add(new Recorded<>(stamp, value));
    return new Versions<>(versions);
  }
}
