package org.alliedregistry.domain.coverage;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.all;
import static org.alliedregistry.support.Sizes.atLeast;
import static org.alliedregistry.support.Sizes.counted;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.from;
import static org.alliedregistry.support.Sizes.of;
import static org.alliedregistry.support.Sizes.range;
import static org.alliedregistry.support.Sizes.some;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.Sizes.upTo;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.alliedregistry.support.StatementFixture.that;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.quantity.Quantity;
import org.alliedregistry.support.CoverageQuestion;
import org.alliedregistry.support.PledgeFixture;
import org.junit.jupiter.api.Test;

/** The stated amounts that nothing converts to the unit of account. No flotilla is. */
class UnconvertedAmountsTest {

  private static List<UnconvertedAmounts> unconverted(CoverageQuestion ask) {
    return ask.land().unconverted();
  }

  private static Interval sum(CoverageQuestion ask) {
    assertThat(unconverted(ask)).hasSize(1);
    return unconverted(ask).get(0).counted();
  }

  @Test
  void amountsOfOneUnitAreSummedAndListed() {
    CoverageQuestion ask =
        CoverageQuestion.about(
            pledge("1", "NOR").with(pledged(of(7, "flotilla"))),
            pledge("2", "FRA").with(pledged(upTo(2, "flotilla"))),
            pledge("3", "EST").with(pledged(troops(100))));
    assertThat(sum(ask)).isEqualTo(range(7, 9));
    assertThat(unconverted(ask).get(0).pledges())
        .extracting(UnconvertedAmounts.Line::pledge)
        .containsExactly("2", "1");
    assertThat(ask.land().onStatedNumbers().counted()).isEqualTo(exactly(100));
  }

  @Test
  void everyStatedAmountConvertsHere() {
    assertThat(unconverted(CoverageQuestion.about(pledge("1", "FRA").with(pledged(troops(5))))))
        .isEmpty();
  }

  @Test
  void amountAtTheRungOfTheQuestionIsListed() {
    CoverageQuestion ask =
        CoverageQuestion.about(
            pledge("1", "NOR")
                .with(
                    pledged(of(7, "flotilla"))
                        .committed(counted(of(3, "flotilla")))
                        .allocated(some())
                        .inPlace(counted(of(1, "flotilla")))));
    assertThat(sum(ask)).isEqualTo(exactly(7));
    assertThat(sum(ask.at(Rung.COMMITTED))).isEqualTo(exactly(3));
    assertThat(sum(ask.at(Rung.ALLOCATED))).isEqualTo(range(0, 7));
    assertThat(sum(ask.at(Rung.IN_PLACE))).isEqualTo(exactly(1));
  }

  @Test
  void allOfAnAmountIsThatAmount() {
    CoverageQuestion ask =
        CoverageQuestion.about(
            pledge("1", "NOR").with(pledged(of(7, "flotilla")).committed(all())));
    assertThat(sum(ask.at(Rung.COMMITTED))).isEqualTo(exactly(7));
  }

  @Test
  void wordsOfBothSidesAreHeard() {
    CoverageQuestion ask =
        CoverageQuestion.about(
            pledge("1", "NOR")
                .with(
                    pledged().inPlace(counted(of(19, "flotilla"))),
                    that().recipient().inPlace(counted(of(12, "flotilla")))));
    assertThat(sum(ask.at(Rung.IN_PLACE))).isEqualTo(range(12, 19));
  }

  @Test
  void amountOfAHigherRungIsListedToo() {
    CoverageQuestion ask =
        CoverageQuestion.about(
            pledge("1", "NOR")
                .with(
                    pledged(troops(5))
                        .committed(counted(troops(1)))
                        .allocated(counted(of(9, "flotilla")))));
    assertThat(sum(ask.at(Rung.COMMITTED))).isEqualTo(exactly(9));
    assertThat(unconverted(ask.at(Rung.PLEDGED))).isEmpty();
  }

