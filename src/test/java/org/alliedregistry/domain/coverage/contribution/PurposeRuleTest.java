package org.alliedregistry.domain.coverage.contribution;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.StatementFixture.declined;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.assertj.core.api.Assertions.assertThat;

import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.reference.Purpose;
import org.alliedregistry.support.Baselines;
import org.alliedregistry.support.CoverageQuestion;
import org.alliedregistry.support.PledgeFixture;
import org.alliedregistry.support.StatementFixture;
import org.junit.jupiter.api.Test;

class PurposeRuleTest {

  private static PledgeFixture aid(StatementFixture... statement) {
    return pledge("a", "FRA").purpose(Purpose.AID_TO_UKRAINE).with(statement);
  }

  @Test
  void purchaseForUkraineNeverCountsTowardTheForce() {
    CoverageQuestion ask = CoverageQuestion.about(aid(pledged(troops(5000)).inPlace(troops(5000))));
    assertThat(ask.counted()).isEqualTo(Interval.ZERO);
    assertThat(ask.reasons()).containsExactly(Reason.WRONG_PURPOSE);
  }

  @Test
  void requirementThatNamesNoPurposeAcceptsAny() {
    CoverageQuestion ask = CoverageQuestion.about(aid(pledged(troops(5000))));
    assertThat(ask.against(Baselines.anyPurpose(Baselines.LAND)).counted())
        .isEqualTo(exactly(5000));
  }

  @Test
  void wrongPurposeEndsTheQuestion() {
    assertThat(CoverageQuestion.about(aid(pledged().reported())).reasons())
        .containsExactly(Reason.WRONG_PURPOSE);
    assertThat(CoverageQuestion.about(aid(declined())).reasons())
        .containsExactly(Reason.WRONG_PURPOSE);
  }
}
