package org.alliedregistry.coverage;

import java.math.BigDecimal;
import org.alliedregistry.quantity.Exact;
import org.alliedregistry.quantity.Interval;
import org.jspecify.annotations.Nullable;

/**
 * A count held against a required amount (docs/arithmetic.md, 5); null where none is required.
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
    Verdict verdict) {

  static Score of(Interval counted, @Nullable BigDecimal required) {
    if (required == null) {
      return new Score(counted, null, null, null, null, Verdict.NOT_QUANTIFIED);
    }
    BigDecimal high = counted.high();
    Interval ratio = counted.map(amount -> Exact.ratio(amount, required));
    Interval fill =
        new Interval(
            ratio.low().min(BigDecimal.ONE),
            ratio.high() == null ? BigDecimal.ONE : ratio.high().min(BigDecimal.ONE));
    Interval gap =
        new Interval(
            high == null ? BigDecimal.ZERO : excess(required, high),
            excess(required, counted.low()));
    Interval surplus = counted.map(amount -> excess(amount, required));
    return new Score(counted, ratio, fill, gap, surplus, verdict(gap));
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
