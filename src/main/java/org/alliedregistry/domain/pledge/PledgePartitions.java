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
 * Dossiers in binders, those of a family in one: what is counted together is found together, and a
 * binder that is the same object as before need not be counted again. Immutable: {@link #with} and
 * {@link #without} share all other binders.
 */
public final class PledgePartitions {

  /** The binder that a family is in goes by the age of its whole; each has so many of these. */
  private static final int AGES = 128;

  public static final PledgePartitions EMPTY = new PledgePartitions(new Binder[0]);

  /**
   * Some of the dossiers.
   *
   * @param dossiers the oldest first
   */
  public record Binder(List<PledgeStatements> dossiers) {

    private static final Binder EMPTY = new Binder(List.of());

    private static Binder of(List<PledgeStatements> dossiers) {
      List<PledgeStatements> byAge = new ArrayList<>(dossiers);
      byAge.sort(Comparator.comparingInt(PledgeStatements::age));
      return new Binder(Collections.unmodifiableList(byAge));
    }

    private Binder with(PledgeStatements dossier) {
      List<PledgeStatements> next = new ArrayList<>(dossiers);
      int at = place(dossier);
      if (at < 0) {
        next.add(-at - 1, dossier);
      } else {
        next.set(at, dossier);
      }
      return new Binder(Collections.unmodifiableList(next));
    }

    private Binder without(PledgeStatements dossier) {
      List<PledgeStatements> next = new ArrayList<>(dossiers);
      int at = place(dossier);
      if (at >= 0) {
        next.remove(at);
      }
      return new Binder(Collections.unmodifiableList(next));
    }

    private int place(PledgeStatements dossier) {
      return Collections.binarySearch(
          dossiers, dossier, (a, b) -> Integer.compare(a.age(), b.age()));
    }
  }

  private final Binder[] binders;

  private PledgePartitions(Binder[] binders) {
    this.binders = binders;
  }

  /**
   * @param dossiers by id, each with its age
   */
  public static PledgePartitions of(Map<String, PledgeStatements> dossiers) {
    SortedMap<Integer, List<PledgeStatements>> filed = new TreeMap<>();
    for (PledgeStatements dossier : dossiers.values()) {
      String partOf = dossier.pledge().partOf();
      PledgeStatements whole = partOf == null ? null : dossiers.get(partOf);
      int age = whole == null ? dossier.age() : whole.age();
      filed.computeIfAbsent(age / AGES, number -> new ArrayList<>()).add(dossier);
    }
    Binder[] binders = new Binder[filed.isEmpty() ? 0 : filed.lastKey() + 1];
    Arrays.fill(binders, Binder.EMPTY);
    filed.forEach((number, those) -> binders[number] = Binder.of(those));
    return new PledgePartitions(binders);
  }

  /**
   * With a dossier, or with another in the place of one.
   *
   * @param whole how old its whole is, or where it is in none itself
   */
  public PledgePartitions with(PledgeStatements dossier, int whole) {
    return put(whole / AGES, at(whole / AGES).with(dossier));
  }

  /** Without one that was put there with that whole. */
  public PledgePartitions without(PledgeStatements dossier, int whole) {
    return put(whole / AGES, at(whole / AGES).without(dossier));
  }

  private Binder at(int number) {
    return number < binders.length ? binders[number] : Binder.EMPTY;
  }

  private PledgePartitions put(int number, Binder binder) {
    Binder[] next = Arrays.copyOf(binders, Math.max(binders.length, number + 1));
    Arrays.fill(next, Math.min(binders.length, next.length), next.length, Binder.EMPTY);
    next[number] = binder;
    int size = next.length;
    while (size > 0 && next[size - 1].dossiers().isEmpty()) {
      size--;
    }
    return new PledgePartitions(size == next.length ? next : Arrays.copyOf(next, size));
  }

  /** How many there are. */
  public int size() {
    return binders.length;
  }

  /** One of them; it stays in its place for good. */
  public Binder get(int number) {
    return binders[number];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PledgePartitions those && Arrays.equals(binders, those.binders);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(binders);
  }
}
