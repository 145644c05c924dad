package org.alliedregistry.domain.coverage;

import java.math.BigDecimal;
import org.alliedregistry.domain.quantity.Exact;
import org.alliedregistry.domain.quantity.Interval;
import org.jspecify.annotations.Nullable;

/**
 * How far each bound of a count moved; below 0 where it fell.
 *
 * @param high null where either bound is unbounded, and so no number tells the difference
 */
public record Difference(BigDecimal low, @Nullable BigDecimal high) {

  public static Difference between(Interval before, Interval after) {
    BigDecimal from = before.high();
    BigDecimal to = after.high();
    return new Difference(
        Exact.plain(after.low().subtract(before.low())),
        from == null || to == null ? null : Exact.plain(to.subtract(from)));
  }
}
