package org.alliedregistry.domain.coverage;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.atLeast;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.from;
import static org.alliedregistry.support.Sizes.range;
import static org.alliedregistry.support.Sizes.some;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.Sizes.upTo;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.alliedregistry.support.StatementFixture.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import org.alliedregistry.domain.coverage.AllyRow.PartRow;
import org.alliedregistry.domain.coverage.contribution.Reason;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.support.CoverageQuestion;
import org.alliedregistry.support.PledgeFixture;
import org.alliedregistry.support.StatementFixture;
import org.junit.jupiter.api.Test;

class WholeAndPartsTest {

  private static CoverageQuestion whole(StatementFixture statement, StatementFixture... parts) {
    PledgeFixture joint = pledge("w", "FRA", "GBR").with(statement);
    PledgeFixture[] pledges = new PledgeFixture[parts.length + 1];
    pledges[0] = joint;
    for (int i = 0; i < parts.length; i++) {
      pledges[i + 1] = pledge("p" + i, i == 0 ? "GBR" : "FRA").partOf(joint).with(parts[i]);
    }
    return CoverageQuestion.about(pledges);
  }

  @Test
  void jointCeilingAndNationalFiguresAreNotAdded() {
    assertThat(whole(pledged(upTo(15_000)), pledged(upTo(7500)), pledged(troops(6000))).counted())
        .isEqualTo(range(6000, 15_000));
  }

  @Test
  void partsWithinAWholeRaiseNothing() {
    assertThat(whole(pledged(troops(10_000)), pledged(troops(4000))).counted())
        .isEqualTo(exactly(10_000));
  }

  @Test
  void partsThatExceedTheirWholeRaiseIt() {
    assertThat(whole(pledged(troops(5000)), pledged(troops(4000)), pledged(troops(3000))).counted())
        .isEqualTo(exactly(7000));
    assertThat(whole(pledged(upTo(5000)), pledged(upTo(4000)), pledged(upTo(3000))).counted())
        .isEqualTo(range(0, 7000));
  }

  @Test
  void partWithoutANumberLiesWithinItsWhole() {
    CoverageQuestion ask = whole(pledged(upTo(15_000)), pledged(), pledged(troops(6000)));
    assertThat(ask.counted()).isEqualTo(range(6000, 15_000));
    assertThat(ask.line("p0").counted()).isEqualTo(range(0, 15_000));
    assertThat(ask.line("p0").reasons()).containsExactly(Reason.UNQUANTIFIED);
  }

  @Test
  void openPartAddsOnlyWhatIsCertainOfIt() {
    assertThat(
            whole(pledged(upTo(15_000)), pledged(atLeast(4000)), pledged(upTo(13_000))).counted())
        .isEqualTo(range(4000, 17_000));
    assertThat(
            whole(pledged(upTo(8)), pledged().inPlace(atLeast(7)), pledged(upTo(9)))
                .at(Rung.PLEDGED)
                .counted())
        .isEqualTo(range(7, 16));
  }

  @Test
  void openPartAddsWhatIsCertainOfItWhileAConditionIsOpen() {
    assertThat(
            whole(pledged(upTo(8)), pledged(atLeast(7)).conditions("X"), pledged(upTo(9)))
                .counted())
        .isEqualTo(range(0, 16));
    assertThat(
            whole(pledged(upTo(8)), pledged(atLeast(7)).conditions("X"), pledged(upTo(9)))
                .deny("X")
                .counted())
        .isEqualTo(range(0, 9));
  }

  @Test
  void withdrawnWholeKeepsItsCaveatsAndLastDayForItsParts() {
    PledgeFixture joint =
        pledge("w", "FRA", "GBR")
            .with(
                pledged(troops(15_000)).caveats("NON_COMBAT_ROLE").until("2026-12-31"),
                withdrawn().on("2026-03-01"));
    PledgeFixture part = pledge("p", "GBR").partOf(joint).with(pledged(troops(6000)));
    CoverageQuestion ask = CoverageQuestion.about(joint, part);
    assertThat(ask.refuse("NON_COMBAT_ROLE").counted()).isEqualTo(Interval.ZERO);
    assertThat(ask.refuse().counted()).isEqualTo(exactly(6000));
    assertThat(ask.validAt("2027-01-05").counted()).isEqualTo(Interval.ZERO);
  }

  @Test
  void withdrawnWholeStillBoundsItsParts() {
    PledgeFixture joint =
        pledge("w", "FRA", "GBR").with(pledged(upTo(500)), withdrawn().on("2026-02-01"));
    PledgeFixture part = pledge("p", "GBR").partOf(joint).with(pledged());
    assertThat(CoverageQuestion.about(joint, part).counted()).isEqualTo(range(0, 500));
    PledgeFixture again = joint.with(pledged().on("2026-03-01"));
    assertThat(CoverageQuestion.about(again, part).line("p").counted()).isEqualTo(range(0, 500));
  }

