package org.alliedregistry.coverage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alliedregistry.quantity.Interval;

/**
 * What some pledges bring into a row by ally.
 *
 * @param key the codes of its allies, or the id of its whole: those of one key are one row
 */
record Addend(String key, Rank rank, AllyRow row) {

  /** The addends of some rows: what is its alone goes to each ally, and a whole is one itself. */
  static List<Addend> of(List<Row> rows, AllyFilter filter) {
    Map<String, Addend> addends = new LinkedHashMap<>();
    for (Row row : rows) {
      Contribution head = row.head();
      int age = head.standing().age();
      List<String> allies = head.pledge().sortedAllies();
      if (row.isWhole()) {
        String id = head.pledge().id();
        addends.put(id, new Addend(id, Rank.of(allies, age), AllyRow.ofWhole(row)));
      } else if (head.pledge().shares().isEmpty()) {
        add(addends, allies, age, row.counted());
      } else {
        head.shares(filter).forEach((ally, share) -> add(addends, List.of(ally), age, share));
      }
    }
    return List.copyOf(addends.values());
  }

  private static void add(
      Map<String, Addend> addends, List<String> allies, int age, Interval counted) {
    Rank rank = Rank.of(allies, age);
    AllyRow row = new AllyRow(allies, counted, List.of());
    addends.merge(rank.codes(), new Addend(rank.codes(), rank, row), Addend::plus);
  }

  private Addend plus(Addend younger) {
    Interval sum = row.counted().plus(younger.row.counted());
    return new Addend(key, rank, new AllyRow(row.allies(), sum, List.of()));
  }
}
