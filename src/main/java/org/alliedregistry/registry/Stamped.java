package org.alliedregistry.registry;

import java.util.List;

/** Something with the stamp it was recorded under. */
public record Stamped<T>(Stamp stamp, T value) {

  /** Those recorded up to an entry, of some in order of recording. */
  static <T> List<Stamped<T>> upTo(List<Stamped<T>> recorded, long sequence) {
    int count = recorded.size();
    while (count > 0 && recorded.get(count - 1).stamp().sequence() > sequence) {
      count--;
    }
    return recorded.subList(0, count);
  }
}
