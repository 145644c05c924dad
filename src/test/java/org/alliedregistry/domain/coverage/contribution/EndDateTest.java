package org.alliedregistry.domain.coverage.contribution;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.all;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.alliedregistry.domain.pledge.statement.FieldValue;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.reference.PlaceOfEmployment;
import org.alliedregistry.domain.reference.Purpose;
import org.alliedregistry.support.Baselines;
import org.alliedregistry.support.CoverageQuestion;
import org.alliedregistry.support.StatementFixture;
import org.junit.jupiter.api.Test;

class EndDateTest {

  private static StatementFixture endsInMay() {
    return pledged(troops(5000)).from("2026-01-01").until("2026-05-31");
  }

  private static CoverageQuestion fra(StatementFixture statement) {
    return CoverageQuestion.about(pledge("a", "FRA").with(statement));
  }

  @Test
  void lastDayCountsAndTheDayAfterDoesNot() {
    assertThat(fra(endsInMay()).validAt("2026-05-31").counted()).isEqualTo(exactly(5000));
    assertThat(fra(endsInMay()).validAt("2026-06-01").counted()).isEqualTo(Interval.ZERO);
    assertThat(fra(endsInMay()).validAt("2026-06-01").reasons()).containsExactly(Reason.EXPIRED);
  }

  @Test
  void dayAskedAboutIsHeldAgainstItWhereThereIsOne() {
    assertThat(fra(endsInMay()).validAt("2026-06-01").availableOn("2026-05-31").counted())
        .isEqualTo(exactly(5000));
    assertThat(fra(endsInMay()).validAt("2026-03-01").availableOn("2026-06-01").reasons())
        .containsExactly(Reason.EXPIRED);
  }

  @Test
  void endDateTouchesWhatIsInPlace() {
    assertThat(fra(endsInMay().inPlace(all())).counted()).isEqualTo(Interval.ZERO);
  }

  @Test
  void whatWasHandedOverStaysAfterTheLastDay() {
    for (Purpose purpose : List.of(Purpose.AID_TO_UKRAINE, Purpose.SALE_TO_UKRAINE)) {
      CoverageQuestion ask =
          CoverageQuestion.about(
                  pledge("a", "FRA").purpose(purpose).with(endsInMay().inPlace(troops(1000))))
              .against(Baselines.anyPurpose(Baselines.LAND))
              .validAt("2026-06-01");
      assertThat(ask.counted()).isEqualTo(exactly(1000));
      assertThat(ask.reasons()).containsExactly(Reason.EXPIRED);
    }
  }

  @Test
  void whatWasHandedOverIsStillRefusedForItsPlaceOrACaveat() {
    CoverageQuestion ask =
        CoverageQuestion.about(
                pledge("a", "FRA")
                    .purpose(Purpose.AID_TO_UKRAINE)
                    .with(
                        endsInMay()
                            .inPlace(troops(1000))
                            .caveats("REAR_AREA_ONLY")
                            .at(PlaceOfEmployment.ELSEWHERE)))
            .validAt("2026-06-01")
            .against(
                Baselines.in(Baselines.anyPurpose(Baselines.LAND), PlaceOfEmployment.IN_UKRAINE));
    assertThat(ask.reasons()).containsExactly(Reason.EXPIRED, Reason.WRONG_PLACE);
    assertThat(ask.refuse("REAR_AREA_ONLY").reasons())
        .containsExactly(Reason.EXPIRED, Reason.CAVEAT_REFUSED);
    assertThat(ask.counted()).isEqualTo(Interval.ZERO);
  }

  @Test
  void withoutAnEndDateItDoesNotEnd() {
    assertThat(fra(endsInMay().until(FieldValue.<LocalDate>explicitNull())).counted())
        .isEqualTo(exactly(5000));
  }

  @Test
  void endDateEndsTheQuestion() {
    CoverageQuestion ask =
        fra(endsInMay().at(PlaceOfEmployment.ELSEWHERE).conditions("X")).deny("X");
    assertThat(ask.against(Baselines.in(Baselines.LAND, PlaceOfEmployment.IN_UKRAINE)).reasons())
        .containsExactly(Reason.EXPIRED);
  }
}
