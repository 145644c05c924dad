package org.alliedregistry.domain.record;

import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.RandomAccess;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The entries of the ledger in order. Immutable: {@link #append} returns a new log, which shares
 * all chunks but the last with this one.
 */
public final class EntryLog extends AbstractList<Entry> implements RandomAccess {

  static final EntryLog EMPTY = new EntryLog(new Entry[0][], 0);

  private static final int CHUNK = 512;

  private final Entry[][] chunks;
  private final int size;

  /** Computed once, because every answer names it. */
  private final @Nullable String lastId;

  private EntryLog(Entry[][] chunks, int size) {
    this.chunks = chunks;
    this.size = size;
    EntryStamp last = last();
    this.lastId = last == null ? null : last.id();
  }

  @Override
  public int size() {
    return size;
  }

  /** The entry at an index. In the whole ledger its sequence is {@code index + 1}. */
  @Override
  public Entry get(int index) {
    java.util.Objects.checkIndex(index, size);
    return chunks[index / CHUNK][index % CHUNK];
  }

  /** The stamp of the last entry; null if there is none. */
  public @Nullable EntryStamp last() {
    return size == 0 ? null : get(size - 1).stamp();
  }

  /** The id of the last entry; null if there is none. */
  @Nullable String lastId() {
    return lastId;
  }

  EntryLog append(List<Entry> more) {
    int grown = size + more.size();
    Entry[][] next = Arrays.copyOf(chunks, (grown + CHUNK - 1) / CHUNK);
    for (int c = size / CHUNK; c < next.length; c++) {
      next[c] = next[c] == null ? new Entry[CHUNK] : next[c].clone();
    }
    for (int i = size; i < grown; i++) {
      next[i / CHUNK][i % CHUNK] = more.get(i - size);
    }
    return new EntryLog(next, grown);
  }

  /** The entries up to a sequence. */
  EntryLog upTo(long sequence) {
    return first(count(stamp -> stamp.sequence() <= sequence));
  }

  private EntryLog first(int count) {
    return new EntryLog(Arrays.copyOf(chunks, (count + CHUNK - 1) / CHUNK), count);
  }

  /** The number of entries recorded up to an instant. */
  int countUpTo(Instant instant) {
    return count(stamp -> !stamp.at().isAfter(instant));
  }

  /**
   * The number of entries at the start of the log that match.
   *
   * @param matches false for every entry after the first for which it is false
   */
  private int count(Predicate<EntryStamp> matches) {
    int from = 0;
    int to = size;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (matches.test(get(middle).stamp())) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** The index of the entry with an id; empty if there is none. */
  OptionalInt indexOf(String id) {
    Optional<Instant> at = EntryStamp.instantOf(id);
    if (at.isPresent()) {
      for (int i = countUpTo(at.get()) - 1; i >= 0 && isAt(i, at.get()); i--) {
        if (get(i).stamp().id().equals(id)) {
          return OptionalInt.of(i);
        }
      }
    }
    return OptionalInt.empty();
  }

  private boolean isAt(int index, Instant instant) {
    return get(index).stamp().at().equals(instant);
  }

  /** The number of entries of the first transaction, which opened the registry. */
  int countOfFirst() {
    return isEmpty() ? 0 : countUpTo(get(0).stamp().at());
  }
}
