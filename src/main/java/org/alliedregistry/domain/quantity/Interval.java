package org.alliedregistry.domain.quantity;

import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An amount in one unit of account: certainly {@code low}, possibly {@code high}; a null high is
 * unbounded. Never negative, never upside down. Numbers are kept without trailing zeros, so equal
 * amounts are equal values.
 */
public record Interval(BigDecimal low, @Nullable BigDecimal high) {

  public static final Interval ZERO = exactly(BigDecimal.ZERO);
  public static final Interval UNBOUNDED = new Interval(BigDecimal.ZERO, null);

  public Interval {
    low = Exact.plain(low);
    high = high == null ? null : Exact.plain(high);
    if (low.signum() < 0 || (high != null && high.compareTo(low) < 0)) {
      throw new IllegalArgumentException("not an interval: " + low + " to " + high);
    }
  }

  public static Interval exactly(BigDecimal amount) {
    return new Interval(amount, amount);
  }

  public boolean isZero() {
    return equals(ZERO);
  }

  public boolean isBounded() {
    return high != null;
  }

  public Interval plus(Interval other) {
    return new Interval(
        low.add(other.low), high == null || other.high == null ? null : high.add(other.high));
  }

  /** The greater of each bound. */
  public Interval top(Interval other) {
    return new Interval(low.max(other.low), greaterHigh(high, other.high));
  }

  /** Replaces the low bound. The high bound rises to it if it is lower. */
  public Interval withLow(BigDecimal floor) {
    return new Interval(floor, high == null ? null : high.max(floor));
  }

  /** Replaces the high bound (null = unbounded). It is never below the low bound. */
  public Interval withHigh(@Nullable BigDecimal ceiling) {
    return new Interval(low, ceiling == null ? null : ceiling.max(low));
  }

  /** Applies a rising function to both bounds. */
  public Interval map(UnaryOperator<BigDecimal> rising) {
    return new Interval(rising.apply(low), high == null ? null : rising.apply(high));
  }

  /** The greater of two high bounds; null = unbounded. */
  public static @Nullable BigDecimal greaterHigh(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a == null || b == null ? null : a.max(b);
  }
}
