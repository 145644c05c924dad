package org.alliedregistry.http.question;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Folds text for a search: lower case, no accents, one form of compatible characters (NFKC). So a
 * word is found in any case, with or without its accents. Letters with a stroke and ligatures are
 * folded too: ł to l, ø to o, ß to ss, æ to ae, ı to i. The Cyrillic letters й, ї, ў, ѓ and ќ stay,
 * because they are other letters than и, і, у, г and к. Every apostrophe is one, and every dash.
 */
public final class FoldedText {

  private static final int FIRST_NOT_ASCII = 0x80;
  private static final char FIRST_ACCENT = 0x300;
  private static final char LAST_ACCENT = 0x36F;

  /** Letters that are not made of a letter and an accent, but are letters of their own. */
  private static final String LETTERS_OF_THEIR_OWN = "йїўѓќ";

  private static final Map<Integer, String> OTHERS = new HashMap<>();

  static {
    fold("ł", "l");
    fold("ø", "o");
    fold("đð", "d");
    fold("ħ", "h");
    fold("ŧ", "t");
    fold("ı", "i");
    fold("ß", "ss");
    fold("æ", "ae");
    fold("œ", "oe");
    fold("þ", "th");
    fold("ς", "σ");
    fold("‘’‛ʼʹ`´′", "'");
    fold("‐‑‒–—―−", "-");
    fold("“”„«»", "\"");
  }

  /** The first character after those that have a place in the table: U+206F is punctuation. */
  private static final int TABLE_SIZE = 0x2070;

  /**
   * The folded form of each character of the Latin, Greek and Cyrillic scripts and of punctuation.
   * None of them combines with the one before it, so a text of them is folded one by one. Null for
   * every other character.
   */
  private static final @Nullable String[] TABLE = new String[TABLE_SIZE];

  static {
    for (int c = 0; c < TABLE_SIZE; c++) {
      boolean isLatin = c < FIRST_ACCENT || c >= 0x1E00;
      boolean isGreekOrCyrillic = c > LAST_ACCENT && c < 0x530 && (c < 0x483 || c > 0x489);
      if (isLatin || isGreekOrCyrillic) {
        TABLE[c] = normalized(Character.toString(c));
      }
    }
  }

  private FoldedText() {}

  private static void fold(String characters, String to) {
    characters.codePoints().forEach(point -> OTHERS.put(point, to));
  }

  /** The folded text. Folding it again changes nothing. */
  public static String of(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String one = c < TABLE_SIZE ? TABLE[c] : null;
      if (one == null) {
        return normalized(text);
      }
      if (one.length() == 1) {
        folded.append(one.charAt(0));
      } else {
        folded.append(one);
      }
    }
    return folded.toString();
  }

  private static String normalized(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .forEach(point -> append(point, folded));
    return folded.toString();
  }

  private static void append(int point, StringBuilder folded) {
    int lower = Character.toLowerCase(point);
    String other = OTHERS.get(lower);
    if (other != null) {
      folded.append(other);
    } else if (lower < FIRST_NOT_ASCII || LETTERS_OF_THEIR_OWN.indexOf(lower) >= 0) {
      folded.appendCodePoint(lower);
    } else {
      folded.append(withoutAccents(Character.toString(lower)));
    }
  }

  private static String withoutAccents(String letter) {
    String parts = Normalizer.normalize(letter, Normalizer.Form.NFD);
    StringBuilder rest = new StringBuilder();
    parts
        .codePoints()
        .filter(part -> part < FIRST_ACCENT || part > LAST_ACCENT)
        .forEach(
            part -> {
              String other = OTHERS.get(part);
              rest.append(other == null ? Character.toString(part) : other);
            });
    return Normalizer.normalize(rest, Normalizer.Form.NFC);
  }
}
