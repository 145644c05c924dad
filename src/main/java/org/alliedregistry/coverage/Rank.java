package org.alliedregistry.coverage;

import java.util.Comparator;
import java.util.List;
import org.alliedregistry.pledge.Standing;

/**
 * Where a row stands among others: by the codes of its allies, then the older pledge first.
 *
 * @param codes in order, joined
 */
record Rank(String codes, int age) implements Comparable<Rank> {

  private static final Comparator<Rank> ORDER =
      Comparator.comparing(Rank::codes).thenComparingInt(Rank::age);

  static Rank of(List<String> sortedAllies, int age) {
    return new Rank(String.join(",", sortedAllies), age);
  }

  static Rank of(Standing standing) {
    return of(standing.pledge().sortedAllies(), standing.age());
  }

  @Override
  public int compareTo(Rank other) {
    return ORDER.compare(this, other);
  }
}
