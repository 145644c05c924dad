package org.alliedregistry.domain.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.alliedregistry.domain.coverage.contribution.AllySelection;
import org.alliedregistry.domain.coverage.contribution.Contribution;
import org.alliedregistry.domain.coverage.contribution.NamedAllies;
import org.alliedregistry.domain.coverage.contribution.WholeRow;
import org.alliedregistry.domain.pledge.UnconvertedAmount;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.quantity.Quantity;

/**
 * The stated amounts of one unit that do not convert to the unit of account (docs/arithmetic.md,
 * 5).
 *
 * @param perYear whether they are amounts for each year
 * @param counted their sum in that unit; a whole with its parts counts once
 * @param pledges the pledges, each with its own amount
 */
public record UnconvertedAmounts(
    String unit, boolean perYear, Interval counted, List<Line> pledges) {

  /**
   * The amount of one pledge.
   *
   * @param allies its allies that the question is about
   */
  public record Line(RowOrder rank, String pledge, List<String> allies, Quantity said) {

    /** Whether the question leaves out other allies of the pledge. */
    public boolean withOthers() {
      return rank.withOthers();
    }
  }

  private record Unit(String code, boolean perYear) implements Comparable<Unit> {

    static Unit of(Quantity said) {
      return new Unit(said.unit(), said.perYear());
    }

    @Override
    public int compareTo(Unit other) {
      int byCode = code.compareTo(other.code);
      return byCode == 0 ? Boolean.compare(perYear, other.perYear) : byCode;
    }
  }

  /** The amounts of some rows, by unit. */
  static List<UnconvertedAmounts> of(List<WholeRow> rows, AllySelection selection) {
    List<UnconvertedAmounts> amounts = new ArrayList<>();
    for (WholeRow row : rows) {
      if (!row.isAnyUnconverted()) {
        continue;
      }
      SortedMap<Unit, List<Line>> lines = new TreeMap<>();
      for (Contribution each : row.contributions()) {
        UnconvertedAmount amount = each.unconverted();
        if (amount != null) {
          lines
              .computeIfAbsent(Unit.of(amount.said()), unit -> new ArrayList<>())
              .add(line(each, amount.said(), selection));
        }
      }
      lines.forEach(
          (unit, pledges) ->
              amounts.add(
                  new UnconvertedAmounts(
                      unit.code(),
                      unit.perYear(),
                      row.unconverted(unit.code(), unit.perYear()),
                      pledges)));
    }
    return amounts.isEmpty() ? List.of() : sum(amounts);
  }

  /** Adds up the amounts of each unit. The pledges are in the order of the rows of the answer. */
  static List<UnconvertedAmounts> sum(List<UnconvertedAmounts> amounts) {
    SortedMap<Unit, UnconvertedAmounts> sums = new TreeMap<>();
    for (UnconvertedAmounts amount : amounts) {
      sums.merge(new Unit(amount.unit, amount.perYear), amount, UnconvertedAmounts::plus);
    }
    return sums.values().stream().map(UnconvertedAmounts::sorted).toList();
  }

  private static Line line(Contribution each, Quantity said, AllySelection selection) {
    NamedAllies suppliers = selection.suppliers(each.pledge());
    return new Line(
        RowOrder.of(suppliers, each.state().openingOrder()),
        each.pledge().id(),
        suppliers.allies(),
        said);
  }

  private UnconvertedAmounts plus(UnconvertedAmounts other) {
    List<Line> lines = new ArrayList<>(pledges);
    lines.addAll(other.pledges);
    return new UnconvertedAmounts(unit, perYear, counted.plus(other.counted), lines);
  }

  private UnconvertedAmounts sorted() {
    List<Line> lines = pledges.stream().sorted(Comparator.comparing(Line::rank)).toList();
    return new UnconvertedAmounts(unit, perYear, counted, lines);
  }
}
