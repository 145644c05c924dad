package org.alliedregistry.domain.coverage.contribution;

import static org.alliedregistry.domain.reference.EvidenceGrade.REPORTED;
import static org.alliedregistry.domain.reference.EvidenceGrade.SPECULATIVE;
import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.all;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.from;
import static org.alliedregistry.support.Sizes.of;
import static org.alliedregistry.support.Sizes.range;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.Sizes.upTo;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.alliedregistry.support.StatementFixture.that;
import static org.assertj.core.api.Assertions.assertThat;

import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.reference.PlaceOfEmployment;
import org.alliedregistry.support.Baselines;
import org.alliedregistry.support.CoverageQuestion;
import org.alliedregistry.support.StatementFixture;
import org.junit.jupiter.api.Test;

class AmountReasonsTest {

  private static CoverageQuestion fra(StatementFixture... statement) {
    return CoverageQuestion.about(pledge("a", "FRA").with(statement)).withEvidence(REPORTED);
  }

  @Test
  void pledgeWithoutANumberIsUnquantified() {
    assertThat(fra(pledged()).counted()).isEqualTo(Interval.UNBOUNDED);
    assertThat(fra(pledged()).reasons()).containsExactly(Reason.UNQUANTIFIED);
    assertThat(fra(pledged().noAmount()).reasons()).containsExactly(Reason.UNQUANTIFIED);
  }

  @Test
  void unitWithoutPlanningFactorIsNamed() {
    assertThat(fra(pledged(of(2, "flotilla"))).counted()).isEqualTo(Interval.UNBOUNDED);
    assertThat(fra(pledged(of(2, "flotilla"))).reasons())
        .containsExactly(Reason.NO_PLANNING_FACTOR);
  }

  @Test
  void amountThatIsNotUsedIsNotNamed() {
    CoverageQuestion ask = fra(pledged().committed(troops(3000)));
    assertThat(ask.at(Rung.COMMITTED).reasons()).containsExactly(Reason.COUNTED);
    CoverageQuestion failed = fra(pledged().inPlace(troops(1000)).conditions("X")).deny("X");
    assertThat(failed.counted()).isEqualTo(exactly(1000));
    assertThat(failed.reasons()).containsExactly(Reason.CONDITION_FAILED);
  }

  @Test
  void partWithoutPlanningFactorOfAStatedAmountIsNot() {
    assertThat(fra(pledged(troops(5000)).committed(of(2, "flotilla"))).at(Rung.COMMITTED).reasons())
        .containsExactly(Reason.COUNTED);
  }

  @Test
  void onlyPledgesOfWhichNoNumberWasStatedAreUnquantified() {
    CoverageQuestion ask =
        CoverageQuestion.about(
            pledge("1", "GBR").with(pledged().wording("several thousand")),
            pledge("2", "FRA").with(pledged(troops(5000))),
            pledge("3", "EST").with(pledged(of(2, "flotilla"))));
    assertThat(ask.land().unquantified())
        .extracting(line -> line.state().pledge().id())
        .containsExactly("1");
  }

  @Test
  void numberFromThePressUnderAnOfficialPledgeIsWeaker() {
    CoverageQuestion ask = fra(pledged(), that().amount(troops(5000)).reported());
    assertThat(ask.counted()).isEqualTo(exactly(5000));
    assertThat(ask.reasons()).containsExactly(Reason.WEAKER_AMOUNT);
  }

  @Test
  void numberAsGoodAsThePositionIsNot() {
    assertThat(fra(pledged(troops(5000)).reported()).reasons()).containsExactly(Reason.COUNTED);
    assertThat(fra(pledged().reported(), that().amount(troops(5000))).reasons())
        .containsExactly(Reason.COUNTED);
  }

  @Test
  void partFromThePressIsWeakerOnlyWhereItIsUsed() {
    CoverageQuestion ask = fra(pledged(troops(5000)), that().committed(troops(3000)).reported());
    assertThat(ask.reasons()).containsExactly(Reason.COUNTED);
    assertThat(ask.at(Rung.COMMITTED).reasons()).containsExactly(Reason.WEAKER_AMOUNT);
  }

