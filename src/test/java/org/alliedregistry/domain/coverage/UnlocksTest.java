package org.alliedregistry.domain.coverage;

import static org.alliedregistry.support.Fixtures.condition;
import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.Sizes.upTo;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.alliedregistry.support.StatementFixture.that;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.support.CoverageQuestion;
import org.alliedregistry.support.PledgeFixture;
import org.junit.jupiter.api.Test;

class UnlocksTest {

  private static String unlocks(String code, String low) {
    return code + " " + new BigDecimal(low);
  }

  private static List<String> unlocks(CoverageQuestion ask) {
    return ask.land().conditions().stream().map(c -> unlocks(c.code(), c.unlocks())).toList();
  }

  private static String unlocks(String code, BigDecimal low) {
    return code + " " + low;
  }

  private static PledgeFixture fra() {
    return pledge("a", "FRA").with(pledged(troops(5000)).conditions("X"));
  }

  private static PledgeFixture gbr() {
    return pledge("b", "GBR").with(pledged(troops(3000)).conditions("X"));
  }

  @Test
  void openConditionUnlocksWhatItAloneHoldsBack() {
    assertThat(unlocks(CoverageQuestion.about(fra(), gbr()))).containsExactly(unlocks("X", "8000"));
  }

  @Test
  void eachOfTwoConditionsAloneUnlocksNothing() {
    PledgeFixture both = fra().with(that().conditions("Y"));
    assertThat(unlocks(CoverageQuestion.about(both)))
        .containsExactly(unlocks("X", "0"), unlocks("Y", "0"));
    assertThat(unlocks(CoverageQuestion.about(both).assume("Y")))
        .containsExactly(unlocks("X", "5000"));
  }

  @Test
  void whatIsInPlaceIsNotUnlockedAgain() {
    assertThat(unlocks(CoverageQuestion.about(fra().with(that().inPlace(troops(1000))))))
        .containsExactly(unlocks("X", "4000"));
  }

  @Test
  void conditionMetForOneAllyUnlocksTheOthers() {
    CoverageQuestion ask =
        CoverageQuestion.about(fra(), gbr()).given(condition("X").perAlly().met("FRA"));
    assertThat(unlocks(ask)).containsExactly(unlocks("X", "3000"));
  }

  @Test
  void unlockIsForAllEvenWhereOneIsDenied() {
    CoverageQuestion ask = CoverageQuestion.about(fra(), gbr()).deny("X@GBR");
    assertThat(unlocks(ask)).containsExactly(unlocks("X", "8000"));
  }

  @Test
  void metOrFailedConditionsAreNotListed() {
    assertThat(unlocks(CoverageQuestion.about(fra()).assume("X"))).isEmpty();
    assertThat(unlocks(CoverageQuestion.about(fra()).deny("X"))).isEmpty();
  }

  @Test
  void uncertainAmountUnlocksOnlyItsLow() {
    PledgeFixture uncertain = pledge("a", "FRA").with(pledged(upTo(5000)).conditions("X"));
    assertThat(unlocks(CoverageQuestion.about(uncertain))).containsExactly(unlocks("X", "0"));
  }

  @Test
  void conditionOfAPledgeBelowTheRungIsNotListed() {
    assertThat(unlocks(CoverageQuestion.about(fra()).at(Rung.COMMITTED))).isEmpty();
  }

  @Test
  void wholesConditionUnlocksItsPartsOnce() {
    PledgeFixture joint = pledge("w", "FRA", "GBR").with(pledged(troops(5000)).conditions("X"));
    PledgeFixture part = pledge("p", "FRA").partOf(joint).with(pledged(troops(3000)));
    assertThat(unlocks(CoverageQuestion.about(joint, part))).containsExactly(unlocks("X", "5000"));
  }

  @Test
  void gainIsWrittenInPlainDigits() {
    PledgeFixture half =
        pledge("a", "FRA").with(pledged(troops("2.5")).conditions("X").inPlace(troops("0.5")));
    assertThat(unlocks(CoverageQuestion.about(half))).containsExactly(unlocks("X", "2"));
  }
}
