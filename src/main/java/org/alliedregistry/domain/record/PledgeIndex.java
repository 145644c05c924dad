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
 * The pledges by id, in opening order. Immutable: {@link #with} returns a new index, which shares
 * all but one chunk with this one.
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
  private final KeyIndex positions;
  private final PledgePartitions partitions;
  private final PledgeSecondaryIndex lookups;

  private PledgeIndex(
      PledgeRecord[][] chunks,
      int size,
      KeyIndex positions,
      PledgePartitions partitions,
      PledgeSecondaryIndex lookups) {
    this.chunks = chunks;
    this.size = size;
    this.positions = positions;
    this.partitions = partitions;
    this.lookups = lookups;
  }

  /** Adds a pledge, or replaces the one with the same opening order. */
  PledgeIndex with(PledgeRecord record) {
    PledgeRecord before = get(record.pledge().id());
    PledgeRecord inWhole = record.withWhole(effectiveWhole(record.pledge().partOf()));
    PledgeIndex next = put(before, inWhole);
    return before == null || Objects.equals(before.effectiveWhole(), inWhole.effectiveWhole())
        ? next
        : next.reparentParts(inWhole.pledge().id());
  }

  private @Nullable String effectiveWhole(@Nullable String whole) {
    PledgeRecord record = whole == null ? null : get(whole);
    if (record == null) {
      return null;
    }
    return record.effectiveWhole() == null ? whole : record.effectiveWhole();
  }

  /** Moves the parts of a pledge to the whole that it counts in now. */
  private PledgeIndex reparentParts(String whole) {
    PledgeIndex next = this;
    for (PledgeRecord part : partsOf(whole).toList()) {
      next = next.with(part);
    }
    return next;
  }

  /**
   * The index as it was right after an entry.
   *
   * @param changed the ids of the pledges with an entry since; only these are restored
   */
  PledgeIndex asOf(long sequence, Collection<String> changed) {
    PledgeIndex then = this;
    for (String id : changed) {
      Optional<PledgeRecord> was = Objects.requireNonNull(get(id)).asOf(sequence);
      then = was.isPresent() ? then.with(was.get()) : then;
    }
    int opened = size;
    while (opened > 0 && at(opened - 1).versions().first().sequence() > sequence) {
      opened--;
    }
    return then.first(opened);
  }

  /** Keeps the pledges with the lowest opening orders. */
  private PledgeIndex first(int count) {
    if (count == size) {
      return this;
    }
    PledgePartitions rest = partitions;
    for (int openingOrder = count; openingOrder < size; openingOrder++) {
      rest = rest.without(at(openingOrder).pledgeStatements(), wholeOpeningOrder(at(openingOrder)));
    }
    return new PledgeIndex(chunks, count, positions, rest, lookups.below(count));
  }

  private PledgeIndex put(@Nullable PledgeRecord before, PledgeRecord record) {
    int openingOrder = record.pledgeStatements().openingOrder();
    KeyIndex known =
        before == null ? positions.with(record.pledge().id(), openingOrder) : positions;
    PledgeIndex next =
        new PledgeIndex(
            chunks(openingOrder, record),
            Math.max(size, openingOrder + 1),
            known,
            partitions,
            lookups);
    PledgePartitions rest =
        before == null
            ? partitions
            : partitions.without(before.pledgeStatements(), wholeOpeningOrder(before));
    return new PledgeIndex(
        next.chunks,
        next.size,
        known,
        rest.with(record.pledgeStatements(), next.wholeOpeningOrder(record)),
        lookups.with(record, before == null, next::at));
  }

  /** The pledges in the order of lists: by ally codes, then capability, then opening order. */
  public Stream<PledgeRecord> ordered() {
    return lookups.ordered().stream().mapToObj(this::at);
  }

  /** The pledges of an ally, in opening order. */
  public Stream<PledgeRecord> ofAlly(String ally) {
    return lookups.ofAlly(ally).mapToObj(this::at);
  }

  /** The pledges that name a whole, in opening order. */
  public Stream<PledgeRecord> partsOf(String whole) {
    return everPartsOf(whole).filter(record -> whole.equals(record.pledge().partOf()));
  }

  /** The pledges that name a whole in any version, in opening order. */
  Stream<PledgeRecord> everPartsOf(String whole) {
    return lookups
        .byWhole()
        .of(whole)
        .filter(openingOrder -> openingOrder < size)
        .mapToObj(this::at);
  }

  /** The pledge with a reference of a writer, if there is one. */
  public Optional<PledgeRecord> find(String writer, String reference) {
    return lookups
        .byReference()
        .of(PledgeSecondaryIndex.key(writer, reference))
        .filter(openingOrder -> openingOrder < size)
        .mapToObj(this::at)
        .filter(record -> reference.equals(record.pledge().reference()))
        .filter(record -> writer.equals(record.versions().first().recordedBy()))
        .findFirst();
  }

  /** The opening order of the whole of a pledge; its own if it has none. */
  private int wholeOpeningOrder(PledgeRecord record) {
    return record.effectiveWhole() == null
        ? record.pledgeStatements().openingOrder()
        : openingOrder(record.effectiveWhole());
  }

  private PledgeRecord[][] chunks(int openingOrder, PledgeRecord record) {
    int number = openingOrder / CHUNK;
    PledgeRecord[][] next = Arrays.copyOf(chunks, Math.max(chunks.length, number + 1));
    next[number] = next[number] == null ? new PledgeRecord[CHUNK] : next[number].clone();
    next[number][openingOrder % CHUNK] = record;
    return next;
  }

  /** The pledge with an opening order, which must be below the size. */
  PledgeRecord at(int openingOrder) {
    return chunks[openingOrder / CHUNK][openingOrder % CHUNK];
  }

  /** The id of the pledge with an opening order; empty if it was opened after this snapshot. */
  private String idAt(int openingOrder) {
    return openingOrder < size ? at(openingOrder).pledge().id() : "";
  }

  /** The opening order of the pledge with an id; negative if there is none. */
  int openingOrder(String id) {
    return positions.find(id, this::idAt);
  }

  /** The pledges with their statements, by id. */
  Map<String, PledgeStatements> pledgeStatements() {
    return new MappedView<>(this, PledgeRecord::pledgeStatements);
  }

  PledgePartitions partitions() {
    return partitions;
  }

  @Override
  public @Nullable PledgeRecord get(@Nullable Object id) {
    int openingOrder = id instanceof String text ? openingOrder(text) : -1;
    return openingOrder < 0 ? null : at(openingOrder);
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
