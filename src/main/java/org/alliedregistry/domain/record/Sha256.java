package org.alliedregistry.domain.record;

import java.util.HexFormat;

/** A SHA-256 in 32 bytes; its text would take about 100. */
record Sha256(long first, long second, long third, long fourth) {

  private static final int DIGITS = 16;

  /**
   * @param hex 64 digits
   */
  static Sha256 of(String hex) {
    return new Sha256(part(hex, 0), part(hex, 1), part(hex, 2), part(hex, 3));
  }

  private static long part(String hex, int number) {
    return HexFormat.fromHexDigitsToLong(hex, number * DIGITS, (number + 1) * DIGITS);
  }

  String hex() {
    HexFormat digits = HexFormat.of();
    return digits.toHexDigits(first)
        + digits.toHexDigits(second)
        + digits.toHexDigits(third)
        + digits.toHexDigits(fourth);
  }
}
