package org.alliedregistry.domain.quantity;

import java.math.BigDecimal;

/**
 * The amount in the unit of account that one of another unit is planned as: exact (1 brigade =
 * 5,000 troops) or a range (1 company = 50 to 250 troops). Both bounds are above 0.
 */
public record PlanningFactor(String unit, BigDecimal low, BigDecimal high, String unitOfAccount) {

  public PlanningFactor {
    low = Exact.plain(low);
    high = Exact.plain(high);
    if (low.signum() <= 0 || high.compareTo(low) < 0) {
      throw new IllegalArgumentException("not a planning factor: " + low + " to " + high);
    }
  }

  public boolean isExact() {
    return low.compareTo(high) == 0;
  }

  Quantity convert(Quantity quantity) {
    BigDecimal min = quantity.low();
    BigDecimal max = quantity.high();
    return new Quantity(
        min == null ? null : min.multiply(low),
        max == null ? null : max.multiply(high),
        unitOfAccount);
  }
}
