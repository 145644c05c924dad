package org.alliedregistry.domain.coverage;

import static org.alliedregistry.support.Given.condition;
import static org.alliedregistry.support.Given.pledge;
import static org.alliedregistry.support.Say.pledged;
import static org.alliedregistry.support.Say.that;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.Sizes.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.alliedregistry.domain.coverage.RequirementCoverage.Unlock;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.support.Ask;
import org.alliedregistry.support.GivenPledge;
import org.junit.jupiter.api.Test;

class UnlocksTest {

  private static Unlock unlocks(String code, String low) {
    return new Unlock(code, new BigDecimal(low));
  }

  private static GivenPledge fra() {
    return pledge("a", "FRA").says(pledged(troops(5000)).conditions("X"));
  }

  private static GivenPledge gbr() {
    return pledge("b", "GBR").says(pledged(troops(3000)).conditions("X"));
  }

  @Test
  void openConditionUnlocksWhatItAloneHoldsBack() {
    assertThat(Ask.about(fra(), gbr()).land().conditions()).containsExactly(unlocks("X", "8000"));
  }

  @Test
  void eachOfTwoConditionsAloneUnlocksNothing() {
    GivenPledge both = fra().says(that().conditions("Y"));
    assertThat(Ask.about(both).land().conditions())
        .containsExactly(unlocks("X", "0"), unlocks("Y", "0"));
    assertThat(Ask.about(both).assume("Y").land().conditions())
        .containsExactly(unlocks("X", "5000"));
  }

  @Test
  void whatIsInPlaceIsNotUnlockedAgain() {
    assertThat(Ask.about(fra().says(that().inPlace(troops(1000)))).land().conditions())
        .containsExactly(unlocks("X", "4000"));
  }

  @Test
  void conditionMetForOneAllyUnlocksTheOthers() {
    Ask ask = Ask.about(fra(), gbr()).given(condition("X").perAlly().met("FRA"));
    assertThat(ask.land().conditions()).containsExactly(unlocks("X", "3000"));
  }

  @Test
  void unlockIsForAllEvenWhereOneIsDenied() {
    Ask ask = Ask.about(fra(), gbr()).deny("X@GBR");
    assertThat(ask.land().conditions()).containsExactly(unlocks("X", "8000"));
  }

  @Test
  void metOrFailedConditionsAreNotListed() {
    assertThat(Ask.about(fra()).assume("X").land().conditions()).isEmpty();
    assertThat(Ask.about(fra()).deny("X").land().conditions()).isEmpty();
  }

  @Test
  void uncertainAmountUnlocksOnlyItsLow() {
    GivenPledge uncertain = pledge("a", "FRA").says(pledged(upTo(5000)).conditions("X"));
    assertThat(Ask.about(uncertain).land().conditions()).containsExactly(unlocks("X", "0"));
  }

  @Test
  void conditionOfAPledgeBelowTheRungIsNotListed() {
    assertThat(Ask.about(fra()).at(Rung.COMMITTED).land().conditions()).isEmpty();
  }

  @Test
  void wholesConditionUnlocksItsPartsOnce() {
    GivenPledge joint = pledge("w", "FRA", "GBR").says(pledged(troops(5000)).conditions("X"));
    GivenPledge part = pledge("p", "FRA").partOf(joint).says(pledged(troops(3000)));
    assertThat(Ask.about(joint, part).land().conditions()).containsExactly(unlocks("X", "5000"));
  }

  @Test
  void gainIsWrittenInPlainDigits() {
    GivenPledge half =
        pledge("a", "FRA").says(pledged(troops("2.5")).conditions("X").inPlace(troops("0.5")));
    assertThat(Ask.about(half).land().conditions()).containsExactly(unlocks("X", "2"));
  }
}
