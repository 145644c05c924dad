package org.alliedregistry.domain.coverage.contribution;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.alliedregistry.domain.quantity.Interval;

/**
 * A force that is relieved: of so many, one is in place while the others recover and prepare
 * (docs/arithmetic.md, 6).
 *
 * @param oneIn from 2 to 6
 */
public record Rotation(int oneIn) {

  public static final int LEAST = 2;
  public static final int MOST = 6;

  public Rotation {
    if (oneIn < LEAST || oneIn > MOST) {
      throw new IllegalArgumentException("not a rotation: one in " + oneIn);
    }
  }

  /** What a pool sustains, in whole units of account: a pool of 6 at one in 3 sustains 2. */
  public Interval sustainedBy(Interval pool) {
    return pool.map(amount -> amount.divide(BigDecimal.valueOf(oneIn), 0, RoundingMode.DOWN));
  }

  /** The pool that sustains an amount: 4 at one in 3 need 12. */
  public BigDecimal poolFor(BigDecimal amount) {
    return amount.multiply(BigDecimal.valueOf(oneIn));
  }
}
