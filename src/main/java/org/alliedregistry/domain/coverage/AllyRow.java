package org.alliedregistry.domain.coverage;

import java.util.Comparator;
import java.util.List;
import org.alliedregistry.domain.coverage.contribution.AllySelection;
import org.alliedregistry.domain.coverage.contribution.Contribution;
import org.alliedregistry.domain.coverage.contribution.WholeRow;
import org.alliedregistry.domain.quantity.Interval;

/**
 * The count of one ally, one group of allies, or one whole with its parts.
 *
 * @param allies the codes of those that the question is about, sorted
 * @param withOthers whether the promise is made together with allies that the question leaves out
 * @param parts the parts of a whole; empty for other rows
 */
public record AllyRow(
    List<String> allies, boolean withOthers, Interval counted, List<PartRow> parts) {

  /** A national or other part of a whole; not an addend of its own. */
  public record PartRow(String pledge, List<String> allies, boolean withOthers, Interval counted) {}

  /** Compares lists of codes by their codes in order; a shorter list comes first. */
  static final Comparator<List<String>> BY_CODES =
      Comparator.comparing((List<String> codes) -> String.join(",", codes));

  static AllyRow ofWhole(WholeRow row, AllySelection selection) {
    List<String> allies = row.head().pledge().allies();
    return new AllyRow(
        selection.kept(allies),
        !selection.keepsAll(allies),
        row.counted(),
        row.parts().stream()
            .map(part -> partRow(part, selection))
            .sorted(Comparator.comparing(PartRow::allies, BY_CODES))
            .toList());
  }

  private static PartRow partRow(Contribution part, AllySelection selection) {
    List<String> allies = part.pledge().allies();
    return new PartRow(
        part.pledge().id(),
        selection.kept(allies),
        !selection.keepsAll(allies),
        part.counted().range());
  }
}
