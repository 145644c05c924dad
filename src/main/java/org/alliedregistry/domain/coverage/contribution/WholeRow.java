package org.alliedregistry.domain.coverage.contribution;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.pledge.UnconvertedAmount;
import org.alliedregistry.domain.quantity.Interval;

/** A pledge, or a whole with its parts, in the count of a requirement. */
public record WholeRow(Contribution head, List<Contribution> parts) {

  /** Puts parts under their wholes. A part whose whole is not counted here is a row of its own. */
  public static List<WholeRow> of(List<Contribution> contributions) {
    Set<String> ids = contributions.stream().map(c -> c.pledge().id()).collect(Collectors.toSet());
    Predicate<Contribution> isPart =
        c -> c.pledge().partOf() != null && ids.contains(c.pledge().partOf());
    Map<String, List<Contribution>> parts =
        contributions.stream()
            .filter(isPart)
            .collect(Collectors.groupingBy(c -> String.valueOf(c.pledge().partOf())));
    return contributions.stream()
        .filter(isPart.negate())
        .map(c -> new WholeRow(c, parts.getOrDefault(c.pledge().id(), List.of())))
        .toList();
  }

  /** Counts the same pledges at any rung. */
  public Interval countedAt(Rung rung, ContributionRules rules) {
    return rung == rules.query().rung()
        ? counted()
        : combined(c -> Contribution.countedAt(rung, c.state(), rules), c -> true);
  }

  public boolean isWhole() {
    return !parts.isEmpty();
  }

  public Interval counted() {
    return combined(Contribution::counted, c -> true);
  }

  public Interval stated() {
    Interval counted = counted();
    return counted.isBounded()
        ? counted
        : counted.withHigh(combined(Contribution::stated, c -> true).high());
  }

  /** The part of the count that a planning factor or an exchange rate converted. */
  public Interval derived() {
    return combined(Contribution::counted, c -> !c.isNothing() && c.state().isDerived());
  }

  /** The part of the count that has a caveat. */
  public Interval underCaveat(String code) {
    return combined(
        Contribution::counted, c -> c.state().terms().caveats().codes().containsKey(code));
  }

  /** The sum of the stated amounts of one unit that do not convert. */
  public Interval unconverted(String unit, boolean perYear) {
    return combined(
        c -> ContributionAmounts.of(Objects.requireNonNull(c.unconverted()).counted()),
        c -> {
          UnconvertedAmount amount = c.unconverted();
          return amount != null
              && amount.said().unit().equals(unit)
              && amount.said().perYear() == perYear;
        });
  }

  /** Whether an amount of the pledge, or of a part, does not convert. */
  public boolean isAnyUnconverted() {
    if (head.unconverted() != null) {
      return true;
    }
    for (Contribution part : parts) {
      if (part.unconverted() != null) {
        return true;
      }
    }
    return false;
  }

  /** The pledge, or the whole and its parts. */
  public List<Contribution> contributions() {
    return Stream.concat(Stream.of(head), parts.stream()).toList();
  }

  private Interval combined(
      Function<Contribution, ContributionAmounts> amounts, Predicate<Contribution> included) {
    ContributionAmounts whole =
        included.test(head) ? amounts.apply(head) : ContributionAmounts.NOTHING;
    return isWhole()
        ? PartsOfWhole.counted(whole, parts.stream().filter(included).map(amounts).toList())
        : whole.range();
  }

  public static Interval sum(List<WholeRow> rows, Function<WholeRow, Interval> amount) {
    IntervalSum sum = new IntervalSum();
    for (WholeRow row : rows) {
      sum.add(amount.apply(row));
    }
    return sum.total();
  }
}
