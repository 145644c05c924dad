package org.alliedregistry.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word nearest to an unknown one, for "did you mean". */
public final class DidYouMean {

  static final int MAX_LENGTH = 100;

  /** A word is near if at most one letter in this many differs. */
  private static final int LETTERS_PER_SLIP = 3;

  /** A known word and its edit distance to the unknown one. */
  private record Near(String word, int distance) {

    boolean isMeantBy(String unknown) {
      int letters = Math.max(unknown.length(), word.length());
      return distance <= Math.max(1, letters / LETTERS_PER_SLIP);
    }
  }

  private DidYouMean() {}

  /** "; did you mean X?", or empty if no known word is near. */
  public static String hint(String unknown, Collection<String> known) {
    return new HintBudget().near(unknown, known);
  }

  /**
   * The known word with the smallest edit distance, at most a third of the letters; the first if
   * there are several.
   */
  public static Optional<String> to(String unknown, Collection<String> known) {
    if (unknown.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    return known.stream()
        .map(word -> new Near(word, distance(unknown, word)))
        .min(Comparator.comparingInt(Near::distance).thenComparing(Near::word))
        .filter(near -> near.isMeantBy(unknown))
        .map(Near::word);
  }

  /** The edit distance: the number of letters to insert, remove, change or swap. */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(Locale.ROOT);
    String b = right.toLowerCase(Locale.ROOT);
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : least(a, b, steps, i, j);
      }
    }
    return steps[a.length()][b.length()];
  }

  private static int least(String a, String b, int[][] steps, int i, int j) {
    int change = steps[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int min = Math.min(change, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(min, steps[i - 2][j - 2] + 1) : min;
  }
}
