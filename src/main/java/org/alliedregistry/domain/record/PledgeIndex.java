package org.alliedregistry.domain.record;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.alliedregistry.domain.collection.KeyIndex;
import org.alliedregistry.domain.pledge.PledgePartitions;
import org.alliedregistry.domain.pledge.PledgeStatements;
import org.jspecify.annotations.Nullable;

/**
 * The pledges' files by id, the oldest first. Immutable: {@link #with} answers the next one, which
 * shares all but one chunk with this, however many there are.
 */
public final class PledgeIndex extends AbstractMap<String, PledgeRecord> {

  static final PledgeIndex EMPTY =
      new PledgeIndex(
          new PledgeRecord[0][],
          0,
          KeyIndex.EMPTY,
          PledgePartitions.EMPTY,
          PledgeSecondaryIndex.EMPTY);

  private static final int CHUNK = 256;

  private final PledgeRecord[][] chunks;
  private final int size;
  private final KeyIndex places;
  private final PledgePartitions binders;
  private final PledgeSecondaryIndex lookups;

  private PledgeIndex(
      PledgeRecord[][] chunks,
      int size,
      KeyIndex places,
      PledgePartitions binders,
      PledgeSecondaryIndex lookups) {
    this.chunks = chunks;
    this.size = size;
    this.places = places;
    this.binders = binders;
    this.lookups = lookups;
  }

  /** With one more file, or with another in the place of one: its age says where. */
  PledgeIndex with(PledgeRecord file) {
    PledgeRecord before = get(file.pledge().id());
    PledgeRecord rooted = file.rooted(root(file.pledge().partOf()));
    PledgeIndex next = placed(before, rooted);
    return before == null || Objects.equals(before.root(), rooted.root())
        ? next
        : next.rootedIn(rooted.pledge().id());
  }

  private @Nullable String root(@Nullable String whole) {
    PledgeRecord file = whole == null ? null : get(whole);
    if (file == null) {
      return null;
    }
    return file.root() == null ? whole : file.root();
  }

  /** The parts of a pledge count where it does now. */
  private PledgeIndex rootedIn(String whole) {
    PledgeIndex next = this;
    for (PledgeRecord part : partsOf(whole).toList()) {
      next = next.with(part);
    }
    return next;
  }

  /**
   * As it was right after an entry.
   *
   * @param changed the pledges of which anything was recorded since; no others are looked at
   */
  PledgeIndex asOf(long sequence, Collection<String> changed) {
    PledgeIndex then = this;
    for (String id : changed) {
      Optional<PledgeRecord> was = Objects.requireNonNull(get(id)).asOf(sequence);
      then = was.isPresent() ? then.with(was.get()) : then;
    }
    int opened = size;
    while (opened > 0 && at(opened - 1).history().first().sequence() > sequence) {
      opened--;
    }
    return then.first(opened);
  }

  /** The oldest so many. */
  private PledgeIndex first(int count) {
    if (count == size) {
      return this;
    }
    PledgePartitions rest = binders;
    for (int age = count; age < size; age++) {
      rest = rest.without(at(age).dossier(), wholeAge(at(age)));
    }
    return new PledgeIndex(chunks, count, places, rest, lookups.below(count));
  }

  private PledgeIndex placed(@Nullable PledgeRecord before, PledgeRecord file) {
    int age = file.dossier().age();
    KeyIndex known = before == null ? places.with(file.pledge().id(), age) : places;
    PledgeIndex next =
        new PledgeIndex(chunks(age, file), Math.max(size, age + 1), known, binders, lookups);
    PledgePartitions rest =
        before == null ? binders : binders.without(before.dossier(), wholeAge(before));
    return new PledgeIndex(
        next.chunks,
        next.size,
        known,
        rest.with(file.dossier(), next.wholeAge(file)),
        lookups.with(file, before == null, next::at));
  }

  /** In the order of lists: by the codes of the allies, then capability, then age. */
  public Stream<PledgeRecord> ordered() {
    return lookups.ordered().stream().mapToObj(this::at);
  }

  /** The pledges of an ally, the oldest first. */
  public Stream<PledgeRecord> ofAlly(String ally) {
    return lookups.ofAlly(ally).mapToObj(this::at);
  }

  /** The pledges that name a whole, the oldest first. */
  public Stream<PledgeRecord> partsOf(String whole) {
    return everPartsOf(whole).filter(file -> whole.equals(file.pledge().partOf()));
  }

  /** The pledges that name a whole in any version, the oldest first. */
  Stream<PledgeRecord> everPartsOf(String whole) {
    return lookups.byWhole().of(whole).filter(age -> age < size).mapToObj(this::at);
  }

  /** The pledge that a writer knows by a reference, if there is one. */
  public Optional<PledgeRecord> find(String writer, String reference) {
    return lookups
        .byReference()
        .of(PledgeSecondaryIndex.key(writer, reference))
        .filter(age -> age < size)
        .mapToObj(this::at)
        .filter(file -> reference.equals(file.pledge().reference()))
        .filter(file -> writer.equals(file.history().first().by()))
        .findFirst();
  }

  /** How old its whole is, or where it is in none itself. */
  private int wholeAge(PledgeRecord file) {
    return file.root() == null ? file.dossier().age() : age(file.root());
  }

  private PledgeRecord[][] chunks(int age, PledgeRecord file) {
    int number = age / CHUNK;
    PledgeRecord[][] next = Arrays.copyOf(chunks, Math.max(chunks.length, number + 1));
    next[number] = next[number] == null ? new PledgeRecord[CHUNK] : next[number].clone();
    next[number][age % CHUNK] = file;
    return next;
  }

  /** The file of an age below the size. */
  PledgeRecord at(int age) {
    return chunks[age / CHUNK][age % CHUNK];
  }

  /** Of one that was opened later, nothing that is an id. */
  private String idAt(int age) {
    return age < size ? at(age).pledge().id() : "";
  }

  /** How many pledges were opened before that of an id; negative where there is none. */
  int age(String id) {
    return places.find(id, this::idAt);
  }

  /** The dossiers, as they are looked at by what is computed on them. */
  Map<String, PledgeStatements> dossiers() {
    return new MappedView<>(this, PledgeRecord::dossier);
  }

  PledgePartitions binders() {
    return binders;
  }

  @Override
  public @Nullable PledgeRecord get(@Nullable Object id) {
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
  public Set<Map.Entry<String, PledgeRecord>> entrySet() {
    return new MappedView<>(this, Function.identity()).entrySet();
  }
}
