package org.alliedregistry.domain.coverage;

import java.util.Comparator;
import java.util.List;
import org.alliedregistry.domain.pledge.PledgeState;

/**
 * The order of rows: by the codes of the allies, then by opening order.
 *
 * @param codes sorted and joined
 */
record RowOrder(String codes, int openingOrder) implements Comparable<RowOrder> {

  private static final Comparator<RowOrder> ORDER =
      Comparator.comparing(RowOrder::codes).thenComparingInt(RowOrder::openingOrder);

  static RowOrder of(List<String> sortedAllies, int openingOrder) {
    return new RowOrder(String.join(",", sortedAllies), openingOrder);
  }

  static RowOrder of(PledgeState state) {
    return of(state.pledge().sortedAllies(), state.openingOrder());
  }

  @Override
  public int compareTo(RowOrder other) {
    return ORDER.compare(this, other);
  }
}
