package org.alliedregistry.registry;

import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * The entries of the ledger in order. Immutable: {@link #append} answers the next one, which shares
 * all but the last of its chunks with this.
 */
public final class Journal extends AbstractList<Entry> implements RandomAccess {

  static final Journal EMPTY = new Journal(new Entry[0][], 0);

  private static final int CHUNK = 512;

  private final Entry[][] chunks;
  private final int size;

  private Journal(Entry[][] chunks, int size) {
    this.chunks = chunks;
    this.size = size;
  }

  @Override
  public int size() {
    return size;
  }

  /** The entry of sequence {@code index + 1}. */
  @Override
  public Entry get(int index) {
    java.util.Objects.checkIndex(index, size);
    return chunks[index / CHUNK][index % CHUNK];
  }

  /** The last entry's stamp, null where there is none. */
  public @Nullable Stamp last() {
    return size == 0 ? null : get(size - 1).stamp();
  }

  Journal append(List<Entry> more) {
    int grown = size + more.size();
    Entry[][] next = Arrays.copyOf(chunks, (grown + CHUNK - 1) / CHUNK);
    for (int c = size / CHUNK; c < next.length; c++) {
      next[c] = next[c] == null ? new Entry[CHUNK] : next[c].clone();
    }
    for (int i = size; i < grown; i++) {
      next[i / CHUNK][i % CHUNK] = more.get(i - size);
    }
    return new Journal(next, grown);
  }

  /** The first so many entries. */
  Journal first(int count) {
    return new Journal(Arrays.copyOf(chunks, (count + CHUNK - 1) / CHUNK), count);
  }

  /** How many entries were recorded by an instant. */
  int countBy(Instant instant) {
    int from = 0;
    int to = size;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (get(middle).stamp().at().isAfter(instant)) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from;
  }
}
