package org.alliedregistry.domain.coverage.contribution;

import static org.alliedregistry.support.Given.pledge;
import static org.alliedregistry.support.Say.pledged;
import static org.alliedregistry.support.Sizes.all;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.range;
import static org.alliedregistry.support.Sizes.troops;
import static org.assertj.core.api.Assertions.assertThat;

import org.alliedregistry.domain.pledge.FieldValue;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.reference.PlaceOfEmployment;
import org.alliedregistry.support.Ask;
import org.alliedregistry.support.Baselines;
import org.alliedregistry.support.Say;
import org.junit.jupiter.api.Test;

class PlaceTest {

  private static Ask inUkraine(Say said) {
    return Ask.about(pledge("a", "FRA").says(said))
        .against(Baselines.in(Baselines.LAND, PlaceOfEmployment.IN_UKRAINE));
  }

  private static Say promise() {
    return pledged(troops(5000));
  }

  @Test
  void nextDoorIsNotInCountry() {
    Ask ask = inUkraine(promise().at(PlaceOfEmployment.NEIGHBOURING_STATE));
    assertThat(ask.counted()).isEqualTo(Interval.ZERO);
    assertThat(ask.reasons()).containsExactly(Reason.WRONG_PLACE);
  }

  @Test
  void nextDoorCountsWhereTheRequirementAcceptsIt() {
    Ask ask = inUkraine(promise().at(PlaceOfEmployment.NEIGHBOURING_STATE));
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
    Ask ask = inUkraine(promise());
    assertThat(ask.counted()).isEqualTo(range(0, 5000));
    assertThat(ask.reasons()).containsExactly(Reason.PLACE_UNKNOWN);
    assertThat(inUkraine(promise().place(FieldValue.<PlaceOfEmployment>none())).counted())
        .isEqualTo(range(0, 5000));
  }

  @Test
  void unknownPlaceTouchesWhatIsInPlace() {
    assertThat(inUkraine(promise().inPlace(all())).counted()).isEqualTo(range(0, 5000));
  }

  @Test
  void unknownPlaceOfWhatAFailedConditionLeaves() {
    Ask ask = inUkraine(promise().inPlace(troops(1000)).conditions("X")).deny("X");
    assertThat(ask.counted()).isEqualTo(range(0, 1000));
    assertThat(ask.reasons()).containsExactly(Reason.CONDITION_FAILED, Reason.PLACE_UNKNOWN);
  }

  @Test
  void whereNoPlaceIsNamedAnUnknownOneIsNoMatter() {
    assertThat(inUkraine(promise()).against(Baselines.LAND).reasons())
        .containsExactly(Reason.COUNTED);
  }
}
