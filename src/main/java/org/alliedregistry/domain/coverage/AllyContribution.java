package org.alliedregistry.domain.coverage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alliedregistry.domain.coverage.contribution.AllySelection;
import org.alliedregistry.domain.coverage.contribution.Contribution;
import org.alliedregistry.domain.coverage.contribution.WholeRow;
import org.alliedregistry.domain.quantity.Interval;

/**
 * The part of a row of the answer that the pledges of one partition add up to.
 *
 * @param key the codes of its allies, or the id of its whole; parts with one key are one row
 */
record AllyContribution(String key, RowOrder rank, AllyRow row) {

  /**
   * The parts for the rows of the answer. Shares go to their allies; a joint pledge without shares
   * goes to its group of allies; a whole with parts is a row of its own.
   */
  static List<AllyContribution> of(List<WholeRow> rows, AllySelection filter) {
    Map<String, AllyContribution> addends = new LinkedHashMap<>();
    for (WholeRow row : rows) {
      Contribution head = row.head();
      int openingOrder = head.state().openingOrder();
      List<String> allies = head.pledge().sortedAllies();
      if (row.isWhole()) {
        String id = head.pledge().id();
        addends.put(
            id, new AllyContribution(id, RowOrder.of(allies, openingOrder), AllyRow.ofWhole(row)));
      } else if (head.pledge().shares().isEmpty()) {
        add(addends, allies, openingOrder, row.counted());
      } else {
        head.shares(filter)
            .forEach((ally, share) -> add(addends, List.of(ally), openingOrder, share));
      }
    }
    return List.copyOf(addends.values());
  }

  private static void add(
      Map<String, AllyContribution> addends,
      List<String> allies,
      int openingOrder,
      Interval counted) {
    RowOrder rank = RowOrder.of(allies, openingOrder);
    AllyRow row = new AllyRow(allies, counted, List.of());
    addends.merge(
        rank.codes(), new AllyContribution(rank.codes(), rank, row), AllyContribution::plus);
  }

  private AllyContribution plus(AllyContribution younger) {
    Interval sum = row.counted().plus(younger.row.counted());
    return new AllyContribution(key, rank, new AllyRow(row.allies(), sum, List.of()));
  }
}
