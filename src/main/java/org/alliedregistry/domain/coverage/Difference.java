package org.alliedregistry.domain.coverage;

import java.math.BigDecimal;
import org.alliedregistry.domain.quantity.Exact;
import org.alliedregistry.domain.quantity.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The difference of each bound between two counts; below 0 if it fell.
 *
 * @param high null if either count is unbounded
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