  @Test
  void partThatRaisesOneBoundIsUsed() {
    CoverageQuestion ask = fra(pledged(upTo(5000)), that().committed(troops(3000)).reported());
    assertThat(ask.counted()).isEqualTo(range(3000, 5000));
    assertThat(ask.reasons()).containsExactly(Reason.WEAKER_AMOUNT);
  }

  @Test
  void allOfAnAmountRestsOnBothWords() {
    CoverageQuestion ask =
        fra(pledged(), that().amount(troops(5000)).reported(), that().inPlace(all()));
    assertThat(ask.at(Rung.IN_PLACE).reasons()).containsExactly(Reason.WEAKER_AMOUNT);
    CoverageQuestion other = fra(pledged(troops(5000)), that().inPlace(all()).reported());
    assertThat(other.at(Rung.IN_PLACE).reasons()).containsExactly(Reason.WEAKER_AMOUNT);
    assertThat(other.at(Rung.PLEDGED).reasons()).containsExactly(Reason.COUNTED);
  }

  @Test
  void whatThePressSaysIsInPlaceIsUsedWhereItIsAllThatIsCertain() {
    CoverageQuestion ask =
        fra(pledged(troops(5000)).conditions("X"), that().inPlace(troops(1000)).reported());
    assertThat(ask.counted()).isEqualTo(range(1000, 5000));
    assertThat(ask.reasons()).containsExactly(Reason.CONDITION_OPEN, Reason.WEAKER_AMOUNT);
  }

  @Test
  void certainAmountThatAnUnknownPlaceTakesAwayIsNotUsed() {
    CoverageQuestion ask =
        fra(pledged(upTo(5000)), that().committed(troops(3000)).reported())
            .against(Baselines.in(Baselines.LAND, PlaceOfEmployment.IN_UKRAINE));
    assertThat(ask.counted()).isEqualTo(range(0, 5000));
    assertThat(ask.reasons()).containsExactly(Reason.PLACE_UNKNOWN);
  }

  @Test
  void nothingInPlaceRestsOnNoWord() {
    CoverageQuestion ask =
        fra(pledged(troops(5000)).conditions("X"), that().inPlace(upTo(900)).reported());
    assertThat(ask.counted()).isEqualTo(range(0, 5000));
    assertThat(ask.reasons()).containsExactly(Reason.CONDITION_OPEN);
  }

  @Test
  void olderAmountWithoutPlanningFactorIsNamedWhereItIsStillUsed() {
    CoverageQuestion ask =
        fra(pledged(of(2, "flotilla")).committed(all()), that().amount(troops(5000)));
    assertThat(ask.counted()).isEqualTo(from(5000));
    assertThat(ask.reasons()).containsExactly(Reason.NO_PLANNING_FACTOR);
  }

  @Test
  void ceilingFromThePressOverAnOfficialFloorIsWeaker() {
    CoverageQuestion ask =
        fra(pledged().committed(troops(3000)), that().amount(upTo(9000)).reported());
    assertThat(ask.counted()).isEqualTo(range(3000, 9000));
    assertThat(ask.reasons()).containsExactly(Reason.WEAKER_AMOUNT);
  }

  @Test
  void gradeIsHeldAgainstThePositionNotAgainstWhatIsAsked() {
    CoverageQuestion ask = fra(pledged(troops(5000)).reported()).withEvidence(SPECULATIVE);
    assertThat(ask.reasons()).containsExactly(Reason.COUNTED);
    CoverageQuestion weaker =
        fra(pledged().reported(), that().amount(troops(5000)).by(SPECULATIVE))
            .withEvidence(SPECULATIVE);
    assertThat(weaker.reasons()).containsExactly(Reason.WEAKER_AMOUNT);
  }
}
