package org.alliedregistry.domain.coverage.contribution;

import java.math.BigDecimal;
import org.alliedregistry.domain.quantity.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of a pledge in its row.
 *
 * @param ownHigh the high bound by the pledge's own statements; null = unbounded. If only the whole
 *     limits it, the low bound, or the high bound at the nearest rung above that the whole does not
 *     limit, whichever is greater
 * @param boundedByWhole whether only the whole, of which the pledge is a part, limits the high
 *     bound
 */
public record ContributionAmounts(
    Interval range, @Nullable BigDecimal ownHigh, boolean boundedByWhole) {

  static final ContributionAmounts NOTHING =
      new ContributionAmounts(Interval.ZERO, BigDecimal.ZERO, false);

  /** Amounts that the pledge's own statements bound. */
  static ContributionAmounts of(Interval range) {
    return new ContributionAmounts(range, range.high(), false);
  }
}
