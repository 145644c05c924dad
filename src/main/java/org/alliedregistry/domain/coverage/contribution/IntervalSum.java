package org.alliedregistry.domain.coverage.contribution;

import java.math.BigDecimal;
import org.alliedregistry.domain.quantity.Interval;
import org.jspecify.annotations.Nullable;

/** A sum of intervals. Addends can be added and removed; the sum is always exact. */
public final class IntervalSum {

  private BigDecimal low = BigDecimal.ZERO;
  private BigDecimal high = BigDecimal.ZERO;
  private int unbounded;

  public void add(Interval addend) {
    add(addend.low(), addend.high());
  }

  /**
   * @param addendHigh null = unbounded
   */
  public void add(BigDecimal addendLow, @Nullable BigDecimal addendHigh) {
    low = low.add(addendLow);
    if (addendHigh == null) {
      unbounded++;
    } else {
      high = high.add(addendHigh);
    }
  }

  void remove(Interval addend) {
    remove(addend.low(), addend.high());
  }

  /**
   * @param addendHigh null = unbounded
   */
  void remove(BigDecimal addendLow, @Nullable BigDecimal addendHigh) {
    low = low.subtract(addendLow);
    if (addendHigh == null) {
      unbounded--;
    } else {
      high = high.subtract(addendHigh);
    }
  }

  /** Adds another sum. */
  public void add(IntervalSum other) {
    low = low.add(other.low);
    high = high.add(other.high);
    unbounded += other.unbounded;
  }

  public Interval total() {
    return new Interval(low, unbounded > 0 ? null : high);
  }
}
