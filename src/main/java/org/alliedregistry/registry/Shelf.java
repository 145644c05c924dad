package org.alliedregistry.registry;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.alliedregistry.pledge.Binders;
import org.alliedregistry.pledge.Dossier;
import org.jspecify.annotations.Nullable;

/**
 * The pledges' files by id, the oldest first. Immutable: {@link #with} answers the next one, which
 * shares all but one chunk with this, however many there are.
 */
public final class Shelf extends AbstractMap<String, PledgeFile> {

  static final Shelf EMPTY = new Shelf(new PledgeFile[0][], 0, Places.EMPTY, Binders.EMPTY);

  private static final int CHUNK = 256;

  private final PledgeFile[][] chunks;
  private final int size;
  private final Places places;
  private final Binders binders;

  private Shelf(PledgeFile[][] chunks, int size, Places places, Binders binders) {
    this.chunks = chunks;
    this.size = size;
    this.places = places;
    this.binders = binders;
  }

  /** With one more file, or with another in the place of one: its age says where. */
  Shelf with(PledgeFile file) {
    PledgeFile before = get(file.pledge().id());
    PledgeFile rooted = file.rooted(root(file.pledge().partOf()));
    Shelf next = placed(before, rooted);
    return before == null || Objects.equals(before.root(), rooted.root())
        ? next
        : next.rootedIn(rooted.pledge().id());
  }

  private @Nullable String root(@Nullable String whole) {
    PledgeFile file = whole == null ? null : get(whole);
    if (file == null) {
      return null;
    }
    return file.root() == null ? whole : file.root();
  }

  /** The parts of a pledge count where it does now. */
  private Shelf rootedIn(String whole) {
    Shelf next = this;
    for (PledgeFile file : values()) {
      if (whole.equals(file.pledge().partOf())) {
        next = next.with(file);
      }
    }
    return next;
  }

  /** As it was right after an entry: those opened later are the last. */
  Shelf asOf(long sequence) {
    Shelf then = EMPTY;
    for (PledgeFile file : values()) {
      Optional<PledgeFile> was = file.asOf(sequence);
      then = was.isPresent() ? then.placed(null, was.get().rooted(null)) : then;
    }
    for (PledgeFile file : then.values()) {
      then = file.pledge().partOf() == null ? then : then.with(file);
    }
    return then;
  }

  private Shelf placed(@Nullable PledgeFile before, PledgeFile file) {
    int age = file.dossier().age();
    Places known = before == null ? places.with(file.pledge().id(), age) : places;
    Shelf next = new Shelf(chunks(age, file), Math.max(size, age + 1), known, binders);
    Binders rest = before == null ? binders : binders.without(before.dossier(), wholeAge(before));
    return new Shelf(next.chunks, next.size, known, rest.with(file.dossier(), next.wholeAge(file)));
  }

  /** How old its whole is, or where it is in none itself. */
  private int wholeAge(PledgeFile file) {
    return file.root() == null ? file.dossier().age() : age(file.root());
  }

  private PledgeFile[][] chunks(int age, PledgeFile file) {
    int number = age / CHUNK;
    PledgeFile[][] next = Arrays.copyOf(chunks, Math.max(chunks.length, number + 1));
    next[number] = next[number] == null ? new PledgeFile[CHUNK] : next[number].clone();
    next[number][age % CHUNK] = file;
    return next;
  }

  private PledgeFile at(int age) {
    return chunks[age / CHUNK][age % CHUNK];
  }

  private String idAt(int age) {
    return at(age).pledge().id();
  }

  /** How many pledges were opened before that of an id; negative where there is none. */
  int age(String id) {
    return places.find(id, this::idAt);
  }

  /** The dossiers, as they are looked at by what is computed on them. */
  Map<String, Dossier> dossiers() {
    return new Seen<>(PledgeFile::dossier);
  }

  Binders binders() {
    return binders;
  }

  @Override
  public @Nullable PledgeFile get(@Nullable Object id) {
    int age = id instanceof String text ? age(text) : -1;
    return age < 0 ? null : at(age);
  }

  @Override
  public boolean containsKey(@Nullable Object id) {
    return get(id) != null;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Set<Map.Entry<String, PledgeFile>> entrySet() {
    return new Seen<>(Function.identity()).entrySet();
  }

  /** Something of each file, by id, the oldest first. */
  private final class Seen<T> extends AbstractMap<String, T> {

    private final Function<PledgeFile, T> what;

    Seen(Function<PledgeFile, T> what) {
      this.what = what;
    }

    @Override
    public @Nullable T get(@Nullable Object id) {
      PledgeFile file = Shelf.this.get(id);
      return file == null ? null : what.apply(file);
    }

    @Override
    public boolean containsKey(@Nullable Object id) {
      return Shelf.this.containsKey(id);
    }

    @Override
    public Set<Map.Entry<String, T>> entrySet() {
      return new AbstractSet<>() {
        @Override
        public Iterator<Map.Entry<String, T>> iterator() {
          return new Walk();
        }

        @Override
        public int size() {
          return size;
        }
      };
    }

    private final class Walk implements Iterator<Map.Entry<String, T>> {

      private int next;

      @Override
      public boolean hasNext() {
        return next < size;
      }

      @Override
      public Map.Entry<String, T> next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        PledgeFile file = at(next++);
        return Map.entry(file.pledge().id(), what.apply(file));
      }
    }
  }
}
