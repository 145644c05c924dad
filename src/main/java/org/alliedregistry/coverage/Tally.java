package org.alliedregistry.coverage;

import java.math.BigDecimal;
import org.alliedregistry.quantity.Interval;

/** A sum of intervals whose addends come and go; exact, however many do. */
final class Tally {

  private BigDecimal low = BigDecimal.ZERO;
  private BigDecimal high = BigDecimal.ZERO;
  private int unbounded;

  void add(Interval addend) {
    low = low.add(addend.low());
    if (addend.high() == null) {
      unbounded++;
    } else {
      high = high.add(addend.high());
    }
  }

  void remove(Interval addend) {
    low = low.subtract(addend.low());
    if (addend.high() == null) {
      unbounded--;
    } else {
      high = high.subtract(addend.high());
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