  /** What is at least 3 may be as much as the amount, which nothing converts. */
  @Test
  void amountThatAnAtLeastRestsOnIsListed() {
    CoverageQuestion ask =
        CoverageQuestion.about(
                pledge("1", "NOR").with(pledged(of(7, "flotilla")).committed(counted(atLeast(3)))))
            .at(Rung.COMMITTED);
    assertThat(ask.counted()).isEqualTo(from(3));
    assertThat(sum(ask)).isEqualTo(range(0, 7));
    assertThat(ask.land().unquantified()).isEmpty();
  }

  /** All of the first amount is in place; the amount of today converts. */
  @Test
  void amountThatAnAllRestsOnIsListed() {
    CoverageQuestion ask =
        CoverageQuestion.about(
            pledge("1", "NOR")
                .with(pledged(of(7, "flotilla")).inPlace(all()), that().amount(troops(4))));
    assertThat(ask.counted()).isEqualTo(from(4));
    assertThat(sum(ask)).isEqualTo(exactly(7));
    assertThat(ask.land().unquantified()).isEmpty();
  }

  @Test
  void amountThatARuleEndedIsNotListed() {
    CoverageQuestion ask =
        CoverageQuestion.about(
            pledge("1", "NOR").with(pledged(of(7, "flotilla")).until("2026-05-31")),
            pledge("2", "FRA").with(pledged(of(7, "flotilla")).caveats("REAR_AREA_ONLY")));
    assertThat(unconverted(ask.refuse("REAR_AREA_ONLY"))).isEmpty();
  }

  @Test
  void wholeAndItsPartsCountOnce() {
    PledgeFixture whole = pledge("w", "FRA", "GBR").with(pledged(of(10, "flotilla")));
    CoverageQuestion ask =
        CoverageQuestion.about(
            whole,
            pledge("p", "FRA").partOf(whole).with(pledged(of(4, "flotilla"))),
            pledge("q", "GBR").partOf(whole).with(pledged(of(5, "flotilla"))));
    assertThat(sum(ask)).isEqualTo(exactly(10));
    assertThat(unconverted(ask).get(0).pledges()).hasSize(3);
  }

  @Test
  void shareOfAnAllyIsItsOwnAndALeftOutAllyIsNotNamed() {
    CoverageQuestion shared =
        CoverageQuestion.about(
            pledge("1", "FRA", "GBR").shares("1", "3").with(pledged(of(8, "flotilla"))));
    assertThat(sum(shared.ally("FRA"))).isEqualTo(exactly(2));
    CoverageQuestion joint =
        CoverageQuestion.about(pledge("1", "FRA", "GBR").with(pledged(of(8, "flotilla"))));
    assertThat(sum(joint.without("GBR"))).isEqualTo(range(0, 8));
    UnconvertedAmounts.Line line = unconverted(joint).get(0).pledges().get(0);
    assertThat(line.allies()).containsExactly("FRA");
    assertThat(line.withOthers()).isTrue();
  }

  private static Quantity perYear(long amount) {
    return new Quantity(
        BigDecimal.valueOf(amount), BigDecimal.valueOf(amount), "troops", false, true);
  }

  @Test
  void amountPerYearWithoutAPeriodIsNoNumberInAll() {
    CoverageQuestion ask =
        CoverageQuestion.about(
            pledge("1", "NOR").with(pledged(perYear(10)).from("2026-01-01")),
            pledge("2", "NOR").with(pledged(perYear(10)).from("2026-01-01").until("2027-12-31")));
    assertThat(sum(ask)).isEqualTo(exactly(10));
    assertThat(unconverted(ask).get(0).perYear()).isTrue();
    assertThat(ask.land().onStatedNumbers().counted()).isEqualTo(exactly(20));
    assertThat(ask.counted()).isEqualTo(new Interval(BigDecimal.valueOf(20), null));
  }
}
