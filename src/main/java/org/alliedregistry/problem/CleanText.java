package org.alliedregistry.problem;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * Text as it is kept and compared: composed (NFC), so that what looks the same is the same, and
 * without characters that nobody sees.
 */
public final class CleanText {

  /** Below the first combining mark every text is composed. */
  private static final int FIRST_COMBINING = 0x300;

  private CleanText() {}

  /** The same text in Unicode's composed form. */
  public static String composed(String text) {
    return text.chars().allMatch(c -> c < FIRST_COMBINING)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** What no text may contain, named by its code point and its place; null where it has none. */
  public static @Nullable String flaw(String text) {
    int place = 0;
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      place++;
      if (isUnseen(point)) {
        return String.format(
            "must not contain U+%04X (%s), which is character %d",
            point, Character.getName(point), place);
      }
      i += Character.charCount(point);
    }
    return null;
  }

  /** Control characters but line breaks and tabs, format characters, halves of surrogate pairs. */
  private static boolean isUnseen(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> point != '\n' && point != '\r' && point != '\t';
      case Character.FORMAT, Character.SURROGATE -> true;
      default -> false;
    };
  }
}
