package org.alliedregistry.domain.record;

import java.util.List;

/** Something with the stamp it was recorded under. */
public record Recorded<T>(EntryStamp stamp, T value) {

  /** Those recorded up to an entry, of some in order of recording. */
  static <T> List<Recorded<T>> upTo(List<Recorded<T>> recorded, long sequence) {
    int count = recorded.size();
    while (count > 0 && recorded.get(count - 1).stamp().sequence() > sequence) {
      count--;
    }
    return recorded.subList(0, count);
  }
}
