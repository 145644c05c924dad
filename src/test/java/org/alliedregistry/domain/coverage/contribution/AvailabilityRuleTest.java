package org.alliedregistry.domain.coverage.contribution;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.all;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.range;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.alliedregistry.domain.pledge.statement.FieldValue;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.support.CoverageQuestion;
import org.alliedregistry.support.StatementFixture;
import org.junit.jupiter.api.Test;

class AvailabilityRuleTest {

  private static CoverageQuestion fra(StatementFixture statement) {
    return CoverageQuestion.about(pledge("a", "FRA").with(statement));
  }

  private static StatementFixture promise() {
    return pledged(troops(5000));
  }

  private static StatementFixture partlyThere() {
    return promise().inPlace(troops(1000));
  }

  @Test
  void promiseCountsFromTheDayItIsSaidUnlessADayIsAskedAbout() {
    assertThat(fra(promise().from("2027-01-01")).reasons()).containsExactly(Reason.COUNTED);
    assertThat(fra(promise()).reasons()).containsExactly(Reason.COUNTED);
  }

  @Test
  void firstDayCountsAndTheDayBeforeDoesNot() {
    CoverageQuestion ask = fra(promise().from("2026-09-01"));
    assertThat(ask.availableOn("2026-09-01").counted()).isEqualTo(exactly(5000));
    assertThat(ask.availableOn("2026-08-31").counted()).isEqualTo(Interval.ZERO);
    assertThat(ask.availableOn("2026-08-31").reasons()).containsExactly(Reason.NOT_YET_AVAILABLE);
  }

  @Test
  void unknownFirstDayLeavesNothingCertain() {
    assertThat(fra(promise()).availableOn("2026-09-01").counted()).isEqualTo(range(0, 5000));
    assertThat(fra(promise()).availableOn("2026-09-01").reasons())
        .containsExactly(Reason.AVAILABILITY_UNKNOWN);
    assertThat(
            fra(promise().from(FieldValue.<LocalDate>explicitNull()))
                .availableOn("2026-09-01")
                .reasons())
        .containsExactly(Reason.AVAILABILITY_UNKNOWN);
  }

  @Test
  void asManyDaysAsAskedForAreNotTooSlow() {
    assertThat(fra(promise().days(30)).within(30).reasons()).containsExactly(Reason.COUNTED);
    assertThat(fra(promise().days(31)).within(30).reasons()).containsExactly(Reason.TOO_SLOW);
    assertThat(fra(promise().days(31)).within(30).counted()).isEqualTo(Interval.ZERO);
    assertThat(fra(promise().days(0)).within(0).reasons()).containsExactly(Reason.COUNTED);
  }

  @Test
  void unknownDaysLeaveNothingCertain() {
    assertThat(fra(promise()).within(30).counted()).isEqualTo(range(0, 5000));
    assertThat(fra(promise()).within(30).reasons()).containsExactly(Reason.DAYS_UNKNOWN);
    assertThat(fra(promise().days(FieldValue.<Integer>explicitNull())).within(30).reasons())
        .containsExactly(Reason.DAYS_UNKNOWN);
  }

  @Test
  void whatIsInPlaceStaysCertainUnderUnknownDays() {
    assertThat(fra(partlyThere()).within(30).counted()).isEqualTo(range(1000, 5000));
    assertThat(fra(partlyThere()).availableOn("2026-09-01").counted()).isEqualTo(range(1000, 5000));
  }

  @Test
  void whatIsInPlaceIsAllThatTheLateAndTheSlowLeave() {
    assertThat(fra(partlyThere().days(31)).within(30).counted()).isEqualTo(exactly(1000));
    assertThat(fra(partlyThere().from("2026-09-02")).availableOn("2026-09-01").counted())
        .isEqualTo(exactly(1000));
  }

  @Test
  void whereAllIsInPlaceNeitherDayNorDaysMatter() {
    CoverageQuestion ask = fra(promise().inPlace(all()).from("2026-12-01").days(90));
    assertThat(ask.availableOn("2026-09-01").within(30).reasons()).containsExactly(Reason.COUNTED);
  }

  @Test
  void reasonsKeepTheOrderOfTheRules() {
    assertThat(
            fra(promise().conditions("X").from("2026-12-01").days(90))
                .deny("X")
                .availableOn("2026-09-01")
                .within(30)
                .reasons())
        .containsExactly(Reason.CONDITION_FAILED, Reason.NOT_YET_AVAILABLE, Reason.TOO_SLOW);
    assertThat(fra(promise().conditions("X")).availableOn("2026-09-01").within(30).reasons())
        .containsExactly(Reason.CONDITION_OPEN, Reason.AVAILABILITY_UNKNOWN, Reason.DAYS_UNKNOWN);
  }

  @Test
  void lateSilencesWhatIsUnknown() {
    assertThat(
            fra(promise().conditions("X").from("2026-12-01"))
                .availableOn("2026-09-01")
                .within(30)
                .reasons())
        .containsExactly(Reason.NOT_YET_AVAILABLE);
  }
}
