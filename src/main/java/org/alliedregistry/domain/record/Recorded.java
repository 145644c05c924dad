package org.alliedregistry.domain.record;

import java.util.List;

/** A value and the stamp of the entry that recorded it. */
public record Recorded<T>(EntryStamp stamp, T value) {

  /** The values recorded up to an entry, of a list in order of recording. */
  static <T> List<Recorded<T>> upTo(List<Recorded<T>> recorded, long sequence) {
    int count = recorded.size();
    while (count > 0 && recorded.get(count - 1).stamp().sequence() > sequence) {
      count--;
    }
    return recorded.subList(0, count);
  }
}
