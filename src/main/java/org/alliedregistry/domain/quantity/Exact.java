package org.alliedregistry.domain.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The rules for decimals: plain digits; ratios and shares are truncated, never rounded. */
public final class Exact {

  private static final int RATIO_DECIMALS = 4;

  private static final int SHARE_DECIMALS = 3;

  private Exact() {}

  /** amount × part ÷ whole, truncated to three decimals. */
  public static @Nullable BigDecimal share(@Nullable BigDecimal amount, long part, long whole) {
    return amount == null
        ? null
        : plain(
            amount
                .multiply(BigDecimal.valueOf(part))
                .divide(BigDecimal.valueOf(whole), SHARE_DECIMALS, RoundingMode.DOWN));
  }

  /** Removes trailing zeros and the exponent. */
  public static BigDecimal plain(BigDecimal number) {
    if (number.scale() == 0) {
      return number;
    }
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** part ÷ whole, truncated: a part that is less than the whole never shows as 1. */
  public static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
    return plain(part.divide(whole, RATIO_DECIMALS, RoundingMode.DOWN));
  }
}
