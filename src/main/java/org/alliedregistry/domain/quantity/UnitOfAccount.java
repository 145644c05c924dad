package org.alliedregistry.domain.quantity;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The unit that a capability is counted in, and what converts to it (docs/arithmetic.md, 2): the
 * planning factor of a unit, or else its exchange rates. A quantity per year and a requirement per
 * year are compared through the period of the pledge.
 *
 * @param rates by unit; those to another unit are not used
 * @param ratesOn the day whose rates convert everything; null = the day on which each amount was
 *     said
 * @param year the calendar year that a requirement per year is counted in; null = the amounts are
 *     counted in all
 */
public record UnitOfAccount(
    String unit,
    PlanningFactors factors,
    Map<String, ExchangeRates> rates,
    @Nullable LocalDate ratesOn,
    @Nullable Integer year) {

  private static final long DAYS = 365;
  private static final long DAYS_OF_LEAP_YEAR = 366;

  /** A unit that is not per year, and to which no exchange rate converts. */
  public UnitOfAccount(String unit, PlanningFactors factors) {
    this(unit, factors, Map.of(), null, null);
  }

  /**
   * Converts a quantity to this unit; empty if neither a planning factor nor a rate of the day
   * does. An approximate quantity is widened in its own unit first.
   *
   * @param period the period of the pledge
   */
  public Optional<ConvertedAmount> convert(Quantity quantity, LocalDate saidOn, Period period) {
    return inAccount(quantity.widened(), saidOn)
        .map(
            converted ->
                year != null
                    ? isOutside(quantity, saidOn, period)
                        ? ConvertedAmount.OUTSIDE_PERIOD
                        : inYear(year, converted, quantity.perYear(), period)
                    : quantity.perYear()
                        ? overPeriod(converted, period)
                        : ConvertedAmount.of(converted));
  }

  /** Whether a quantity is in another unit that a planning factor or a rate converts to this. */
  public boolean derives(Quantity quantity, LocalDate saidOn) {
    return !quantity.unit().equals(unit) && factor(quantity.unit(), saidOn).isPresent();
  }

  /**
   * Whether a requirement per year counts nothing of a quantity, whatever its unit: no day of the
   * year is in the period, or the period is not known and the year is before that of the statement.
   */
  public boolean isOutside(Quantity quantity, LocalDate saidOn, Period period) {
    return year != null
        && (period.daysIn(year) == 0
            || (!quantity.perYear() && !period.isKnown() && year < saidOn.getYear()));
  }

  /** Whether the amount of a quantity in this unit depends on the period of the pledge. */
  public boolean dependsOnPeriod(Quantity quantity) {
    return year != null || quantity.perYear();
  }

  private Optional<Quantity> inAccount(Quantity meant, LocalDate saidOn) {
    return meant.unit().equals(unit)
        ? Optional.of(meant)
        : factor(meant.unit(), saidOn).map(factor -> factor.convert(meant));
  }

  private Optional<PlanningFactor> factor(String other, LocalDate saidOn) {
    Optional<PlanningFactor> planned = factors.factor(other, unit);
    return planned.isPresent()
        ? planned
        : rate(other, ratesOn == null ? saidOn : ratesOn)
            .map(rate -> new PlanningFactor(other, rate, rate, unit));
  }

  private Optional<BigDecimal> rate(String other, LocalDate day) {
    return Optional.ofNullable(rates.get(other))
        .filter(series -> series.in().equals(unit))
        .flatMap(series -> series.on(day));
  }

  /** The part of an amount that falls in a calendar year. */
  private static ConvertedAmount inYear(int year, Quantity amount, boolean perYear, Period period) {
    if (perYear ? period.isUnstated() : !period.isKnown()) {
      return ConvertedAmount.ofUnknownPeriod(amount.low(), amount.high());
    }
    return scaled(amount, period.daysIn(year), perYear ? Year.of(year).length() : period.days());
  }

  /** The sum of an amount per year over the years of the period, each by its days in it. */
  private static ConvertedAmount overPeriod(Quantity perYear, Period period) {
    if (!period.isKnown()) {
      return ConvertedAmount.ofUnknownPeriod(null, null);
    }
    long inLeapYears = period.daysInLeapYears();
    return scaled(
        perYear,
        (period.days() - inLeapYears) * DAYS_OF_LEAP_YEAR + inLeapYears * DAYS,
        DAYS * DAYS_OF_LEAP_YEAR);
  }

  private static ConvertedAmount scaled(Quantity amount, long part, long whole) {
    return new ConvertedAmount(
        Exact.share(amount.low(), part, whole), Exact.share(amount.high(), part, whole), null);
  }
}
