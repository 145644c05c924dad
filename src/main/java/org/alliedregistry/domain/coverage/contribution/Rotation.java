package org.alliedregistry.domain.coverage.contribution;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.alliedregistry.domain.quantity.Interval;

/**
 * The rotation of a force: one unit in {@code oneIn} is in place while the others recover and
 * prepare (docs/arithmetic.md, 6).
 *
 * @param oneIn from 2 to 6
 */
public record Rotation(int oneIn) {

  public static final int MIN_ONE_IN = 2;
  public static final int MAX_ONE_IN = 6;

  public Rotation {
    if (oneIn < MIN_ONE_IN || oneIn > MAX_ONE_IN) {
      throw new IllegalArgumentException("not a rotation: one in " + oneIn);
    }
  }

  /** The amount that a pool sustains, in whole units: a pool of 6 at one in 3 sustains 2. */
  public Interval sustainedBy(Interval pool) {
    return pool.map(amount -> amount.divide(BigDecimal.valueOf(oneIn), 0, RoundingMode.DOWN));
  }

  /** The pool that sustains an amount: at one in 3, an amount of 4 needs 12. */
  public BigDecimal poolFor(BigDecimal amount) {
    return amount.multiply(BigDecimal.valueOf(oneIn));
  }
}
