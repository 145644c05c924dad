package org.alliedregistry.domain.record;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One value for each pledge record of an index, by id, in opening order. */
final class MappedView<T> extends AbstractMap<String, T> {

  private final PledgeIndex index;
  private final Function<PledgeRecord, T> value;

  MappedView(PledgeIndex index, Function<PledgeRecord, T> value) {
    this.index = index;
    this.value = value;
  }

  @Override
  public @Nullable T get(@Nullable Object id) {
    PledgeRecord record = index.get(id);
    return record == null ? null : value.apply(record);
  }

  @Override
  public boolean containsKey(@Nullable Object id) {
    return index.containsKey(id);
  }

  @Override
  public Set<Map.Entry<String, T>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, T>> iterator() {
        return new EntryIterator();
      }

      @Override
      public int size() {
        return index.size();
      }
    };
  }

  private final class EntryIterator implements Iterator<Map.Entry<String, T>> {

    private int next;

    @Override
    public boolean hasNext() {
      return next < index.size();
    }

    @Override
    public Map.Entry<String, T> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      PledgeRecord record = index.at(next++);
      return Map.entry(record.pledge().id(), value.apply(record));
    }
  }
}