  @Test
  void possibleIsNeverBelowWhatThePartsMakeCertain() {
    assertThat(whole(pledged(upTo(5000)), pledged(atLeast(4000)), pledged(atLeast(3000))).counted())
        .isEqualTo(exactly(7000));
  }

  @Test
  void wholeWithoutANumberIsAtLeastItsParts() {
    CoverageQuestion ask = whole(pledged(), pledged(), pledged(troops(6000)));
    assertThat(ask.counted()).isEqualTo(from(6000));
    assertThat(ask.land().onStatedNumbers().counted()).isEqualTo(exactly(6000));
  }

  @Test
  void refusedWholeLeavesItsParts() {
    PledgeFixture joint = pledge("w", "FRA", "GBR").with(pledged(upTo(15_000)), withdrawn());
    PledgeFixture part = pledge("p", "FRA").partOf(joint).with(pledged(troops(6000)));
    CoverageQuestion ask = CoverageQuestion.about(joint, part);
    assertThat(ask.counted()).isEqualTo(exactly(6000));
    assertThat(ask.traced()).containsExactly("p", "w");
  }

  @Test
  void committedPartsCountAtTheirRungWithoutTheWhole() {
    CoverageQuestion ask =
        whole(
            pledged(upTo(15_000)),
            pledged(upTo(7500)).committed(troops(2000)),
            pledged(troops(6000)).committed(troops(1000)));
    assertThat(ask.at(Rung.COMMITTED).counted()).isEqualTo(exactly(3000));
    assertThat(ask.line("w").reasons()).containsExactly(Reason.BELOW_RUNG);
  }

  @Test
  void whatOpenPartsHaveCommittedIsStillAddedBelow() {
    CoverageQuestion ask =
        whole(
            pledged(upTo(5000)),
            pledged().committed(upTo(4000)),
            pledged(upTo(3000)).committed(upTo(3000)));
    assertThat(ask.at(Rung.COMMITTED).counted()).isEqualTo(range(0, 7000));
    assertThat(ask.at(Rung.PLEDGED).counted()).isEqualTo(range(0, 7000));
  }

  @Test
  void wholeIsOneRowWithItsPartsInIt() {
    CoverageQuestion ask = whole(pledged(upTo(15_000)), pledged(upTo(7500)), pledged(troops(6000)));
    assertThat(ask.byAlly()).hasSize(1);
    AllyRow row = ask.byAlly().get(0);
    assertThat(row.allies()).containsExactly("FRA", "GBR");
    assertThat(row.counted()).isEqualTo(range(6000, 15_000));
    assertThat(row.parts())
        .extracting(PartRow::pledge, PartRow::counted)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("p1", exactly(6000)),
            org.assertj.core.groups.Tuple.tuple("p0", range(0, 7500)));
  }

  @Test
  void partOfAWholeThatIsNotHeardStaysInItsRow() {
    PledgeFixture joint = pledge("w", "FRA", "GBR").with(pledged(upTo(15_000)).reported());
    PledgeFixture part = pledge("p", "FRA").partOf(joint).with(pledged());
    CoverageQuestion ask = CoverageQuestion.about(joint, part);
    assertThat(ask.counted()).isEqualTo(Interval.UNBOUNDED);
    assertThat(ask.byAlly().get(0).parts()).hasSize(1);
    assertThat(ask.withEvidence(EvidenceGrade.REPORTED).counted()).isEqualTo(range(0, 15_000));
  }

  @Test
  void partOfAWholeThatIsNotSaidYetStandsAlone() {
    PledgeFixture joint = pledge("w", "FRA", "GBR").with(pledged(upTo(900)).on("2026-12-01"));
    PledgeFixture part = pledge("p", "FRA").partOf(joint).with(pledged(troops(600)));
    CoverageQuestion ask = CoverageQuestion.about(joint, part);
    assertThat(ask.byAlly()).containsExactly(row(exactly(600), "FRA"));
  }

  private static AllyRow row(Interval counted, String... allies) {
    return new AllyRow(java.util.List.of(allies), false, counted, java.util.List.of());
  }

  @Test
  void whatPartsBoundHigherUpIsNotLostBelow() {
    CoverageQuestion ask =
        whole(
            pledged(upTo(5000)),
            pledged().committed(some()).allocated(upTo(2000)),
            pledged(upTo(4000)).allocated(upTo(4000)));
    assertThat(ask.at(Rung.ALLOCATED).counted()).isEqualTo(range(0, 6000));
    assertThat(ask.at(Rung.COMMITTED).counted()).isEqualTo(range(0, 6000));
    assertThat(ask.at(Rung.PLEDGED).counted()).isEqualTo(range(0, 6000));
  }
}
