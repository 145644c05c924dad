package org.alliedregistry.domain.quantity;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A quantity in the unit of account.
 *
 * @param low null = not stated
 * @param high null = not stated
 * @param issue why the period does not give the amount; null if it does, or no period is needed
 */
public record ConvertedAmount(
    @Nullable BigDecimal low, @Nullable BigDecimal high, @Nullable PeriodIssue issue) {

  /** Why the period of a pledge does not give an amount. */
  public enum PeriodIssue {
    /** The period is not known, so nothing is certain. */
    UNKNOWN,
    /** Nothing counts in the year ({@link UnitOfAccount#isOutside}). */
    OUTSIDE
  }

  static final ConvertedAmount OUTSIDE_PERIOD =
      new ConvertedAmount(BigDecimal.ZERO, BigDecimal.ZERO, PeriodIssue.OUTSIDE);

  static ConvertedAmount of(Quantity converted) {
    return new ConvertedAmount(converted.low(), converted.high(), null);
  }

  /** An amount of which nothing is certain, because its period is not known. */
  static ConvertedAmount ofUnknownPeriod(@Nullable BigDecimal low, @Nullable BigDecimal high) {
    return new ConvertedAmount(low, high, PeriodIssue.UNKNOWN);
  }

  /**
   * From the low, or 0 if none is stated or the period is not known, to the high, or without bound.
   */
  public Interval interval() {
    return new Interval(low == null || isPeriodUnknown() ? BigDecimal.ZERO : low, high);
  }

  /** The same on stated numbers: with an unknown period an open high is closed to the low. */
  public Interval onStatedNumbers() {
    return isPeriodUnknown() && high == null && low != null
        ? new Interval(BigDecimal.ZERO, low)
        : interval();
  }

  public boolean isPeriodUnknown() {
    return issue == PeriodIssue.UNKNOWN;
  }
}
