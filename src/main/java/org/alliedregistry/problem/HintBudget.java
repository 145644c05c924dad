package org.alliedregistry.problem;

import java.util.Collection;

/**
 * Gives "did you mean X?" for the first violations of one request, up to a limit of comparisons.
 */
final class HintBudget {

  /** The maximum number of hints. */
  private static final int MAX_HINTS = 10;

  /**
   * The maximum of letters of the unknown words times letters of the known words, over all hints.
   */
  private static final long MAX_COMPARISONS = 2_000_000;

  private int given;
  private long compared;

  /** "; did you mean X?", or empty if no known word is near or the budget is used up. */
  String near(String unknown, Collection<String> known) {
    if (given == MAX_HINTS || unknown.length() > DidYouMean.MAX_LENGTH) {
      return "";
    }
    given++;
    compared += unknown.length() * known.stream().mapToLong(String::length).sum();
    return compared > MAX_COMPARISONS
        ? ""
        : DidYouMean.to(unknown, known).map(word -> "; did you mean " + word + "?").orElse("");
  }
}
