package org.alliedregistry.domain.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The decimal rules of the house: plain digits, and ratios cut to four decimals, never rounded. */
public final class Exact {

  private static final int RATIO_DECIMALS = 4;

  private Exact() {}

  /** The same number without trailing zeros and without an exponent. */
  public static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** part ÷ whole, truncated: a number short of its target never shows as 1. */
  public static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
    return plain(part.divide(whole, RATIO_DECIMALS, RoundingMode.DOWN));
  }
}
