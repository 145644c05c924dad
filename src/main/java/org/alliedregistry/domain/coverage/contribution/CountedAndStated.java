package org.alliedregistry.domain.coverage.contribution;

import java.util.function.UnaryOperator;
import org.alliedregistry.domain.quantity.Interval;

/**
 * The same pledges counted, and on stated numbers alone.
 *
 * @param stated the count with each unbounded high closed to what the stated numbers give
 */
public record CountedAndStated(Interval counted, Interval stated) {

  public static final CountedAndStated ZERO = new CountedAndStated(Interval.ZERO, Interval.ZERO);

  /** Applies a function to both. */
  public CountedAndStated map(UnaryOperator<Interval> function) {
    return new CountedAndStated(function.apply(counted), function.apply(stated));
  }
}
