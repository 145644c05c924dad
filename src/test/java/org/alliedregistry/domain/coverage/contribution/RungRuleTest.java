package org.alliedregistry.domain.coverage.contribution;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.range;
import static org.alliedregistry.support.Sizes.some;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.StatementFixture.considering;
import static org.alliedregistry.support.StatementFixture.declined;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.alliedregistry.support.StatementFixture.that;
import static org.alliedregistry.support.StatementFixture.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.support.CoverageQuestion;
import org.alliedregistry.support.StatementFixture;
import org.junit.jupiter.api.Test;

class RungRuleTest {

  private static CoverageQuestion fra(StatementFixture... statement) {
    return CoverageQuestion.about(pledge("a", "FRA").with(statement));
  }

  @Test
  void refusalIsNamed() {
    assertThat(fra(declined()).reasons()).containsExactly(Reason.DECLINED);
    assertThat(fra(declined()).at(Rung.CONSIDERING).reasons()).containsExactly(Reason.DECLINED);
    assertThat(fra(declined()).counted()).isEqualTo(Interval.ZERO);
  }

  @Test
  void withdrawalIsNamed() {
    assertThat(fra(pledged(troops(5000)), withdrawn()).reasons()).containsExactly(Reason.WITHDRAWN);
  }

  @Test
  void hesitationIsNamedAboveItsRung() {
    assertThat(fra(considering(troops(5000))).reasons()).containsExactly(Reason.CONSIDERING);
    assertThat(fra(considering(troops(5000))).at(Rung.IN_PLACE).reasons())
        .containsExactly(Reason.CONSIDERING);
    assertThat(fra(considering(troops(5000))).at(Rung.CONSIDERING).reasons())
        .containsExactly(Reason.COUNTED);
  }

  @Test
  void promiseThatHasNotComeSoFarIsBelowTheRung() {
    CoverageQuestion ask = fra(pledged(troops(5000)).committed(troops(3000)));
    assertThat(ask.at(Rung.ALLOCATED).reasons()).containsExactly(Reason.BELOW_RUNG);
    assertThat(ask.at(Rung.ALLOCATED).counted()).isEqualTo(Interval.ZERO);
    assertThat(ask.at(Rung.COMMITTED).counted()).isEqualTo(exactly(3000));
    assertThat(ask.at(Rung.PLEDGED).counted()).isEqualTo(exactly(5000));
  }

  @Test
  void someCommittedHasComeSoFar() {
    assertThat(fra(pledged(troops(5000)).committed(some())).at(Rung.COMMITTED).counted())
        .isEqualTo(range(0, 5000));
  }

  @Test
  void whatIsInPlaceCountsAfterAWithdrawal() {
    CoverageQuestion ask = fra(pledged(troops(5000)).inPlace(troops(1000)), withdrawn());
    assertThat(ask.counted()).isEqualTo(exactly(1000));
    assertThat(ask.reasons()).containsExactly(Reason.COUNTED);
    assertThat(ask.at(Rung.IN_PLACE).counted()).isEqualTo(exactly(1000));
  }

  @Test
  void broughtHomeAfterAWithdrawalIsWithdrawn() {
    assertThat(
            fra(pledged(troops(5000)).inPlace(troops(1000)), withdrawn(), that().inPlace(troops(0)))
                .reasons())
        .containsExactly(Reason.WITHDRAWN);
  }

  @Test
  void rungThatIsNotReachedEndsTheQuestion() {
    assertThat(fra(considering(troops(5000)).until("2026-02-01")).reasons())
        .containsExactly(Reason.CONSIDERING);
    assertThat(fra(pledged(troops(5000)).conditions("X")).deny("X").at(Rung.IN_PLACE).reasons())
        .containsExactly(Reason.BELOW_RUNG);
  }

  @Test
  void everyRungIsShownWhateverIsAsked() {
    CoverageQuestion ask = fra(pledged(troops(5000)).committed(troops(3000)).inPlace(troops(1000)));
    assertThat(ask.at(Rung.IN_PLACE).land().byRung())
        .containsEntry(Rung.PLEDGED, exactly(5000))
        .containsEntry(Rung.COMMITTED, exactly(3000))
        .containsEntry(Rung.ALLOCATED, exactly(1000))
        .containsEntry(Rung.IN_PLACE, exactly(1000))
        .hasSize(4);
  }

  @Test
  void promiseOfNothingIsStillAPromise() {
    assertThat(fra(pledged(troops(0))).reasons()).containsExactly(Reason.COUNTED);
    assertThat(fra(pledged(troops(0))).counted()).isEqualTo(Interval.ZERO);
    assertThat(fra(pledged(troops(0)).committed(troops(0))).at(Rung.COMMITTED).reasons())
        .containsExactly(Reason.BELOW_RUNG);
  }
}
