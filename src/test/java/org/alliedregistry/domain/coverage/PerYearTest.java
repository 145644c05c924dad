package org.alliedregistry.domain.coverage;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.atLeast;
import static org.alliedregistry.support.Sizes.counted;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.from;
import static org.alliedregistry.support.Sizes.of;
import static org.alliedregistry.support.Sizes.range;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.alliedregistry.domain.coverage.contribution.Reason;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.quantity.Quantity;
import org.alliedregistry.support.Baselines;
import org.alliedregistry.support.CoverageQuestion;
import org.alliedregistry.support.StatementFixture;
import org.junit.jupiter.api.Test;

/** A requirement per year: the period of a pledge decides what counts in a year. */
class PerYearTest {

  private static CoverageQuestion ask(StatementFixture said) {
    return CoverageQuestion.about(pledge("1", "NOR").with(said))
        .against(Baselines.perYear(Baselines.LAND));
  }

  private static Quantity perYear(long amount) {
    return new Quantity(
        BigDecimal.valueOf(amount), BigDecimal.valueOf(amount), "troops", false, true);
  }

  @Test
  void yearOfTheDayIsCounted() {
    CoverageQuestion ask = ask(pledged(perYear(365)).from("2026-12-01"));
    assertThat(ask.counted()).isEqualTo(exactly(31));
    assertThat(ask.reasons()).containsExactly(Reason.COUNTED);
    assertThat(ask.availableOn("2027-03-01").counted()).isEqualTo(exactly(365));
  }

  @Test
  void yearOutsideThePeriodCountsNothing() {
    CoverageQuestion ask = ask(pledged(perYear(365)).from("2027-01-01"));
    assertThat(ask.counted()).isEqualTo(exactly(0));
    assertThat(ask.reasons()).containsExactly(Reason.OUTSIDE_PERIOD);
  }

  @Test
  void periodTakesThePlaceOfTheDays() {
    CoverageQuestion ended = ask(pledged(perYear(365)).until("2026-01-10"));
    assertThat(ended.counted()).isEqualTo(exactly(10));
    assertThat(ended.reasons()).containsExactly(Reason.COUNTED);
    CoverageQuestion later = ask(pledged(perYear(365)).from("2026-12-31"));
    assertThat(later.availableOn("2026-06-01").counted()).isEqualTo(exactly(1));
  }

  @Test
  void pledgeWithoutAnAmountKeepsTheRulesOfDays() {
    assertThat(ask(pledged().until("2026-01-10")).reasons()).containsExactly(Reason.EXPIRED);
  }

  @Test
  void unknownPeriodLeavesNothingCertain() {
    CoverageQuestion ask = ask(pledged(troops(100)).from("2026-01-01"));
    assertThat(ask.counted()).isEqualTo(range(0, 100));
    assertThat(ask.reasons()).containsExactly(Reason.PERIOD_UNKNOWN);
  }

  @Test
  void eachQuantityIsScaledByItsOwnFormula() {
    StatementFixture said =
        pledged(perYear(730))
            .committed(counted(troops(1000)))
            .from("2026-01-01")
            .until("2027-12-31");
    assertThat(ask(said).counted()).isEqualTo(exactly(730));
    assertThat(ask(said).at(Rung.COMMITTED).counted()).isEqualTo(exactly(500));
  }

  @Test
  void yearOutsideThePeriodCountsNothingOfAnAmountWithoutARate() {
    CoverageQuestion ask = ask(pledged(of(3, "flotilla")).until("2025-12-31"));
    assertThat(ask.counted()).isEqualTo(exactly(0));
    assertThat(ask.reasons()).containsExactly(Reason.OUTSIDE_PERIOD);
    assertThat(ask.land().unconverted()).isEmpty();
  }

  @Test
  void openAmountOfAnUnknownPeriodIsAStatedNumber() {
    CoverageQuestion ask = ask(pledged(atLeast(700)));
    assertThat(ask.counted()).isEqualTo(from(0));
    assertThat(ask.land().onStatedNumbers().counted()).isEqualTo(range(0, 700));
  }

  /** At least 800 a year is no less possible than exactly 800. */
  @Test
  void atLeastIsPossibleInAnUnknownPeriod() {
    Quantity atLeast800 = new Quantity(BigDecimal.valueOf(800), null, "troops", false, true);
    CoverageQuestion ask = ask(pledged(perYear(200)).committed(counted(atLeast800)));
    assertThat(ask.counted()).isEqualTo(range(0, 800));
    assertThat(ask.land().onStatedNumbers().counted()).isEqualTo(range(0, 800));
    assertThat(ask.reasons()).containsExactly(Reason.PERIOD_UNKNOWN);
  }

  @Test
  void amountOnStatedNumbersIsTheSame() {
    CoverageQuestion ask = ask(pledged(perYear(100)));
    assertThat(ask.land().onStatedNumbers().counted()).isEqualTo(range(0, 100));
    assertThat(ask.land().unconverted()).isEmpty();
  }
}
