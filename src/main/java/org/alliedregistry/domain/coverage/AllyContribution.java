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
      RowOrder rank = RowOrder.of(head.state(), selection);
      if (row.isWhole()) {
        String id = head.pledge().id();
        addends.put(id, new AllyContribution(id, rank, AllyRow.ofWhole(row, selection)));
      } else if (head.pledge().shares().isEmpty()) {
        List<String> kept = selection.kept(head.pledge().allies());
        String group = String.join(",", head.pledge().sortedAllies());
        AllyRow own = new AllyRow(kept, rank.withOthers(), row.counted(), List.of());
        add(addends, new AllyContribution(group, rank, own));
      } else {
        int openingOrder = head.state().openingOrder();
        head.shares(selection)
            .forEach(
                (ally, share) -> {
                  AllyRow own = new AllyRow(List.of(ally), false, share, List.of());
                  add(addends, new AllyContribution(ally, RowOrder.of(ally, openingOrder), own));
                });
      }
    }
    return List.copyOf(addends.values());
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
