package org.alliedregistry.problem;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Normalises text before it is stored or compared: it is composed (NFC), so that texts that look
 * equal are equal, and must not have invisible characters.
 */
public final class CleanText {

  /** The first combining mark. A text of lower characters only is composed already. */
  private static final int FIRST_COMBINING = 0x300;

  /** Letters of Hangul that are shown as nothing. */
  private static final String BLANK_LETTERS = "\u115F\u1160\u3164\uFFA0";

  private CleanText() {}

  /** The text in composed form (NFC). */
  public static String composed(String text) {
    return text.chars().allMatch(c -> c < FIRST_COMBINING)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** Names the first invisible character and its place in the text; null if there is none. */
  public static @Nullable String flaw(String text) {
    int place = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      place++;
      if (isInvisible(point)) {
        return String.format(
            "must not contain U+%04X (%s), which is character %d",
            point, Character.getName(point), place);
      }
      i += Character.charCount(point);
    }
    return null;
  }

  /**
   * Whether it is a control (not a line break or tab) or format character, which include all that
   * change the direction of text, a separator of lines or paragraphs, a blank letter, or half a
   * surrogate.
   */
  private static boolean isInvisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point != '\n' && point != '\r' && point != '\t';
      case Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> BLANK_LETTERS.indexOf(point) >= 0;
    };
  }
}
