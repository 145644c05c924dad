package org.alliedregistry.domain.pledge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Pledges in partitions. A whole and its parts are in one partition, because they are counted
 * together. A partition that is the same object as before is not counted again. Immutable: {@link
 * #with} and {@link #without} share all other partitions.
 */
public final class PledgePartitions {

  /** The number of a partition is the opening order of the whole, divided by this. */
  private static final int PER_PARTITION = 128;

  public static final PledgePartitions EMPTY = new PledgePartitions(new Partition[0]);

  /**
   * The pledges of one partition.
   *
   * @param pledges in opening order
   */
  public record Partition(List<PledgeStatements> pledges) {

    private static final Partition EMPTY = new Partition(List.of());

    private static Partition of(List<PledgeStatements> pledges) {
      List<PledgeStatements> ordered = new ArrayList<>(pledges);
      ordered.sort(Comparator.comparingInt(PledgeStatements::openingOrder));
      return new Partition(Collections.unmodifiableList(ordered));
    }

    private Partition with(PledgeStatements statements) {
      List<PledgeStatements> next = new ArrayList<>(pledges);
      int at = place(statements);
      if (at < 0) {
        next.add(-at - 1, statements);
      } else {
        next.set(at, statements);
      }
      return new Partition(Collections.unmodifiableList(next));
    }

    private Partition without(PledgeStatements statements) {
      List<PledgeStatements> next = new ArrayList<>(pledges);
      int at = place(statements);
      if (at >= 0) {
        next.remove(at);
      }
      return new Partition(Collections.unmodifiableList(next));
    }

    private int place(PledgeStatements statements) {
      return Collections.binarySearch(
          pledges, statements, (a, b) -> Integer.compare(a.openingOrder(), b.openingOrder()));
    }
  }

  private final Partition[] partitions;

  private PledgePartitions(Partition[] partitions) {
    this.partitions = partitions;
  }

  /**
   * @param pledges by id, each with its opening order
   */
  public static PledgePartitions of(Map<String, PledgeStatements> pledges) {
    SortedMap<Integer, List<PledgeStatements>> filed = new TreeMap<>();
    for (PledgeStatements statements : pledges.values()) {
      String partOf = statements.pledge().partOf();
      PledgeStatements whole = partOf == null ? null : pledges.get(partOf);
      int openingOrder = whole == null ? statements.openingOrder() : whole.openingOrder();
      filed
          .computeIfAbsent(openingOrder / PER_PARTITION, number -> new ArrayList<>())
          .add(statements);
    }
    Partition[] partitions = new Partition[filed.isEmpty() ? 0 : filed.lastKey() + 1];
    Arrays.fill(partitions, Partition.EMPTY);
    filed.forEach((number, those) -> partitions[number] = Partition.of(those));
    return new PledgePartitions(partitions);
  }

  /**
   * Adds or replaces a pledge.
   *
   * @param whole the opening order of its whole; its own if it has none
   */
  public PledgePartitions with(PledgeStatements statements, int whole) {
    return put(whole / PER_PARTITION, at(whole / PER_PARTITION).with(statements));
  }

  /** Removes a pledge that was added with this opening order of its whole. */
  public PledgePartitions without(PledgeStatements statements, int whole) {
    return put(whole / PER_PARTITION, at(whole / PER_PARTITION).without(statements));
  }

  private Partition at(int number) {
    return number < partitions.length ? partitions[number] : Partition.EMPTY;
  }

  private PledgePartitions put(int number, Partition partition) {
    Partition[] next = Arrays.copyOf(partitions, Math.max(partitions.length, number + 1));
    Arrays.fill(next, Math.min(partitions.length, next.length), next.length, Partition.EMPTY);
    next[number] = partition;
    int size = next.length;
    while (size > 0 && next[size - 1].pledges().isEmpty()) {
      size--;
    }
    return new PledgePartitions(size == next.length ? next : Arrays.copyOf(next, size));
  }

  /** The number of partitions. */
  public int size() {
    return partitions.length;
  }

  /** A partition by its number. The number never changes. */
  public Partition get(int number) {
    return partitions[number];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PledgePartitions those && Arrays.equals(partitions, those.partitions);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(partitions);
  }
}
