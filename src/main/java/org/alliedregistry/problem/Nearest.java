package org.alliedregistry.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word nearest to an unknown one, for "did you mean". */
public final class Nearest {

  private static final int LONGEST = 100;

  private Nearest() {}

  /** "; did you mean X?", or nothing where no known word is near. */
  public static String hint(String unknown, Collection<String> known) {
    return to(unknown, known).map(word -> "; did you mean " + word + "?").orElse("");
  }

  /** The known word at the least edit distance, at most half its length; the first on a tie. */
  public static Optional<String> to(String unknown, Collection<String> known) {
    if (unknown.length() > LONGEST) {
      return Optional.empty();
    }
    return known.stream()
        .sorted()
        .min(Comparator.comparingInt(word -> distance(unknown, word)))
        .filter(word -> distance(unknown, word) <= Math.max(1, word.length() / 2));
  }

  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int swap = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(swap, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
