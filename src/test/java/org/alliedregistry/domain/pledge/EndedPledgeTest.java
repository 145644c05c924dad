package org.alliedregistry.domain.pledge;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.all;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.from;
import static org.alliedregistry.support.Sizes.range;
import static org.alliedregistry.support.Sizes.some;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.StatementFixture.considering;
import static org.alliedregistry.support.StatementFixture.declined;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.alliedregistry.support.StatementFixture.that;
import static org.alliedregistry.support.StatementFixture.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import org.alliedregistry.domain.pledge.statement.Position;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.PlaceOfEmployment;
import org.alliedregistry.support.PledgeFixture;
import org.junit.jupiter.api.Test;

class EndedPledgeTest {

  private static PledgeFixture given() {
    return pledge("a", "FRA")
        .with(
            pledged(troops(5000))
                .wording("a brigade")
                .committed(troops(3000))
                .conditions("X")
                .caveats("NON_COMBAT_ROLE")
                .at(PlaceOfEmployment.IN_UKRAINE)
                .from("2026-03-01")
                .until("2026-12-31")
                .days(30));
  }

  @Test
  void withdrawalTakesBackAmountCommitmentAndConditions() {
    PledgeFixture ended = given().with(withdrawn());
    Terms terms = ended.terms();
    assertThat(terms.amount().isSpoken()).isFalse();
    assertThat(terms.wording().isSpoken()).isFalse();
    assertThat(terms.committed().part().isSpoken()).isFalse();
    assertThat(terms.conditions().codes()).isEmpty();
    assertThat(terms.daysToInPlace().isSpoken()).isFalse();
    assertThat(ended.at(Rung.PLEDGED)).isEqualTo(Interval.ZERO);
    assertThat(ended.at(Rung.COMMITTED)).isEqualTo(Interval.ZERO);
    assertThat(ended.amounts().highest()).isEmpty();
  }

  @Test
  void whatIsInPlaceKeepsItsCaveatsAndItsFirstAndLastDay() {
    Terms terms = given().with(that().inPlace(troops(1000)), withdrawn()).terms();
    assertThat(terms.caveats().codes()).containsOnlyKeys("NON_COMBAT_ROLE");
    assertThat(terms.availableFrom().value()).isEqualTo("2026-03-01");
    assertThat(terms.availableUntil().value()).isEqualTo("2026-12-31");
  }

  @Test
  void promiseAfterAWithdrawalStatesItsOwnCaveatsAndDays() {
    Terms terms = given().with(withdrawn(), pledged(troops(10))).terms();
    assertThat(terms.caveats().codes()).isEmpty();
    assertThat(terms.availableUntil().isSpoken()).isFalse();
  }

  @Test
  void withdrawalLeavesWhatIsInPlaceAndItsPlace() {
    PledgeFixture ended = given().with(that().inPlace(troops(1000)), withdrawn());
    assertThat(ended.at(Rung.IN_PLACE)).isEqualTo(exactly(1000));
    assertThat(ended.at(Rung.PLEDGED)).isEqualTo(exactly(1000));
    assertThat(ended.terms().place().value()).isEqualTo(PlaceOfEmployment.IN_UKRAINE);
    assertThat(ended.amounts().highest()).contains(Rung.IN_PLACE);
  }

  @Test
  void whatIsInPlaceStaysUntilItIsBroughtHome() {
    PledgeFixture home =
        given().with(that().inPlace(troops(1000)), withdrawn(), that().inPlace(troops(0)));
    assertThat(home.at(Rung.PLEDGED)).isEqualTo(Interval.ZERO);
    assertThat(home.amounts().highest()).isEmpty();
  }

  @Test
  void allInPlaceIsStillAllOfTheAmountThatEnded() {
    PledgeFixture ended = given().with(that().inPlace(all()), withdrawn());
    assertThat(ended.at(Rung.IN_PLACE)).isEqualTo(exactly(5000));
  }

  @Test
  void someInPlaceIsStillSomeOfTheAmountThatEnded() {
    PledgeFixture ended = given().with(that().inPlace(some()), withdrawn());
    assertThat(ended.at(Rung.IN_PLACE)).isEqualTo(range(0, 5000));
  }

  @Test
  void newPledgeAfterAWithdrawalStartsAfresh() {
    PledgeFixture afresh = given().with(withdrawn(), pledged(troops(800)));
    assertThat(afresh.at(Rung.PLEDGED)).isEqualTo(exactly(800));
    assertThat(afresh.at(Rung.COMMITTED)).isEqualTo(Interval.ZERO);
    assertThat(afresh.terms().conditions().codes()).isEmpty();
    assertThat(given().with(declined(), pledged()).at(Rung.PLEDGED)).isEqualTo(from(0));
  }

  @Test
  void lastOfSeveralEndingsCounts() {
    PledgeFixture twice =
        given().with(declined(), pledged(troops(800)), withdrawn(), considering());
    assertThat(twice.terms().amount().isSpoken()).isFalse();
    assertThat(twice.at(Rung.CONSIDERING)).isEqualTo(Interval.UNBOUNDED);
  }

  @Test
  void refusalByWeakerEvidenceDoesNotEnd() {
    PledgeFixture rumoured = given().with(declined().reported());
    assertThat(rumoured.at(Rung.PLEDGED)).isEqualTo(exactly(5000));
    assertThat(rumoured.terms().positionOrNull()).isEqualTo(Position.PLEDGED);
    assertThat(rumoured.terms().disputed()).isTrue();
  }

  @Test
  void endingOnTheStrongestEvidenceHoldsAgainstALaterRumour() {
    PledgeFixture rumoured = given().with(withdrawn(), pledged(troops(800)).reported());
    assertThat(rumoured.terms().positionOrNull()).isEqualTo(Position.WITHDRAWN);
    assertThat(rumoured.at(Rung.PLEDGED)).isEqualTo(Interval.ZERO);
  }

  @Test
  void whatThePressSaidBeforeTheEndingNoLongerCountsEither() {
    PledgeFixture ended =
        pledge("a", "FRA")
            .with(that().committed(troops(3000)).reported(), pledged(), withdrawn(), pledged());
    assertThat(ended.terms().committed().part().isSpoken()).isFalse();
  }

  @Test
  void laterCommitmentWithoutANewPositionIsHeard() {
    PledgeFixture later = given().with(withdrawn(), that().committed(troops(400)));
    assertThat(later.at(Rung.COMMITTED)).isEqualTo(exactly(400));
    assertThat(later.at(Rung.PLEDGED)).isEqualTo(exactly(400));
  }

  @Test
  void rumouredPledgeThatARumourEndsIsEnded() {
    PledgeFixture ended =
        pledge("a", "FRA").with(pledged(troops(5000)).reported(), declined().reported());
    assertThat(ended.at(Rung.PLEDGED)).isEqualTo(Interval.ZERO);
    assertThat(ended.terms().evidence()).isEqualTo(EvidenceGrade.REPORTED);
  }
}
