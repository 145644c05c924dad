package org.alliedregistry.coverage;

import java.math.BigDecimal;
import org.alliedregistry.quantity.Interval;
import org.jspecify.annotations.Nullable;

/** A sum of intervals whose addends come and go; exact, however many do. */
final class Tally {

  private BigDecimal low = BigDecimal.ZERO;
  private BigDecimal high = BigDecimal.ZERO;
  private int unbounded;

  void add(Interval addend) {
    add(addend.low(), addend.high());
  }

  /**
   * @param addendHigh null = unbounded
   */
  void add(BigDecimal addendLow, @Nullable BigDecimal addendHigh) {
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

  /** Adds all that came and went in another. */
  void add(Tally other) {
    low = low.add(other.low);
    high = high.add(other.high);
    unbounded += other.unbounded;
  }

  Interval total() {
    return new Interval(low, unbounded > 0 ? null : high);
  }
}
