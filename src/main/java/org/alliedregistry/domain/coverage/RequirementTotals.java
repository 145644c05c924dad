package org.alliedregistry.domain.coverage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.alliedregistry.domain.coverage.contribution.CountedAndStated;
import org.alliedregistry.domain.coverage.contribution.IntervalSum;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.quantity.Interval;

/** Adds up the subtotals of a requirement. */
final class RequirementTotals {

  static final List<Rung> RUNGS =
      List.of(Rung.PLEDGED, Rung.COMMITTED, Rung.ALLOCATED, Rung.IN_PLACE);

  private final IntervalSum counted = new IntervalSum();
  private final IntervalSum derived = new IntervalSum();
  private final IntervalSum stated = new IntervalSum();
  private final SortedMap<String, IntervalSum> underCaveats = new TreeMap<>();
  private final Map<Rung, IntervalSum> byRung = new EnumMap<>(Rung.class);
  private final Map<String, AllyRowSum> rows = new HashMap<>();
  private final Map<String, AllyRowSum> payerRows = new HashMap<>();
  private final IntervalSum ifAllMet = new IntervalSum();
  private final List<Subtotal> subtotals;
  private final Map<String, BigDecimal> gains = new HashMap<>();
  private final SortedSet<String> open = new TreeSet<>();
  private final List<TraceLine> unquantified = new ArrayList<>();
  private final List<UnconvertedAmounts> unconverted = new ArrayList<>();
  private final List<TraceLine> trace = new ArrayList<>();

  /** The sum of one row. */
  private static final class AllyRowSum {

    private final AllyRow first;
    private final IntervalSum counted = new IntervalSum();
    private RowOrder rank;

    AllyRowSum(AllyContribution first) {
      this.first = first.row();
      this.rank = first.rank();
    }

    void add(AllyContribution addend) {
      counted.add(addend.row().counted());
      rank = addend.rank().compareTo(rank) < 0 ? addend.rank() : rank;
    }

    RowOrder rank() {
      return rank;
    }

    AllyRow row() {
      return new AllyRow(first.allies(), first.withOthers(), counted.total(), first.parts());
    }
  }

  RequirementTotals(List<Subtotal> subtotals) {
    this.subtotals = subtotals.stream().filter(s -> s != Subtotal.NOTHING).toList();
    for (Rung rung : RUNGS) {
      byRung.put(rung, new IntervalSum());
    }
    this.subtotals.forEach(this::add);
  }

  private void add(Subtotal subtotal) {
    counted.add(subtotal.counted());
    derived.add(subtotal.derived());
    stated.add(subtotal.stated());
    subtotal
        .underCaveats()
        .forEach(
            (code, amount) ->
                underCaveats.computeIfAbsent(code, c -> new IntervalSum()).add(amount));
    byRung.forEach((rung, sum) -> sum.add(subtotal.byRung().getOrDefault(rung, Interval.ZERO)));
    addTo(rows, subtotal.rows());
    addTo(payerRows, subtotal.payers());
    subtotal.effects().gains().forEach((code, gain) -> gains.merge(code, gain, BigDecimal::add));
    ifAllMet.add(subtotal.effects().ifAllMet());
    open.addAll(subtotal.open());
    unquantified.addAll(subtotal.unquantified());
    unconverted.addAll(subtotal.unconverted());
    trace.addAll(subtotal.trace());
  }

  private static void addTo(Map<String, AllyRowSum> sums, List<AllyContribution> addends) {
    for (AllyContribution addend : addends) {
      sums.computeIfAbsent(addend.key(), key -> new AllyRowSum(addend)).add(addend);
    }
  }

  Interval counted() {
    return counted.total();
  }

  Interval derived() {
    return derived.total();
  }

  Interval stated() {
    return stated.total();
  }

  /** The amount under each caveat; those without an amount are left out. */
  SortedMap<String, Interval> underCaveats() {
    SortedMap<String, Interval> totals = new TreeMap<>();
    underCaveats.forEach((code, sum) -> totals.put(code, sum.total()));
    return totals;
  }

  SortedMap<Rung, Interval> byRung() {
    SortedMap<Rung, Interval> totals = new TreeMap<>();
    byRung.forEach((rung, sum) -> totals.put(rung, sum.total()));
    return totals;
  }

  /** The rows by ally. They sum to the count; rows of 0 are left out. */
  List<AllyRow> byAlly() {
    return ranked(rows);
  }

  /** The rows by payer; rows of 0 are left out. */
  List<AllyRow> byPayer() {
    return ranked(payerRows);
  }

  private static List<AllyRow> ranked(Map<String, AllyRowSum> sums) {
    return sums.values().stream()
        .sorted(Comparator.comparing(AllyRowSum::rank))
        .map(AllyRowSum::row)
        .filter(row -> !row.counted().isZero())
        .toList();
  }

  /** Each open condition, and the gain in certain amount if it is met. */
  SortedMap<String, BigDecimal> unlocks() {
    SortedMap<String, BigDecimal> unlocks = new TreeMap<>();
    open.forEach(code -> unlocks.put(code, gains.getOrDefault(code, BigDecimal.ZERO)));
    return unlocks;
  }

  /** What counts if a condition failed for all. */
  CountedAndStated ifFailed(String code) {
    IntervalSum ifFailed = new IntervalSum();
    IntervalSum onStated = new IntervalSum();
    for (Subtotal subtotal : subtotals) {
      CountedAndStated amounts = subtotal.effects().ifFailed().get(code);
      ifFailed.add(amounts == null ? subtotal.counted() : amounts.counted());
      onStated.add(amounts == null ? subtotal.stated() : amounts.stated());
    }
    return new CountedAndStated(ifFailed.total(), onStated.total());
  }

  /** What counts if every open condition is met. */
  Interval ifAllMet() {
    return ifAllMet.total();
  }

  List<TraceLine> unquantified() {
    return ranked(unquantified);
  }

  List<UnconvertedAmounts> unconverted() {
    return UnconvertedAmounts.sum(unconverted);
  }

  List<TraceLine> trace() {
    return ranked(trace);
  }

  private static List<TraceLine> ranked(List<TraceLine> lines) {
    return lines.stream().sorted(Comparator.comparing(TraceLine::rank)).toList();
  }
}
