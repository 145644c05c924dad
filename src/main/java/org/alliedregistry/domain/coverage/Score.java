package org.alliedregistry.domain.coverage;

import java.math.BigDecimal;
import org.alliedregistry.domain.coverage.contribution.Rotation;
import org.alliedregistry.domain.quantity.Exact;
import org.alliedregistry.domain.quantity.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A count compared with a required amount (docs/arithmetic.md, 5). If no amount is required, ratio,
 * fill, gap and surplus are null.
 *
 * @param ratio counted ÷ required, uncapped, four decimals, truncated
 * @param fill the ratio, at most 1
 */
public record Score(
    Interval counted,
    @Nullable Interval ratio,
    @Nullable Interval fill,
    @Nullable Interval gap,
    @Nullable Interval surplus,
    Verdict verdict,
    @Nullable Pool pool) {

  /**
   * The pool of a rotation (docs/arithmetic.md, 6).
   *
   * @param counted the pool that is counted
   * @param needed the pool that sustains the required amount; null if none is required
   * @param missing the part of the needed pool that is missing
   */
  public record Pool(Interval counted, @Nullable BigDecimal needed, @Nullable Interval missing) {

    public static @Nullable Pool of(
        Interval counted, @Nullable BigDecimal required, @Nullable Rotation rotation) {
      if (rotation == null || required == null) {
        return rotation == null ? null : new Pool(counted, null, null);
      }
      BigDecimal needed = Exact.plain(rotation.poolFor(required));
      return new Pool(counted, needed, gap(counted, needed));
    }
  }

  /**
   * @param amount the count, before a rotation
   * @param rotation null = no rotation; else the amount that the pool sustains is scored
   */
  public static Score of(
      Interval amount, @Nullable BigDecimal required, @Nullable Rotation rotation) {
    Pool pool = Pool.of(amount, required, rotation);
    return of(rotation == null ? amount : rotation.sustainedBy(amount), required, pool);
  }

  private static Score of(Interval counted, @Nullable BigDecimal required, @Nullable Pool pool) {
    if (required == null) {
      return new Score(counted, null, null, null, null, Verdict.NOT_QUANTIFIED, pool);
    }
    Interval ratio = counted.map(amount -> Exact.ratio(amount, required));
    Interval fill =
        new Interval(
            ratio.low().min(BigDecimal.ONE),
            ratio.high() == null ? BigDecimal.ONE : ratio.high().min(BigDecimal.ONE));
    Interval gap = gap(counted, required);
    Interval surplus = counted.map(amount -> excess(amount, required));
    return new Score(counted, ratio, fill, gap, surplus, verdict(gap), pool);
  }

  /** The missing part of the required amount. Its low bound assumes the possible amount. */
  private static Interval gap(Interval counted, BigDecimal required) {
    BigDecimal high = counted.high();
    return new Interval(
        high == null ? BigDecimal.ZERO : excess(required, high), excess(required, counted.low()));
  }

  private static BigDecimal excess(BigDecimal amount, BigDecimal over) {
    return amount.subtract(over).max(BigDecimal.ZERO);
  }

  private static Verdict verdict(Interval gap) {
    return gap.isZero()
        ? Verdict.MET
        : gap.low().signum() > 0 ? Verdict.NOT_MET : Verdict.UNDETERMINED;
  }
}
