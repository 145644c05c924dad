package org.alliedregistry.domain.coverage;

import java.util.Comparator;
import java.util.List;
import org.alliedregistry.domain.pledge.PledgeState;

/**
 * Where a row stands among others: by the codes of its allies, then the older pledge first.
 *
 * @param codes in order, joined
 */
record RowOrder(String codes, int age) implements Comparable<RowOrder> {

  private static final Comparator<RowOrder> ORDER =
      Comparator.comparing(RowOrder::codes).thenComparingInt(RowOrder::age);

  static RowOrder of(List<String> sortedAllies, int age) {
    return new RowOrder(String.join(",", sortedAllies), age);
  }

  static RowOrder of(PledgeState standing) {
    return of(standing.pledge().sortedAllies(), standing.age());
  }

  @Override
  public int compareTo(RowOrder other) {
    return ORDER.compare(this, other);
  }
}
