package org.alliedregistry.domain.quantity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount as somebody said it, in the unit they said it in: "up to n" has only a high, "at least
 * n" only a low, "n" both. At least one bound, 0 ≤ low ≤ high.
 *
 * @param approximate whether "about" was said; then no bound is 0
 * @param perYear whether it is an amount for each year
 */
public record Quantity(
    @Nullable BigDecimal low,
    @Nullable BigDecimal high,
    String unit,
    boolean approximate,
    boolean perYear) {

  private static final BigDecimal FIVE = BigDecimal.valueOf(5);

  public Quantity {
    low = low == null ? null : Exact.plain(low);
    high = high == null ? null : Exact.plain(high);
    if (low == null && high == null) {
      throw new IllegalArgumentException("a quantity has at least one bound");
    }
    if (approximate && (isZero(low) || isZero(high))) {
      throw new IllegalArgumentException("about 0 is not a quantity");
    }
    new Interval(low == null ? BigDecimal.ZERO : low, high);
  }

  /** A quantity in all that is not approximate. */
  public Quantity(@Nullable BigDecimal low, @Nullable BigDecimal high, String unit) {
    this(low, high, unit, false, false);
  }

  private static boolean isZero(@Nullable BigDecimal bound) {
    return bound != null && bound.signum() == 0;
  }

  /**
   * The quantity that was meant. If it is approximate, each bound is wider by half a unit of its
   * last digit that is not zero: about 200 is 150 to 250, about 2,600 is 2,550 to 2,650
   * (docs/arithmetic.md, 1).
   */
  public Quantity widened() {
    return approximate
        ? new Quantity(
            low == null ? null : low.subtract(halfOfLastDigit(low)),
            high == null ? null : high.add(halfOfLastDigit(high)),
            unit,
            false,
            perYear)
        : this;
  }

  private static BigDecimal halfOfLastDigit(BigDecimal amount) {
    return FIVE.movePointLeft(amount.stripTrailingZeros().scale() + 1);
  }

  /** The interval that was meant: a missing low is 0, a missing high is unbounded. */
  public Interval interval() {
    Quantity meant = widened();
    return new Interval(meant.low == null ? BigDecimal.ZERO : meant.low, meant.high);
  }
}
