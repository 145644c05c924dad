package org.alliedregistry.domain.pledge;

import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.quantity.Quantity;

/**
 * An amount that does not convert to the unit of account.
 *
 * @param said the amount as it was said
 * @param counted the part of it at the rung, in the unit in which it was said
 */
public record UnconvertedAmount(Quantity said, Interval counted) {

  boolean isInUnitOf(UnconvertedAmount other) {
    return said.unit().equals(other.said.unit()) && said.perYear() == other.said.perYear();
  }

  /** This amount, from the smaller low to the greater high of the two. */
  UnconvertedAmount hull(UnconvertedAmount other) {
    return new UnconvertedAmount(
        said,
        new Interval(
            counted.low().min(other.counted.low()),
            Interval.greaterHigh(counted.high(), other.counted.high())));
  }
}
