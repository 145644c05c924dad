package org.alliedregistry.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alliedregistry.quantity.Interval;

/**
 * What is counted of one ally, one group of allies, or one whole with its parts.
 *
 * @param allies their codes, sorted
 * @param parts the parts of a whole; empty for other rows
 */
public record AllyRow(List<String> allies, Interval counted, List<PartRow> parts) {

  /** A national or other part of a whole; not an addend of its own. */
  public record PartRow(String pledge, List<String> allies, Interval counted) {}

  /** Codes in order, then the shorter list. */
  static final Comparator<List<String>> BY_CODES =
      Comparator.comparing((List<String> codes) -> String.join(",", codes));

  /**
   * The rows of a requirement; they sum to its count. Those without a contribution are left out.
   */
  static List<AllyRow> of(List<Row> rows, AllyFilter filter) {
    Map<String, AllyRow> merged = new LinkedHashMap<>();
    for (Row row : rows) {
      Contribution head = row.head();
      List<String> allies = head.pledge().sortedAllies();
      if (row.isWhole()) {
        merged.put(head.pledge().id(), new AllyRow(allies, row.counted(), partsOf(row)));
      } else if (head.pledge().shares().isEmpty()) {
        add(merged, allies, row.counted());
      } else {
        head.shares(filter).forEach((ally, share) -> add(merged, List.of(ally), share));
      }
    }
    List<AllyRow> sorted = new ArrayList<>(merged.values());
    sorted.removeIf(row -> row.counted.isZero());
    sorted.sort(Comparator.comparing(AllyRow::allies, BY_CODES));
    return List.copyOf(sorted);
  }

  private static void add(Map<String, AllyRow> merged, List<String> allies, Interval counted) {
    merged.merge(
        String.join(",", allies),
        new AllyRow(allies, counted, List.of()),
        (a, b) -> new AllyRow(a.allies, a.counted.plus(b.counted), List.of()));
  }

  private static List<PartRow> partsOf(Row row) {
    return row.parts().stream()
        .map(p -> new PartRow(p.pledge().id(), p.pledge().sortedAllies(), p.counted().range()))
        .sorted(Comparator.comparing(PartRow::allies, BY_CODES))
        .toList();
  }
}
