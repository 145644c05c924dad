package org.alliedregistry.domain.pledge;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.all;
import static org.alliedregistry.support.Sizes.atLeast;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.range;
import static org.alliedregistry.support.Sizes.some;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.Sizes.upTo;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.alliedregistry.support.StatementFixture.that;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.alliedregistry.domain.pledge.statement.FieldValue;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.PlaceOfEmployment;
import org.alliedregistry.support.PledgeFixture;
import org.alliedregistry.support.StatementFixture;
import org.junit.jupiter.api.Test;

class TermsOfPartsTest {

  private static PledgeFixture joint() {
    return pledge("w", "FRA", "GBR")
        .with(
            pledged(upTo(15_000))
                .conditions("X")
                .caveats("NON_COMBAT_ROLE")
                .at(PlaceOfEmployment.IN_UKRAINE)
                .from("2026-03-01")
                .until("2026-12-31")
                .days(30));
  }

  private static PledgeFixture part(StatementFixture... statement) {
    return pledge("p", "GBR").partOf(joint()).with(statement);
  }

  @Test
  void takesPlaceDatesAndDaysWhereItSaysNothingOfThem() {
    Terms terms = part(pledged()).terms();
    assertThat(terms.place().value()).isEqualTo(PlaceOfEmployment.IN_UKRAINE);
    assertThat(terms.availableFrom().value()).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(terms.availableUntil().value()).isEqualTo(LocalDate.of(2026, 12, 31));
    assertThat(terms.daysToInPlace().value()).isEqualTo(30);
  }

  @Test
  void itsOwnWordOnThemStands() {
    Terms terms =
        part(pledged()
                .at(PlaceOfEmployment.BLACK_SEA)
                .until(FieldValue.<LocalDate>explicitNull())
                .days(5))
            .terms();
    assertThat(terms.place().value()).isEqualTo(PlaceOfEmployment.BLACK_SEA);
    assertThat(terms.availableUntil().value()).isNull();
    assertThat(terms.daysToInPlace().value()).isEqualTo(5);
  }

  @Test
  void standsUnderTheWholesConditionsToo() {
    assertThat(part(pledged().conditions("Y")).terms().conditions().codes())
        .containsOnlyKeys("X", "Y");
    assertThat(part(pledged().conditions(), that().lifts("X")).terms().conditions().codes())
        .containsOnlyKeys("X");
  }

  @Test
  void standsUnderTheWholesCaveatsToo() {
    assertThat(part(pledged().caveats("REAR_AREA_ONLY")).terms().caveats().codes())
        .containsOnlyKeys("NON_COMBAT_ROLE", "REAR_AREA_ONLY");
  }

  @Test
  void takesNeitherPositionNorAmount() {
    Terms terms = part(pledged()).terms();
    assertThat(terms.amount().isSpoken()).isFalse();
    assertThat(part(that().days(3)).terms().positionOrNull()).isNull();
  }

  @Test
  void unboundedAmountLiesWithinTheWhole() {
    assertThat(part(pledged()).at(Rung.PLEDGED)).isEqualTo(range(0, 15_000));
    assertThat(part(pledged(atLeast(4000))).at(Rung.PLEDGED)).isEqualTo(range(4000, 15_000));
    assertThat(part(pledged().committed(some())).at(Rung.COMMITTED)).isEqualTo(range(0, 15_000));
    assertThat(part(pledged().committed(all())).at(Rung.COMMITTED)).isEqualTo(range(0, 15_000));
  }

  @Test
  void wholeNeverLowersWhatThePartSays() {
    assertThat(part(pledged(atLeast(20_000))).at(Rung.PLEDGED)).isEqualTo(exactly(20_000));
    assertThat(part(pledged(upTo(20_000))).at(Rung.PLEDGED)).isEqualTo(range(0, 20_000));
  }

  @Test
  void unboundedWholeBoundsNothing() {
    PledgeFixture open = pledge("w", "FRA", "GBR").with(pledged());
    assertThat(pledge("p", "GBR").partOf(open).with(pledged()).at(Rung.PLEDGED))
        .isEqualTo(Interval.UNBOUNDED);
  }

  @Test
  void wholeThatIsNotHeardLendsNothing() {
    PledgeFixture rumoured = pledge("w", "FRA", "GBR").with(pledged(upTo(15_000)).reported());
    PledgeFixture part = pledge("p", "GBR").partOf(rumoured).with(pledged());
    PledgeState official = part.standing("2026-06-01", EvidenceGrade.OFFICIAL);
    assertThat(official.whole()).isNull();
    assertThat(official.amounts().amountAt(Rung.PLEDGED)).isEqualTo(Interval.UNBOUNDED);
    assertThat(part.at(Rung.PLEDGED)).isEqualTo(range(0, 15_000));
  }

  @Test
  void numberOfItsOwnIsItsOwn() {
    assertThat(part(pledged(troops(6000))).at(Rung.PLEDGED)).isEqualTo(exactly(6000));
  }

  @Test
  void whatIsInPlaceStaysWithinTheWholeWhateverEndedIt() {
    PledgeFixture withdrawn =
        pledge("w", "FRA", "GBR")
            .with(pledged(troops(200)).inPlace(all()), StatementFixture.withdrawn());
    PledgeFixture part = pledge("p", "GBR").partOf(withdrawn).with(pledged().inPlace(all()));

    assertThat(withdrawn.at(Rung.IN_PLACE)).isEqualTo(exactly(200));
    assertThat(part.at(Rung.IN_PLACE)).isEqualTo(range(0, 200));
  }
}
