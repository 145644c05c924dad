package org.alliedregistry.domain.pledge;

import java.math.BigDecimal;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.jspecify.annotations.Nullable;

/**
 * An interval in the unit of account, and the grades of evidence of its bounds.
 *
 * @param issue why the amount that the interval is computed from is not a number; null if it is one
 * @param boundedByWhole whether only the whole, of which the pledge is a part, limits the high
 *     bound
 * @param isPeriodUnknown whether it is computed from an amount whose period is not known
 */
public record SourcedInterval(
    Interval range,
    EvidenceGrade lowEvidence,
    EvidenceGrade highEvidence,
    @Nullable AmountIssue issue,
    boolean boundedByWhole,
    boolean isPeriodUnknown) {

  public static final SourcedInterval NOTHING = of(Interval.ZERO, EvidenceGrade.OFFICIAL);

  static SourcedInterval of(Interval range, EvidenceGrade on) {
    return new SourcedInterval(range, on, on, null, false, false);
  }

  /** The greater of each bound, each with its evidence; for equal bounds the stronger evidence. */
  SourcedInterval top(SourcedInterval other) {
    int lows = range.low().compareTo(other.range.low());
    int highs = compareHighs(range.high(), other.range.high());
    return new SourcedInterval(
        range.top(other.range),
        lows > 0
            ? lowEvidence
            : lows < 0 ? other.lowEvidence : stronger(lowEvidence, other.lowEvidence),
        highs > 0
            ? highEvidence
            : highs < 0 ? other.highEvidence : stronger(highEvidence, other.highEvidence),
        issue == null ? other.issue : issue,
        highs > 0
            ? boundedByWhole
            : highs < 0 ? other.boundedByWhole : boundedByWhole && other.boundedByWhole,
        isPeriodUnknown || other.isPeriodUnknown);
  }

  /** The interval from the smaller low to the greater high, each with its evidence. */
  SourcedInterval hull(SourcedInterval other) {
    boolean isLower = range.low().compareTo(other.range.low()) <= 0;
    SourcedInterval upper = top(other);
    return new SourcedInterval(
        new Interval(
            isLower ? range.low() : other.range.low(),
            Interval.greaterHigh(range.high(), other.range.high())),
        isLower ? lowEvidence : other.lowEvidence,
        upper.highEvidence,
        upper.issue,
        upper.boundedByWhole,
        upper.isPeriodUnknown);
  }

  SourcedInterval withIssue(AmountIssue other) {
    return new SourcedInterval(
        range, lowEvidence, highEvidence, other, boundedByWhole, isPeriodUnknown);
  }

  SourcedInterval ofUnknownPeriod() {
    return new SourcedInterval(range, lowEvidence, highEvidence, issue, boundedByWhole, true);
  }

  SourcedInterval onEvidence(EvidenceGrade low, EvidenceGrade high) {
    return new SourcedInterval(range, low, high, issue, boundedByWhole, isPeriodUnknown);
  }

  /** Sets the high bound, and whether only the whole limits it. */
  SourcedInterval withHigh(@Nullable BigDecimal high, boolean isBoundedByWhole) {
    return new SourcedInterval(
        range.withHigh(high), lowEvidence, highEvidence, issue, isBoundedByWhole, isPeriodUnknown);
  }

  /** Cuts both bounds to the high of another, if that is bounded. */
  SourcedInterval atMost(SourcedInterval limit) {
    BigDecimal max = limit.range.high();
    BigDecimal high = range.high();
    return max == null || (high != null && high.compareTo(max) <= 0)
        ? this
        : new SourcedInterval(
            new Interval(range.low().min(max), max),
            lowEvidence,
            highEvidence,
            issue,
            limit.boundedByWhole,
            isPeriodUnknown || limit.isPeriodUnknown);
  }

  /** Takes the low bound of another. A low of 0 needs no evidence, so it counts as official. */
  public SourcedInterval withLowOf(SourcedInterval other) {
    Interval lowered = range.withLow(other.range.low());
    EvidenceGrade on = lowered.low().signum() == 0 ? EvidenceGrade.OFFICIAL : other.lowEvidence;
    return new SourcedInterval(lowered, on, highEvidence, issue, boundedByWhole, isPeriodUnknown);
  }

  /** Whether the evidence of either bound is weaker than the grade. */
  public boolean restsOnWeakerThan(EvidenceGrade grade) {
    return lowEvidence.isWeakerThan(grade) || highEvidence.isWeakerThan(grade);
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
