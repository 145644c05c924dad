package org.alliedregistry.domain.coverage;

import java.util.Comparator;
import java.util.List;
import org.alliedregistry.domain.coverage.contribution.WholeRow;
import org.alliedregistry.domain.quantity.Interval;

/**
 * The count of one ally, one group of allies, or one whole with its parts.
 *
 * @param allies their codes, sorted
 * @param parts the parts of a whole; empty for other rows
 */
public record AllyRow(List<String> allies, Interval counted, List<PartRow> parts) {

  /** A national or other part of a whole; not an addend of its own. */
  public record PartRow(String pledge, List<String> allies, Interval counted) {}

  /** Compares lists of codes by their codes in order; a shorter list comes first. */
  static final Comparator<List<String>> BY_CODES =
      Comparator.comparing((List<String> codes) -> String.join(",", codes));

  static AllyRow ofWhole(WholeRow row) {
    return new AllyRow(row.head().pledge().sortedAllies(), row.counted(), partsOf(row));
  }

  private static List<PartRow> partsOf(WholeRow row) {
    return row.parts().stream()
        .map(p -> new PartRow(p.pledge().id(), p.pledge().sortedAllies(), p.counted().range()))
        .sorted(Comparator.comparing(PartRow::allies, BY_CODES))
        .toList();
  }
}
