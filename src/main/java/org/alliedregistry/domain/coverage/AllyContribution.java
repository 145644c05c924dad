package org.alliedregistry.domain.coverage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.alliedregistry.domain.coverage.contribution.AllySelection;
import org.alliedregistry.domain.coverage.contribution.Contribution;
import org.alliedregistry.domain.coverage.contribution.NamedAllies;
import org.alliedregistry.domain.coverage.contribution.WholeRow;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.quantity.Interval;

/**
 * The part of a row of the answer that the pledges of one partition add up to.
 *
 * @param key the codes of all allies of the pledge, or the id of a whole; contributions with one
 *     key are one row
 */
record AllyContribution(String key, RowOrder rank, AllyRow row) {

  /**
   * The parts for the rows of the answer. Shares go to their allies; a joint pledge without shares
   * goes to its group of allies; a whole with parts is a row of its own. A row names only allies
   * that the question is about.
   */
  static List<AllyContribution> of(List<WholeRow> rows, AllySelection selection) {
    Map<String, AllyContribution> addends = new LinkedHashMap<>();
    for (WholeRow row : rows) {
      Contribution head = row.head();
      NamedAllies suppliers = selection.suppliers(head.pledge());
      if (row.isWhole() || !isSplit(head.pledge(), selection)) {
        add(addends, ofGroup(row, selection::suppliers, head.pledge().sortedAllies()));
      } else {
        int openingOrder = head.state().openingOrder();
        head.shares(suppliers)
            .forEach(
                (ally, share) -> {
                  AllyRow own = new AllyRow(List.of(ally), false, share, List.of());
                  add(addends, new AllyContribution(ally, RowOrder.of(ally, openingOrder), own));
                });
      }
    }
    return List.copyOf(addends.values());
  }

  /**
   * The parts for the rows by payer. A payer or a group of payers has a row; a whole with parts is
   * a row of its own, of the whole's payers. What nobody pays for has none.
   */
  static List<AllyContribution> ofPayers(List<WholeRow> rows, AllySelection selection) {
    Map<String, AllyContribution> addends = new LinkedHashMap<>();
    for (WholeRow row : rows) {
      List<String> payers = row.head().pledge().financedBy();
      if (!payers.isEmpty()) {
        add(addends, ofGroup(row, selection::payers, payers.stream().sorted().toList()));
      }
    }
    return List.copyOf(addends.values());
  }

  private static AllyContribution ofGroup(
      WholeRow row, Function<Pledge, NamedAllies> named, List<String> group) {
    Pledge pledge = row.head().pledge();
    return new AllyContribution(
        row.isWhole() ? pledge.id() : String.join(",", group),
        RowOrder.of(named.apply(pledge), row.head().state().openingOrder()),
        AllyRow.of(row, named));
  }

  /** Whether each ally of a pledge has a row for its share. */
  private static boolean isSplit(Pledge pledge, AllySelection selection) {
    return !pledge.shares().isEmpty()
        && (selection.keepsShares(pledge) || !selection.suppliers(pledge).withOthers());
  }

  private static void add(Map<String, AllyContribution> addends, AllyContribution next) {
    addends.merge(next.key, next, AllyContribution::plus);
  }

  private AllyContribution plus(AllyContribution younger) {
    Interval sum = row.counted().plus(younger.row.counted());
    return new AllyContribution(
        key, rank, new AllyRow(row.allies(), row.withOthers(), sum, List.of()));
  }
}
