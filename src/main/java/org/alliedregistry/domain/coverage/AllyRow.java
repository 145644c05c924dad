package org.alliedregistry.domain.coverage;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.alliedregistry.domain.coverage.contribution.Contribution;
import org.alliedregistry.domain.coverage.contribution.NamedAllies;
import org.alliedregistry.domain.coverage.contribution.WholeRow;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.quantity.Interval;

/**
 * The count of one ally, one group of allies, or one whole with its parts.
 *
 * @param allies the codes of those that the question is about, sorted
 * @param withOthers whether the question leaves out other allies of the row
 * @param parts the parts of a whole; empty for other rows
 */
public record AllyRow(
    List<String> allies, boolean withOthers, Interval counted, List<PartRow> parts) {

  /** A national or other part of a whole; not an addend of its own. */
  public record PartRow(String pledge, List<String> allies, boolean withOthers, Interval counted) {}

  /** Compares lists of codes by their codes in order; a shorter list comes first. */
  static final Comparator<List<String>> BY_CODES =
      Comparator.comparing((List<String> codes) -> String.join(",", codes));

  /** The row of a whole, with the allies of it and of its parts that a row names. */
  static AllyRow of(WholeRow row, Function<Pledge, NamedAllies> named) {
    NamedAllies allies = named.apply(row.head().pledge());
    return new AllyRow(
        allies.sorted(),
        allies.withOthers(),
        row.counted(),
        row.parts().stream()
            .map(part -> partRow(part, named.apply(part.pledge())))
            .sorted(Comparator.comparing(PartRow::allies, BY_CODES))
            .toList());
  }

  private static PartRow partRow(Contribution part, NamedAllies allies) {
    return new PartRow(
        part.pledge().id(), allies.sorted(), allies.withOthers(), part.counted().range());
  }
}
