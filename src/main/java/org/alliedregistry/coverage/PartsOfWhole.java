package org.alliedregistry.coverage;

import java.math.BigDecimal;
import java.util.List;
import org.alliedregistry.quantity.Interval;

/** The rule for parts of a whole: they count once, inside it. */
final class PartsOfWhole {

  private PartsOfWhole() {}

  /**
   * Certain is the greater of the whole and the sum of the parts; possible is the greatest of the
   * whole, the sum of what the parts bound by their own word, and each part that only lies within
   * the whole (docs/arithmetic.md, 4).
   */
  static Interval counted(Amounts whole, List<Amounts> parts) {
    BigDecimal low = BigDecimal.ZERO;
    BigDecimal high = BigDecimal.ZERO;
    for (Amounts part : parts) {
      low = low.add(part.range().low());
      high = high == null || part.ownHigh() == null ? null : high.add(part.ownHigh());
    }
    for (Amounts part : parts) {
      high = part.lent() ? Interval.greaterHigh(high, part.range().high()) : high;
    }
    high = Interval.greaterHigh(high, whole.range().high());
    return new Interval(whole.range().low().max(low), high == null ? null : high.max(low));
  }
}
