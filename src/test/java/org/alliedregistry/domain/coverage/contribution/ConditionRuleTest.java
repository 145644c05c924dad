package org.alliedregistry.domain.coverage.contribution;

import static org.alliedregistry.support.Fixtures.condition;
import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.all;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.range;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.alliedregistry.support.StatementFixture.that;
import static org.assertj.core.api.Assertions.assertThat;

import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.reference.Condition.State;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.support.CoverageQuestion;
import org.alliedregistry.support.PledgeFixture;
import org.junit.jupiter.api.Test;

class ConditionRuleTest {

  private static PledgeFixture fra() {
    return pledge("a", "FRA").with(pledged(troops(5000)).conditions("X"));
  }

  private static PledgeFixture partlyThere() {
    return fra().with(that().inPlace(troops(1000)));
  }

  @Test
  void openConditionLeavesNothingCertain() {
    CoverageQuestion ask = CoverageQuestion.about(fra());
    assertThat(ask.counted()).isEqualTo(range(0, 5000));
    assertThat(ask.reasons()).containsExactly(Reason.CONDITION_OPEN);
  }

  @Test
  void metConditionIsNoReservation() {
    CoverageQuestion ask = CoverageQuestion.about(fra()).given(condition("X").met());
    assertThat(ask.counted()).isEqualTo(exactly(5000));
    assertThat(ask.reasons()).containsExactly(Reason.COUNTED);
  }

  @Test
  void failedConditionLeavesNothing() {
    CoverageQuestion ask = CoverageQuestion.about(fra()).given(condition("X").failed());
    assertThat(ask.counted()).isEqualTo(Interval.ZERO);
    assertThat(ask.reasons()).containsExactly(Reason.CONDITION_FAILED);
  }

  @Test
  void whatIsInPlaceStaysCertain() {
    assertThat(CoverageQuestion.about(partlyThere()).counted()).isEqualTo(range(1000, 5000));
    assertThat(CoverageQuestion.about(partlyThere()).deny("X").counted()).isEqualTo(exactly(1000));
  }

  @Test
  void whereAllIsInPlaceConditionsNoLongerMatter() {
    CoverageQuestion ask = CoverageQuestion.about(fra().with(that().inPlace(all()))).deny("X");
    assertThat(ask.counted()).isEqualTo(exactly(5000));
    assertThat(ask.reasons()).containsExactly(Reason.COUNTED);
    assertThat(ask.land().conditions()).isEmpty();
  }

  @Test
  void oneFailedConditionSilencesTheOpenOnes() {
    CoverageQuestion ask =
        CoverageQuestion.about(partlyThere().with(that().conditions("Y"))).deny("X");
    assertThat(ask.reasons()).containsExactly(Reason.CONDITION_FAILED);
    assertThat(ask.counted()).isEqualTo(exactly(1000));
  }

  @Test
  void oneOpenConditionIsEnough() {
    CoverageQuestion ask = CoverageQuestion.about(fra().with(that().conditions("Y"))).assume("X");
    assertThat(ask.counted()).isEqualTo(range(0, 5000));
  }

  @Test
  void stateHoldsFromItsDayOnAndOnTheEvidenceAskedFor() {
    CoverageQuestion ask = CoverageQuestion.about(fra()).given(condition("X").open().met());
    assertThat(ask.validAt("2026-01-01").counted()).isEqualTo(range(0, 5000));
    assertThat(ask.validAt("2026-01-02").counted()).isEqualTo(exactly(5000));
    CoverageQuestion rumour =
        CoverageQuestion.about(fra())
            .given(condition("X").with(State.MET, null, EvidenceGrade.REPORTED, null));
    assertThat(rumour.counted()).isEqualTo(range(0, 5000));
    assertThat(rumour.withEvidence(EvidenceGrade.REPORTED).counted()).isEqualTo(exactly(5000));
  }

  @Test
  void assumingAndDenyingStandAboveWhatIsRecorded() {
    assertThat(CoverageQuestion.about(fra()).given(condition("X").failed()).assume("X").counted())
        .isEqualTo(exactly(5000));
    assertThat(CoverageQuestion.about(fra()).given(condition("X").met()).deny("X").counted())
        .isEqualTo(Interval.ZERO);
  }

  @Test
  void moreSpecificAssumptionWins() {
    CoverageQuestion ask =
        CoverageQuestion.about(fra(), pledge("b", "GBR").with(pledged(troops(300)).conditions("X")))
            .assume("X")
            .deny("X@GBR");
    assertThat(ask.counted()).isEqualTo(exactly(5000));
    assertThat(ask.line("b").reasons()).containsExactly(Reason.CONDITION_FAILED);
    assertThat(ask.line("b").conditions()).containsEntry("X", State.FAILED);
  }

  @Test
  void oneParliamentsVoteIsNotAnothers() {
    CoverageQuestion ask =
        CoverageQuestion.about(fra(), pledge("b", "GBR").with(pledged(troops(300)).conditions("X")))
            .given(condition("X").perAlly().met("FRA"));
    assertThat(ask.counted()).isEqualTo(range(5000, 5300));
  }

  @Test
  void jointPledgeNeedsTheVoteOfAllItsAllies() {
    PledgeFixture joint = pledge("j", "FRA", "GBR").with(pledged(troops(900)).conditions("X"));
    assertThat(CoverageQuestion.about(joint).given(condition("X").perAlly().met("FRA")).reasons())
        .containsExactly(Reason.CONDITION_OPEN);
    assertThat(
            CoverageQuestion.about(joint)
                .given(condition("X").perAlly().met("FRA").met("GBR"))
                .reasons())
        .containsExactly(Reason.COUNTED);
    assertThat(
            CoverageQuestion.about(joint)
                .given(condition("X").perAlly().met("FRA").failed("GBR"))
                .reasons())
        .containsExactly(Reason.CONDITION_FAILED);
  }

  @Test
  void partStandsUnderItsWholesConditionForItsOwnAlly() {
    PledgeFixture joint = pledge("j", "FRA", "GBR").with(pledged(troops(900)).conditions("X"));
    PledgeFixture part = pledge("p", "FRA").partOf(joint).with(pledged(troops(400)));
    CoverageQuestion ask =
        CoverageQuestion.about(joint, part).given(condition("X").perAlly().met("FRA"));
    assertThat(ask.line("p").reasons()).containsExactly(Reason.COUNTED);
    assertThat(ask.counted()).isEqualTo(range(400, 900));
  }
}
