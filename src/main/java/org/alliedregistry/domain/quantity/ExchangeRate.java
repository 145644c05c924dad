package org.alliedregistry.domain.quantity;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The value of one unit in another from a day on.
 *
 * @param from the first day on which it holds
 * @param rate above 0
 */
public record ExchangeRate(LocalDate from, BigDecimal rate) {

  public ExchangeRate {
    rate = Exact.plain(rate);
    if (rate.signum() <= 0) {
      throw new IllegalArgumentException("not an exchange rate: " + rate);
    }
  }
}
