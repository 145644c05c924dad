package org.alliedregistry.domain.coverage;

import java.util.Comparator;
import org.alliedregistry.domain.coverage.contribution.NamedAllies;

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

  static RowOrder of(NamedAllies named, int openingOrder) {
    return new RowOrder(String.join(",", named.sorted()), named.withOthers(), openingOrder);
  }

  @Override
  public int compareTo(RowOrder other) {
    return ORDER.compare(this, other);
  }
}
