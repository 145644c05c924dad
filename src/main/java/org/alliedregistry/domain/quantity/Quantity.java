package org.alliedregistry.domain.quantity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An amount as somebody said it, in the unit they said it in: "up to n" has only a high, "at least
 * n" only a low, "n" both. At least one bound, 0 ≤ low ≤ high.
 */
public record Quantity(@Nullable BigDecimal low, @Nullable BigDecimal high, String unit) {

  public Quantity {
    low = low == null ? null : Exact.plain(low);
    high = high == null ? null : Exact.plain(high);
    if (low == null && high == null) {
      throw new IllegalArgumentException("a quantity has at least one bound");
    }
    new Interval(low == null ? BigDecimal.ZERO : low, high);
  }

  /** The interval of this quantity: a missing low is 0, a missing high is unbounded. */
  public Interval interval() {
    return new Interval(low == null ? BigDecimal.ZERO : low, high);
  }
}
