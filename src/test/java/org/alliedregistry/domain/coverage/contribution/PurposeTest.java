package org.alliedregistry.domain.coverage.contribution;

import static org.alliedregistry.support.Given.pledge;
import static org.alliedregistry.support.Say.declined;
import static org.alliedregistry.support.Say.pledged;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.troops;
import static org.assertj.core.api.Assertions.assertThat;

import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.reference.Purpose;
import org.alliedregistry.support.Ask;
import org.alliedregistry.support.Baselines;
import org.alliedregistry.support.GivenPledge;
import org.alliedregistry.support.Say;
import org.junit.jupiter.api.Test;

class PurposeTest {

  private static GivenPledge aid(Say... said) {
    return pledge("a", "FRA").purpose(Purpose.AID_TO_UKRAINE).says(said);
  }

  @Test
  void purchaseForUkraineNeverCountsTowardTheForce() {
    Ask ask = Ask.about(aid(pledged(troops(5000)).inPlace(troops(5000))));
    assertThat(ask.counted()).isEqualTo(Interval.ZERO);
    assertThat(ask.reasons()).containsExactly(Reason.WRONG_PURPOSE);
  }

  @Test
  void requirementThatNamesNoPurposeAcceptsAny() {
    Ask ask = Ask.about(aid(pledged(troops(5000))));
    assertThat(ask.against(Baselines.anyPurpose(Baselines.LAND)).counted())
        .isEqualTo(exactly(5000));
  }

  @Test
  void wrongPurposeEndsTheQuestion() {
    assertThat(Ask.about(aid(pledged().reported())).reasons())
        .containsExactly(Reason.WRONG_PURPOSE);
    assertThat(Ask.about(aid(declined())).reasons()).containsExactly(Reason.WRONG_PURPOSE);
  }
}
