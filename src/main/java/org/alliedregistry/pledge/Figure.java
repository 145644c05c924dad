package org.alliedregistry.pledge;

import java.math.BigDecimal;
import org.alliedregistry.quantity.Interval;
import org.alliedregistry.reference.Evidence;
import org.jspecify.annotations.Nullable;

/**
 * An interval in the unit of account, and what its bounds rest on.
 *
 * @param doubt why the pledge's amount, where it is used, is no number
 * @param lent whether the high bound is only the whole's, in which this part lies
 */
public record Figure(
    Interval range, Evidence lowOn, Evidence highOn, @Nullable Doubt doubt, boolean lent) {

  public static final Figure NOTHING = of(Interval.ZERO, Evidence.OFFICIAL);

  static Figure of(Interval range, Evidence on) {
    return new Figure(range, on, on, null, false);
  }

  /** The greater of each bound, each with what it rests on; on a tie the firmer ground. */
  Figure top(Figure other) {
    int lows = range.low().compareTo(other.range.low());
    int highs = compareHighs(range.high(), other.range.high());
    return new Figure(
        range.top(other.range),
        lows > 0 ? lowOn : lows < 0 ? other.lowOn : stronger(lowOn, other.lowOn),
        highs > 0 ? highOn : highs < 0 ? other.highOn : stronger(highOn, other.highOn),
        doubt == null ? other.doubt : doubt,
        highs > 0 ? lent : highs < 0 ? other.lent : lent && other.lent);
  }

  /** The same high over the low of another; a low of nothing rests on nobody's word. */
  public Figure withLowOf(Figure other) {
    Interval lowered = range.withLow(other.range.low());
    Evidence on = lowered.low().signum() == 0 ? Evidence.OFFICIAL : other.lowOn;
    return new Figure(lowered, on, highOn, doubt, lent);
  }

  /** Whether either bound rests on weaker evidence than the grade. */
  public boolean restsOnWeakerThan(Evidence grade) {
    return lowOn.isWeakerThan(grade) || highOn.isWeakerThan(grade);
  }

  private static Evidence stronger(Evidence a, Evidence b) {
    return a.isWeakerThan(b) ? b : a;
  }

  private static int compareHighs(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    if (a == null || b == null) {
      return a == b ? 0 : a == null ? 1 : -1;
    }
    return a.compareTo(b);
  }
}
