package org.alliedregistry.domain.coverage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alliedregistry.domain.coverage.contribution.AllyFilter;
import org.alliedregistry.domain.coverage.contribution.Contribution;
import org.alliedregistry.domain.coverage.contribution.WholeRow;
import org.alliedregistry.domain.quantity.Interval;

/**
 * What some pledges bring into a row by ally.
 *
 * @param key the codes of its allies, or the id of its whole: those of one key are one row
 */
record AllyContribution(String key, RowOrder rank, AllyRow row) {

  /** The addends of some rows: what is its alone goes to each ally, and a whole is one itself. */
  static List<AllyContribution> of(List<WholeRow> rows, AllyFilter filter) {
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
