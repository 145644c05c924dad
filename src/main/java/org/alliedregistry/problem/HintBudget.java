package org.alliedregistry.problem;

import java.util.Collection;

/** "Did you mean X?" for the first faults of one request, within a bound of comparisons. */
final class HintBudget {

  /** Nobody mends more slips at once. */
  private static final int MOST = 10;

  /** The most letters of a sent word times letters of the known words, over all hints. */
  private static final long MOST_COMPARISONS = 2_000_000;

  private int given;
  private long compared;

  /** "; did you mean X?", or nothing where no known word is near or no more hints are given. */
  String near(String unknown, Collection<String> known) {
    if (given == MOST || unknown.length() > DidYouMean.LONGEST) {
      return "";
    }
    given++;
    compared += unknown.length() * known.stream().mapToLong(String::length).sum();
    return compared > MOST_COMPARISONS
        ? ""
        : DidYouMean.to(unknown, known).map(word -> "; did you mean " + word + "?").orElse("");
  }
}
