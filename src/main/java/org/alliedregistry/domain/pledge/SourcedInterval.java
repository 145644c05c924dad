package org.alliedregistry.domain.pledge;

import java.math.BigDecimal;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.jspecify.annotations.Nullable;

/**
 * An interval in the unit of account, and what its bounds rest on.
 *
 * @param doubt why the pledge's amount, where it is used, is no number
 * @param lent whether the high bound is only the whole's, in which this part lies
 */
public record SourcedInterval(
    Interval range,
    EvidenceGrade lowOn,
    EvidenceGrade highOn,
    @Nullable AmountIssue doubt,
    boolean lent) {

  public static final SourcedInterval NOTHING = of(Interval.ZERO, EvidenceGrade.OFFICIAL);

  static SourcedInterval of(Interval range, EvidenceGrade on) {
    return new SourcedInterval(range, on, on, null, false);
  }

  /** The greater of each bound, each with what it rests on; on a tie the firmer ground. */
  SourcedInterval top(SourcedInterval other) {
    int lows = range.low().compareTo(other.range.low());
    int highs = compareHighs(range.high(), other.range.high());
    return new SourcedInterval(
        range.top(other.range),
        lows > 0 ? lowOn : lows < 0 ? other.lowOn : stronger(lowOn, other.lowOn),
        highs > 0 ? highOn : highs < 0 ? other.highOn : stronger(highOn, other.highOn),
        doubt == null ? other.doubt : doubt,
        highs > 0 ? lent : highs < 0 ? other.lent : lent && other.lent);
  }

  /** The same high over the low of another; a low of nothing rests on nobody's word. */
  public SourcedInterval withLowOf(SourcedInterval other) {
    Interval lowered = range.withLow(other.range.low());
    EvidenceGrade on = lowered.low().signum() == 0 ? EvidenceGrade.OFFICIAL : other.lowOn;
    return new SourcedInterval(lowered, on, highOn, doubt, lent);
  }

  /** Whether either bound rests on weaker evidence than the grade. */
  public boolean restsOnWeakerThan(EvidenceGrade grade) {
    return lowOn.isWeakerThan(grade) || highOn.isWeakerThan(grade);
  }

  private static EvidenceGrade stronger(EvidenceGrade a, EvidenceGrade b) {
    return a.isWeakerThan(b) ? b : a;
  }

  private static int compareHighs(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    if (a == null || b == null) {
      return a == b ? 0 : a == null ? 1 : -1;
    }
    return a.compareTo(b);
  }
}
