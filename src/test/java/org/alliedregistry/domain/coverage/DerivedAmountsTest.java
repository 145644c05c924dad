package org.alliedregistry.domain.coverage;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.of;
import static org.alliedregistry.support.Sizes.range;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.Sizes.upTo;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.alliedregistry.support.StatementFixture.that;
import static org.assertj.core.api.Assertions.assertThat;

import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.support.CoverageQuestion;
import org.alliedregistry.support.PledgeFixture;
import org.junit.jupiter.api.Test;

class DerivedAmountsTest {

  @Test
  void whatWasSaidAndWhatWasComputedStandApart() {
    CoverageQuestion ask =
        CoverageQuestion.about(
            pledge("a", "FRA").with(pledged(of(1, "brigade"))),
            pledge("b", "GBR").with(pledged(troops(1000))),
            pledge("c", "EST").with(pledged(upTo(1, "company"))));
    assertThat(ask.counted()).isEqualTo(range(6000, 6250));
    assertThat(ask.land().derived()).isEqualTo(range(5000, 5250));
  }

  @Test
  void derivedIsWhatItContributesAfterTheRules() {
    PledgeFixture open = pledge("a", "FRA").with(pledged(of(1, "brigade")).conditions("X"));
    assertThat(CoverageQuestion.about(open).land().derived()).isEqualTo(range(0, 5000));
    assertThat(CoverageQuestion.about(open).deny("X").land().derived()).isEqualTo(Interval.ZERO);
  }

  @Test
  void oneConvertedAmountMakesThePledgeDerived() {
    PledgeFixture mixed =
        pledge("a", "FRA").with(pledged(troops(5000)).committed(of(1, "company")));
    assertThat(CoverageQuestion.about(mixed).land().derived()).isEqualTo(exactly(5000));
  }

  @Test
  void amountNoLongerInEffectIsNotDerived() {
    PledgeFixture restated =
        pledge("a", "FRA").with(pledged(of(1, "brigade")), that().amount(troops(4000)));
    assertThat(CoverageQuestion.about(restated).land().derived()).isEqualTo(Interval.ZERO);
  }

  @Test
  void unitWithoutFactorIsNotDerived() {
    PledgeFixture unknown = pledge("a", "FRA").with(pledged(of(1, "flotilla")));
    assertThat(CoverageQuestion.about(unknown).land().derived()).isEqualTo(Interval.ZERO);
  }

  @Test
  void onlyTheDerivedPartsOfAWholeAreDerived() {
    PledgeFixture joint = pledge("w", "FRA", "GBR").with(pledged(upTo(15_000)));
    CoverageQuestion ask =
        CoverageQuestion.about(
            joint,
            pledge("p", "FRA").partOf(joint).with(pledged(of(1, "brigade"))),
            pledge("q", "GBR").partOf(joint).with(pledged(troops(3000))));
    assertThat(ask.counted()).isEqualTo(range(8000, 15_000));
    assertThat(ask.land().derived()).isEqualTo(exactly(5000));
  }
}
