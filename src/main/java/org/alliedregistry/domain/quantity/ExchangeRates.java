package org.alliedregistry.domain.quantity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The exchange rates of a unit (docs/arithmetic.md, 2).
 *
 * @param unit the unit that is converted
 * @param in the unit that it is converted to
 * @param rates by ascending first day, no day twice
 */
public record ExchangeRates(String unit, String in, List<ExchangeRate> rates) {

  /** The most days on which a rate holds, its first day included. */
  public static final int MAX_DAYS = 92;

  public ExchangeRates {
    rates = List.copyOf(rates);
    for (int i = 1; i < rates.size(); i++) {
      if (!rates.get(i - 1).from().isBefore(rates.get(i).from())) {
        throw new IllegalArgumentException("rates that do not ascend: " + rates.get(i).from());
      }
    }
  }

  /**
   * The rate of a day: the last that began on it or before. It holds until the next begins, at most
   * {@value #MAX_DAYS} days. Empty if there is none.
   */
  public Optional<BigDecimal> on(LocalDate day) {
    int low = 0;
    int high = rates.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rates.get(middle).from().isAfter(day)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low == 0
        ? Optional.empty()
        : Optional.of(rates.get(low - 1))
            .filter(rate -> day.isBefore(rate.from().plusDays(MAX_DAYS)))
            .map(ExchangeRate::rate);
  }
}
