package org.alliedregistry.domain.coverage.contribution;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.all;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.range;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.assertj.core.api.Assertions.assertThat;

import org.alliedregistry.domain.pledge.statement.FieldValue;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.reference.PlaceOfEmployment;
import org.alliedregistry.support.Baselines;
import org.alliedregistry.support.CoverageQuestion;
import org.alliedregistry.support.StatementFixture;
import org.junit.jupiter.api.Test;

class PlaceRuleTest {

  private static CoverageQuestion inUkraine(StatementFixture statement) {
    return CoverageQuestion.about(pledge("a", "FRA").with(statement))
        .against(Baselines.in(Baselines.LAND, PlaceOfEmployment.IN_UKRAINE));
  }

  private static StatementFixture promise() {
    return pledged(troops(5000));
  }

  @Test
  void nextDoorIsNotInCountry() {
    CoverageQuestion ask = inUkraine(promise().at(PlaceOfEmployment.NEIGHBOURING_STATE));
    assertThat(ask.counted()).isEqualTo(Interval.ZERO);
    assertThat(ask.reasons()).containsExactly(Reason.WRONG_PLACE);
  }

  @Test
  void nextDoorCountsWhereTheRequirementAcceptsIt() {
    CoverageQuestion ask = inUkraine(promise().at(PlaceOfEmployment.NEIGHBOURING_STATE));
    assertThat(
            ask.against(
                    Baselines.in(
                        Baselines.LAND,
                        PlaceOfEmployment.IN_UKRAINE,
                        PlaceOfEmployment.NEIGHBOURING_STATE))
                .counted())
        .isEqualTo(exactly(5000));
    assertThat(ask.against(Baselines.LAND).reasons()).containsExactly(Reason.COUNTED);
  }

  @Test
  void wrongPlaceTouchesWhatIsInPlace() {
    assertThat(inUkraine(promise().inPlace(all()).at(PlaceOfEmployment.ELSEWHERE)).counted())
        .isEqualTo(Interval.ZERO);
  }

  @Test
  void wrongPlaceEndsTheQuestion() {
    assertThat(
            inUkraine(promise().at(PlaceOfEmployment.ELSEWHERE).conditions("X"))
                .deny("X")
                .reasons())
        .containsExactly(Reason.WRONG_PLACE);
  }

  @Test
  void unknownPlaceLeavesNothingCertain() {
    CoverageQuestion ask = inUkraine(promise());
    assertThat(ask.counted()).isEqualTo(range(0, 5000));
    assertThat(ask.reasons()).containsExactly(Reason.PLACE_UNKNOWN);
    assertThat(inUkraine(promise().place(FieldValue.<PlaceOfEmployment>explicitNull())).counted())
        .isEqualTo(range(0, 5000));
  }

  @Test
  void unknownPlaceTouchesWhatIsInPlace() {
    assertThat(inUkraine(promise().inPlace(all())).counted()).isEqualTo(range(0, 5000));
  }

  @Test
  void unknownPlaceOfWhatAFailedConditionLeaves() {
    CoverageQuestion ask = inUkraine(promise().inPlace(troops(1000)).conditions("X")).deny("X");
    assertThat(ask.counted()).isEqualTo(range(0, 1000));
    assertThat(ask.reasons()).containsExactly(Reason.CONDITION_FAILED, Reason.PLACE_UNKNOWN);
  }

  @Test
  void whereNoPlaceIsNamedAnUnknownOneIsNoMatter() {
    assertThat(inUkraine(promise()).against(Baselines.LAND).reasons())
        .containsExactly(Reason.COUNTED);
  }
}
