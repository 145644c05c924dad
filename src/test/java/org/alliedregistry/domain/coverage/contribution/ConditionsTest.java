package org.alliedregistry.domain.coverage.contribution;

import static org.alliedregistry.support.Given.condition;
import static org.alliedregistry.support.Given.pledge;
import static org.alliedregistry.support.Say.pledged;
import static org.alliedregistry.support.Say.that;
import static org.alliedregistry.support.Sizes.all;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.range;
import static org.alliedregistry.support.Sizes.troops;
import static org.assertj.core.api.Assertions.assertThat;

import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.reference.Condition.State;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.support.Ask;
import org.alliedregistry.support.GivenPledge;
import org.junit.jupiter.api.Test;

class ConditionsTest {

  private static GivenPledge fra() {
    return pledge("a", "FRA").says(pledged(troops(5000)).conditions("X"));
  }

  private static GivenPledge partlyThere() {
    return fra().says(that().inPlace(troops(1000)));
  }

  @Test
  void openConditionLeavesNothingCertain() {
    Ask ask = Ask.about(fra());
    assertThat(ask.counted()).isEqualTo(range(0, 5000));
    assertThat(ask.reasons()).containsExactly(Reason.CONDITION_OPEN);
  }

  @Test
  void metConditionIsNoReservation() {
    Ask ask = Ask.about(fra()).given(condition("X").met());
    assertThat(ask.counted()).isEqualTo(exactly(5000));
    assertThat(ask.reasons()).containsExactly(Reason.COUNTED);
  }

  @Test
  void failedConditionLeavesNothing() {
    Ask ask = Ask.about(fra()).given(condition("X").failed());
    assertThat(ask.counted()).isEqualTo(Interval.ZERO);
    assertThat(ask.reasons()).containsExactly(Reason.CONDITION_FAILED);
  }

  @Test
  void whatIsInPlaceStaysCertain() {
    assertThat(Ask.about(partlyThere()).counted()).isEqualTo(range(1000, 5000));
    assertThat(Ask.about(partlyThere()).deny("X").counted()).isEqualTo(exactly(1000));
  }

  @Test
  void whereAllIsInPlaceConditionsNoLongerMatter() {
    Ask ask = Ask.about(fra().says(that().inPlace(all()))).deny("X");
    assertThat(ask.counted()).isEqualTo(exactly(5000));
    assertThat(ask.reasons()).containsExactly(Reason.COUNTED);
    assertThat(ask.land().conditions()).isEmpty();
  }

  @Test
  void oneFailedConditionSilencesTheOpenOnes() {
    Ask ask = Ask.about(partlyThere().says(that().conditions("Y"))).deny("X");
    assertThat(ask.reasons()).containsExactly(Reason.CONDITION_FAILED);
    assertThat(ask.counted()).isEqualTo(exactly(1000));
  }

  @Test
  void oneOpenConditionIsEnough() {
    Ask ask = Ask.about(fra().says(that().conditions("Y"))).assume("X");
    assertThat(ask.counted()).isEqualTo(range(0, 5000));
  }

  @Test
  void stateHoldsFromItsDayOnAndOnTheEvidenceAskedFor() {
    Ask ask = Ask.about(fra()).given(condition("X").open().met());
    assertThat(ask.validAt("2026-01-01").counted()).isEqualTo(range(0, 5000));
    assertThat(ask.validAt("2026-01-02").counted()).isEqualTo(exactly(5000));
    Ask rumour =
        Ask.about(fra()).given(condition("X").says(State.MET, null, EvidenceGrade.REPORTED, null));
    assertThat(rumour.counted()).isEqualTo(range(0, 5000));
    assertThat(rumour.hearing(EvidenceGrade.REPORTED).counted()).isEqualTo(exactly(5000));
  }

  @Test
  void assumingAndDenyingStandAboveWhatIsRecorded() {
    assertThat(Ask.about(fra()).given(condition("X").failed()).assume("X").counted())
        .isEqualTo(exactly(5000));
    assertThat(Ask.about(fra()).given(condition("X").met()).deny("X").counted())
        .isEqualTo(Interval.ZERO);
  }

  @Test
  void moreSpecificAssumptionWins() {
    Ask ask =
        Ask.about(fra(), pledge("b", "GBR").says(pledged(troops(300)).conditions("X")))
            .assume("X")
            .deny("X@GBR");
    assertThat(ask.counted()).isEqualTo(exactly(5000));
    assertThat(ask.line("b").reasons()).containsExactly(Reason.CONDITION_FAILED);
    assertThat(ask.line("b").conditions()).containsEntry("X", State.FAILED);
  }

  @Test
  void oneParliamentsVoteIsNotAnothers() {
    Ask ask =
        Ask.about(fra(), pledge("b", "GBR").says(pledged(troops(300)).conditions("X")))
            .given(condition("X").perAlly().met("FRA"));
    assertThat(ask.counted()).isEqualTo(range(5000, 5300));
  }

  @Test
  void jointPledgeNeedsTheVoteOfAllItsAllies() {
    GivenPledge joint = pledge("j", "FRA", "GBR").says(pledged(troops(900)).conditions("X"));
    assertThat(Ask.about(joint).given(condition("X").perAlly().met("FRA")).reasons())
        .containsExactly(Reason.CONDITION_OPEN);
    assertThat(Ask.about(joint).given(condition("X").perAlly().met("FRA").met("GBR")).reasons())
        .containsExactly(Reason.COUNTED);
    assertThat(Ask.about(joint).given(condition("X").perAlly().met("FRA").failed("GBR")).reasons())
        .containsExactly(Reason.CONDITION_FAILED);
  }

  @Test
  void partStandsUnderItsWholesConditionForItsOwnAlly() {
    GivenPledge joint = pledge("j", "FRA", "GBR").says(pledged(troops(900)).conditions("X"));
    GivenPledge part = pledge("p", "FRA").partOf(joint).says(pledged(troops(400)));
    Ask ask = Ask.about(joint, part).given(condition("X").perAlly().met("FRA"));
    assertThat(ask.line("p").reasons()).containsExactly(Reason.COUNTED);
    assertThat(ask.counted()).isEqualTo(range(400, 900));
  }
}
