package org.alliedregistry.domain.quantity;

import static org.alliedregistry.support.Sizes.atLeast;
import static org.alliedregistry.support.Sizes.from;
import static org.alliedregistry.support.Sizes.of;
import static org.alliedregistry.support.Sizes.range;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.Sizes.upTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alliedregistry.domain.quantity.ConvertedAmount.PeriodIssue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnitOfAccountTest {

  private static final LocalDate SAID = LocalDate.parse("2026-01-15");
  private static final Period UNSTATED = new Period(null, null);

  private static final UnitOfAccount TROOPS =
      new UnitOfAccount(
          "troops",
          new PlanningFactors(
              List.of(
                  factor("brigade", 5000, 5000, "troops"),
                  factor("company", 50, 250, "troops"),
                  factor("division", 3, 3, "brigade"),
                  factor("squadron", 20, 20, "aircraft"))));

  private static PlanningFactor factor(String unit, long low, long high, String account) {
    return new PlanningFactor(unit, BigDecimal.valueOf(low), BigDecimal.valueOf(high), account);
  }

  private static Optional<Interval> inTroops(Quantity quantity) {
    return TROOPS.convert(quantity, SAID, UNSTATED).map(ConvertedAmount::interval);
  }

  @Test
  void amountInTheUnitOfAccountStaysAsItIs() {
    assertThat(inTroops(atLeast(7, "troops"))).contains(from(7));
  }

  @Test
  void exactFactorMultipliesBothBounds() {
    assertThat(inTroops(of(2, "brigade"))).contains(range(10_000, 10_000));
  }

  @Test
  void rangeFactorWidensAnExactAmount() {
    assertThat(inTroops(of(2, "company"))).contains(range(100, 500));
  }

  @Test
  void missingBoundStaysMissing() {
    assertThat(inTroops(upTo(1, "company"))).contains(range(0, 250));
    assertThat(inTroops(atLeast(2, "company"))).contains(from(100));
  }

  @Test
  void factorsAreNotChained() {
    assertThat(inTroops(of(1, "division"))).isEmpty();
  }

  @Test
  void unitWithoutFactorOrRateDoesNotConvert() {
    assertThat(inTroops(of(1, "flotilla"))).isEmpty();
    assertThat(inTroops(of(1, "squadron"))).isEmpty();
  }

  @Test
  void onlyAConvertedUnitIsDerived() {
    assertThat(TROOPS.derives(of(1, "brigade"), SAID)).isTrue();
    assertThat(TROOPS.derives(troops(1), SAID)).isFalse();
    assertThat(TROOPS.derives(of(1, "flotilla"), SAID)).isFalse();
  }

  private static final ExchangeRates EURO =
      new ExchangeRates(
          "EUR", "USD", List.of(rate("2026-01-01", "1.1"), rate("2026-02-01", "1.2")));

  private static ExchangeRate rate(String from, String rate) {
    return new ExchangeRate(LocalDate.parse(from), new BigDecimal(rate));
  }

  private static UnitOfAccount dollars(@Nullable String ratesOn, @Nullable Integer year) {
    return new UnitOfAccount(
        "USD",
        PlanningFactors.NONE,
        Map.of("EUR", EURO),
        ratesOn == null ? null : LocalDate.parse(ratesOn),
        year);
  }

  private static Optional<Interval> inDollars(@Nullable String ratesOn, String saidOn) {
    return dollars(ratesOn, null)
        .convert(of(100, "EUR"), LocalDate.parse(saidOn), UNSTATED)
        .map(ConvertedAmount::interval);
  }

  @Test
  void amountIsConvertedAtTheRateOfTheDayOnWhichItWasSaid() {
    assertThat(inDollars(null, "2026-01-31")).contains(range(110, 110));
    assertThat(inDollars(null, "2026-02-01")).contains(range(120, 120));
  }

  @Test
  void rateHoldsFor92DaysAtMost() {
    assertThat(inDollars(null, "2026-05-03")).contains(range(120, 120));
    assertThat(inDollars(null, "2026-05-04")).isEmpty();
    assertThat(inDollars(null, "2025-12-31")).isEmpty();
  }

  @Test
  void oneDayCanValueEverything() {
    assertThat(inDollars("2026-02-10", "2020-01-01")).contains(range(120, 120));
    assertThat(inDollars("2020-01-01", "2026-02-10")).isEmpty();
  }

  @Test
  void ratesToAnotherUnitDoNotConvert() {
    UnitOfAccount krone =
        new UnitOfAccount("NOK", PlanningFactors.NONE, Map.of("EUR", EURO), null, null);
    assertThat(krone.convert(of(1, "EUR"), SAID, UNSTATED)).isEmpty();
  }

  @Test
  void ratesAscendAndAreAboveZero() {
    assertThatIllegalArgumentException().isThrownBy(() -> rate("2026-01-01", "0"));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ExchangeRates(
                    "EUR", "USD", List.of(rate("2026-01-01", "1"), rate("2026-01-01", "2"))));
  }

  private static Quantity perYear(long amount) {
    return new Quantity(BigDecimal.valueOf(amount), BigDecimal.valueOf(amount), "USD", false, true);
  }

  private static Period period(@Nullable String from, @Nullable String until) {
    return new Period(
        from == null ? null : LocalDate.parse(from), until == null ? null : LocalDate.parse(until));
  }

  private static ConvertedAmount counted(@Nullable Integer year, Quantity quantity, Period period) {
    return dollars(null, year).convert(quantity, SAID, period).orElseThrow();
  }

  @Test
  void amountPerYearCountsTheDaysOfTheYear() {
    assertThat(counted(2026, perYear(36_500), period("2026-07-01", null)).interval())
        .isEqualTo(range(18_400, 18_400));
    assertThat(counted(2027, perYear(36_500), period("2026-07-01", null)).interval())
        .isEqualTo(range(36_500, 36_500));
    assertThat(counted(2024, perYear(366), period(null, "2024-01-10")).interval())
        .isEqualTo(range(10, 10));
  }

  @Test
  void amountPerYearWithoutAPeriodIsPossibleInEachYear() {
    ConvertedAmount unknown = counted(2026, perYear(7), UNSTATED);
    assertThat(unknown.interval()).isEqualTo(range(0, 7));
    assertThat(unknown.isPeriodUnknown()).isTrue();
  }

  @Test
  void openAmountOfAnUnknownPeriodKeepsItsStatedNumber() {
    ConvertedAmount unknown = counted(2026, atLeast(5, "USD"), UNSTATED);
    assertThat(unknown.interval()).isEqualTo(from(0));
    assertThat(unknown.onStatedNumbers()).isEqualTo(range(0, 5));
  }

  @Test
  void yearOutsideThePeriodIsKnownWithoutARate() {
    Quantity krone = of(5, "NOK");
    assertThat(dollars(null, 2026).isOutside(krone, SAID, period(null, "2025-12-31"))).isTrue();
    assertThat(dollars(null, 2026).isOutside(krone, SAID, UNSTATED)).isFalse();
    assertThat(dollars(null, null).isOutside(krone, SAID, period(null, "2025-12-31"))).isFalse();
  }

  @Test
  void amountInAllIsSpreadOverTheDaysOfItsPeriod() {
    Period fourYears = period("2027-01-01", "2030-12-31");
    assertThat(counted(2027, of(146_100, "USD"), fourYears).interval())
        .isEqualTo(range(36_500, 36_500));
    assertThat(counted(2028, of(146_100, "USD"), fourYears).interval())
        .isEqualTo(range(36_600, 36_600));
  }

  @Test
  void amountInAllWithoutBothEndsIsPossibleFromTheYearOfTheStatementOn() {
    assertThat(counted(2026, of(5, "USD"), period(null, "2027-01-01")).interval())
        .isEqualTo(range(0, 5));
    assertThat(counted(2025, of(5, "USD"), UNSTATED).issue()).isEqualTo(PeriodIssue.OUTSIDE);
  }

  @Test
  void yearWithoutADayOfThePeriodHasNothing() {
    ConvertedAmount outside = counted(2026, perYear(5), period("2027-01-01", null));
    assertThat(outside.interval()).isEqualTo(range(0, 0));
    assertThat(outside.issue()).isEqualTo(PeriodIssue.OUTSIDE);
    assertThat(counted(2026, of(5, "USD"), period("2027-01-01", "2026-01-01")).issue())
        .isEqualTo(PeriodIssue.OUTSIDE);
  }

  @Test
  void amountPerYearIsSummedOverItsPeriodAndCutToThreeDecimals() {
    assertThat(counted(null, perYear(36_500), period("2026-07-01", "2028-06-30")).low())
        .isEqualTo(new BigDecimal("73050.273"));
  }

  @Test
  void amountPerYearWithoutBothEndsIsUnboundedInAll() {
    ConvertedAmount unknown = counted(null, perYear(5), period("2026-07-01", null));
    assertThat(unknown.interval()).isEqualTo(from(0));
    assertThat(unknown.isPeriodUnknown()).isTrue();
  }
}
