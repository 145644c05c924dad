package org.alliedregistry.coverage;

import java.math.BigDecimal;
import java.util.List;
import org.alliedregistry.quantity.Interval;
import org.jspecify.annotations.Nullable;

/**
 * What a pledge brings into its row.
 *
 * @param ownHigh its high by its own word: where the high is only the whole's, that of the nearest
 *     rung above that is not; null = unbounded
 * @param lent whether its high is only the whole's, in which it lies
 */
record Amounts(Interval range, @Nullable BigDecimal ownHigh, boolean lent) {

  static final Amounts NOTHING = new Amounts(Interval.ZERO, BigDecimal.ZERO, false);

  /**
   * A whole with its parts, counted once: certain is the greater of the whole and the sum of the
   * parts; possible is the greatest of the whole, the sum of what the parts bound by their own
   * word, and each part that only lies within the whole (DESIGN section 3, "Parts inside a whole").
   */
  static Interval wholeWithParts(Amounts whole, List<Amounts> parts) {
    BigDecimal low = BigDecimal.ZERO;
    BigDecimal high = BigDecimal.ZERO;
    for (Amounts part : parts) {
      low = low.add(part.range.low());
      high = high == null || part.ownHigh == null ? null : high.add(part.ownHigh);
    }
    for (Amounts part : parts) {
      high = part.lent ? Interval.greaterHigh(high, part.range.high()) : high;
    }
    high = Interval.greaterHigh(high, whole.range.high());
    return new Interval(whole.range.low().max(low), high == null ? null : high.max(low));
  }
}
