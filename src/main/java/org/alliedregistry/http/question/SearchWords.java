package org.alliedregistry.http.question;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.alliedregistry.http.QueryReader;
import org.jspecify.annotations.Nullable;

/**
 * The words that a search asks for. Each must be in one of the texts, as a word or as a part of
 * one, whatever its case and accents ({@link FoldedText}).
 *
 * @param folded at most 20, each once
 */
public record SearchWords(List<String> folded) {

  private static final int MAX_WORDS = 20;
  private static final Pattern BLANK = Pattern.compile("\\s+");
  private static final SearchWords NONE = new SearchWords(List.of());

  public SearchWords {
    folded = List.copyOf(folded);
  }

  /** Reads the words of a parameter; none if it is absent. Too many are a violation. */
  public static SearchWords of(String name, @Nullable String value, QueryReader reader) {
    if (value == null) {
      return NONE;
    }
    List<String> words =
        Arrays.stream(BLANK.split(FoldedText.of(value)))
            .filter(word -> !word.isEmpty())
            .distinct()
            .toList();
    if (words.size() > MAX_WORDS) {
      reader.addViolation(name, "must have at most " + MAX_WORDS + " words");
      return NONE;
    }
    return new SearchWords(words);
  }

  public boolean isEmpty() {
    return folded.isEmpty();
  }

  /** Whether each word is in the text. Null has no words. */
  public boolean areIn(@Nullable String text) {
    return isEmpty() || (text != null && missingIn(List.of(text)).isEmpty());
  }

  /** The words that are in none of the texts. */
  public SearchWords missingIn(Collection<String> texts) {
    List<String> missing = folded;
    for (String text : texts) {
      if (missing.isEmpty()) {
        break;
      }
      missing = missingIn(FoldedText.of(text), missing);
    }
    return missing == folded ? this : new SearchWords(missing);
  }

  private static List<String> missingIn(String text, List<String> words) {
    return words.stream().anyMatch(text::contains)
        ? words.stream().filter(word -> !text.contains(word)).toList()
        : words;
  }
}
