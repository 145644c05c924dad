package org.alliedregistry.seed;

import java.math.BigDecimal;
import org.alliedregistry.domain.quantity.Interval;

/** Amounts as the tests say them. */
final class Amount {

  static final Interval NOTHING = Interval.ZERO;

  /** From nothing to anything. */
  static final Interval ANYTHING = Interval.UNBOUNDED;

  private Amount() {}

  static Interval exactly(String amount) {
    return Interval.exactly(new BigDecimal(amount));
  }

  static Interval upTo(String amount) {
    return new Interval(BigDecimal.ZERO, new BigDecimal(amount));
  }

  static Interval between(String low, String high) {
    return new Interval(new BigDecimal(low), new BigDecimal(high));
  }
}
