package org.alliedregistry.api.pledge;

import java.math.BigDecimal;
import org.alliedregistry.domain.quantity.Interval;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A certain and a possible amount, in answers. */
@Schema(
    name = "Interval",
    description = "low is the certain amount, high the possible amount. A null high is unbounded.")
public record IntervalView(BigDecimal low, @Nullable BigDecimal high) {

  public static IntervalView of(Interval interval) {
    return new IntervalView(interval.low(), interval.high());
  }

  /** Null for null. */
  public static @Nullable IntervalView ofNullable(@Nullable Interval interval) {
    return interval == null ? null : of(interval);
  }
}
