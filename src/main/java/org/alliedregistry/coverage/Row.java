package org.alliedregistry.coverage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alliedregistry.pledge.Rung;
import org.alliedregistry.quantity.Interval;

/** One addend of a requirement's count: a pledge, or a whole with its parts. */
record Row(Contribution head, List<Contribution> parts) {

  /** Puts parts under their wholes; a part whose whole is not counted here stands alone. */
  static List<Row> of(List<Contribution> contributions) {
    Set<String> ids = contributions.stream().map(c -> c.pledge().id()).collect(Collectors.toSet());
    Predicate<Contribution> liesInWhole =
        c -> c.pledge().partOf() != null && ids.contains(c.pledge().partOf());
    Map<String, List<Contribution>> parts =
        contributions.stream()
            .filter(liesInWhole)
            .collect(Collectors.groupingBy(c -> String.valueOf(c.pledge().partOf())));
    return contributions.stream()
        .filter(liesInWhole.negate())
        .map(c -> new Row(c, parts.getOrDefault(c.pledge().id(), List.of())))
        .toList();
  }

  /** The same pledges at another rung or under other assumptions. */
  Row under(Rules rules, Rung rung) {
    return new Row(
        Contribution.of(head.standing(), rules, rung),
        parts.stream().map(p -> Contribution.of(p.standing(), rules, rung)).toList());
  }

  boolean isWhole() {
    return !parts.isEmpty();
  }

  Interval counted() {
    return combined(Contribution::counted, c -> true);
  }

  Interval stated() {
    Interval counted = counted();
    return counted.isBounded()
        ? counted
        : counted.withHigh(combined(Contribution::stated, c -> true).high());
  }

  /** What of it rests on a planning factor. */
  Interval derived() {
    return combined(Contribution::counted, c -> c.standing().isDerived());
  }

  private Interval combined(
      Function<Contribution, Amounts> amounts, Predicate<Contribution> included) {
    Amounts whole = included.test(head) ? amounts.apply(head) : Amounts.NOTHING;
    return isWhole()
        ? PartsOfWhole.counted(whole, parts.stream().filter(included).map(amounts).toList())
        : whole.range();
  }

  Stream<Contribution> members() {
    return Stream.concat(Stream.of(head), parts.stream());
  }

  static Interval sum(List<Row> rows, Function<Row, Interval> amount) {
    return rows.stream().map(amount).reduce(Interval.ZERO, Interval::plus);
  }
}
