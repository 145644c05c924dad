package org.alliedregistry.domain.coverage;

import java.util.Comparator;
import java.util.List;
import org.alliedregistry.domain.coverage.contribution.AllySelection;
import org.alliedregistry.domain.pledge.PledgeState;

/**
 * The order of rows: by the codes of the allies, then rows of these allies alone before those with
 * others, then by opening order.
 *
 * @param codes those of the allies that the question is about, sorted and joined
 * @param withOthers whether the question leaves out other allies of the pledge
 */
record RowOrder(String codes, boolean withOthers, int openingOrder)
    implements Comparable<RowOrder> {

  private static final Comparator<RowOrder> ORDER =
      Comparator.comparing(RowOrder::codes)
          .thenComparing(RowOrder::withOthers)
          .thenComparingInt(RowOrder::openingOrder);

  static RowOrder of(String ally, int openingOrder) {
    return new RowOrder(ally, false, openingOrder);
  }

  static RowOrder of(PledgeState state, AllySelection selection) {
    List<String> allies = state.pledge().allies();
    return new RowOrder(
        String.join(",", selection.kept(allies)),
        !selection.keepsAll(allies),
        state.openingOrder());
  }

  @Override
  public int compareTo(RowOrder other) {
    return ORDER.compare(this, other);
  }
}
