package org.alliedregistry.domain.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The rules for decimals: plain digits, and ratios truncated to four decimals, never rounded. */
public final class Exact {

  private static final int RATIO_DECIMALS = 4;

  private Exact() {}

  /** Removes trailing zeros and the exponent. */
  public static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** part ÷ whole, truncated: a part that is less than the whole never shows as 1. */
  public static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
    return plain(part.divide(whole, RATIO_DECIMALS, RoundingMode.DOWN));
  }
}
