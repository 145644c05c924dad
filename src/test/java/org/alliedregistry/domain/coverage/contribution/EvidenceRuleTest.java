package org.alliedregistry.domain.coverage.contribution;

import static org.alliedregistry.domain.reference.EvidenceGrade.REPORTED;
import static org.alliedregistry.domain.reference.EvidenceGrade.SPECULATIVE;
import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.alliedregistry.support.StatementFixture.that;
import static org.assertj.core.api.Assertions.assertThat;

import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.reference.PlaceOfEmployment;
import org.alliedregistry.support.Baselines;
import org.alliedregistry.support.CoverageQuestion;
import org.alliedregistry.support.PledgeFixture;
import org.junit.jupiter.api.Test;

class EvidenceRuleTest {

  private static PledgeFixture rumoured() {
    return pledge("a", "FRA")
        .with(pledged(troops(5000)).at(PlaceOfEmployment.ELSEWHERE).reported());
  }

  @Test
  void rumourCountsNothingAmongOfficialWords() {
    CoverageQuestion ask = CoverageQuestion.about(rumoured());
    assertThat(ask.counted()).isEqualTo(Interval.ZERO);
    assertThat(ask.reasons()).containsExactly(Reason.WEAK_EVIDENCE);
  }

  @Test
  void rumourCountsWhenRumoursAreAskedFor() {
    assertThat(CoverageQuestion.about(rumoured()).withEvidence(REPORTED).counted())
        .isEqualTo(exactly(5000));
    assertThat(CoverageQuestion.about(rumoured()).withEvidence(SPECULATIVE).reasons())
        .containsExactly(Reason.COUNTED);
  }

  @Test
  void weakEvidenceEndsTheQuestion() {
    CoverageQuestion inUkraine =
        CoverageQuestion.about(rumoured())
            .against(Baselines.in(Baselines.LAND, PlaceOfEmployment.IN_UKRAINE));
    assertThat(inUkraine.reasons()).containsExactly(Reason.WEAK_EVIDENCE);
    assertThat(inUkraine.withEvidence(REPORTED).reasons()).containsExactly(Reason.WRONG_PLACE);
  }

  @Test
  void officialWordWithoutAPositionIsHeardButBelowTheRung() {
    PledgeFixture halfHeard = rumoured().with(that().days(30));
    assertThat(CoverageQuestion.about(halfHeard).reasons()).containsExactly(Reason.BELOW_RUNG);
  }
}
