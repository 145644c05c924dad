package org.alliedregistry.domain.coverage;

import static org.alliedregistry.support.Fixtures.condition;
import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.Sizes.upTo;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.alliedregistry.support.StatementFixture.that;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.alliedregistry.domain.coverage.RequirementCoverage.Unlock;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.support.CoverageQuestion;
import org.alliedregistry.support.PledgeFixture;
import org.junit.jupiter.api.Test;

class UnlocksTest {

  private static Unlock unlocks(String code, String low) {
    return new Unlock(code, new BigDecimal(low));
  }

  private static PledgeFixture fra() {
    return pledge("a", "FRA").with(pledged(troops(5000)).conditions("X"));
  }

  private static PledgeFixture gbr() {
    return pledge("b", "GBR").with(pledged(troops(3000)).conditions("X"));
  }

  @Test
  void openConditionUnlocksWhatItAloneHoldsBack() {
    assertThat(CoverageQuestion.about(fra(), gbr()).land().conditions())
        .containsExactly(unlocks("X", "8000"));
  }

  @Test
  void eachOfTwoConditionsAloneUnlocksNothing() {
    PledgeFixture both = fra().with(that().conditions("Y"));
    assertThat(CoverageQuestion.about(both).land().conditions())
        .containsExactly(unlocks("X", "0"), unlocks("Y", "0"));
    assertThat(CoverageQuestion.about(both).assume("Y").land().conditions())
        .containsExactly(unlocks("X", "5000"));
  }

  @Test
  void whatIsInPlaceIsNotUnlockedAgain() {
    assertThat(CoverageQuestion.about(fra().with(that().inPlace(troops(1000)))).land().conditions())
        .containsExactly(unlocks("X", "4000"));
  }

  @Test
  void conditionMetForOneAllyUnlocksTheOthers() {
    CoverageQuestion ask =
        CoverageQuestion.about(fra(), gbr()).given(condition("X").perAlly().met("FRA"));
    assertThat(ask.land().conditions()).containsExactly(unlocks("X", "3000"));
  }

  @Test
  void unlockIsForAllEvenWhereOneIsDenied() {
    CoverageQuestion ask = CoverageQuestion.about(fra(), gbr()).deny("X@GBR");
    assertThat(ask.land().conditions()).containsExactly(unlocks("X", "8000"));
  }

  @Test
  void metOrFailedConditionsAreNotListed() {
    assertThat(CoverageQuestion.about(fra()).assume("X").land().conditions()).isEmpty();
    assertThat(CoverageQuestion.about(fra()).deny("X").land().conditions()).isEmpty();
  }

  @Test
  void uncertainAmountUnlocksOnlyItsLow() {
    PledgeFixture uncertain = pledge("a", "FRA").with(pledged(upTo(5000)).conditions("X"));
    assertThat(CoverageQuestion.about(uncertain).land().conditions())
        .containsExactly(unlocks("X", "0"));
  }

  @Test
  void conditionOfAPledgeBelowTheRungIsNotListed() {
    assertThat(CoverageQuestion.about(fra()).at(Rung.COMMITTED).land().conditions()).isEmpty();
  }

  @Test
  void wholesConditionUnlocksItsPartsOnce() {
    PledgeFixture joint = pledge("w", "FRA", "GBR").with(pledged(troops(5000)).conditions("X"));
    PledgeFixture part = pledge("p", "FRA").partOf(joint).with(pledged(troops(3000)));
    assertThat(CoverageQuestion.about(joint, part).land().conditions())
        .containsExactly(unlocks("X", "5000"));
  }

  @Test
  void gainIsWrittenInPlainDigits() {
    PledgeFixture half =
        pledge("a", "FRA").with(pledged(troops("2.5")).conditions("X").inPlace(troops("0.5")));
    assertThat(CoverageQuestion.about(half).land().conditions()).containsExactly(unlocks("X", "2"));
  }
}
