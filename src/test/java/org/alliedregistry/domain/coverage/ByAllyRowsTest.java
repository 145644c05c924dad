package org.alliedregistry.domain.coverage;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.range;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.Sizes.upTo;
import static org.alliedregistry.support.StatementFixture.declined;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.support.CoverageQuestion;
import org.alliedregistry.support.PledgeFixture;
import org.junit.jupiter.api.Test;

class ByAllyRowsTest {

  private static AllyRow row(Interval counted, String... allies) {
    return new AllyRow(List.of(allies), false, counted, List.of());
  }

  private static PledgeFixture of(long amount, String id, String... allies) {
    return pledge(id, allies).with(pledged(troops(amount)));
  }

  @Test
  void solePledgesOfOneAllyAreOneRow() {
    assertThat(
            CoverageQuestion.about(of(200, "1", "SWE"), of(350, "2", "SWE"), of(10, "3", "NOR"))
                .byAlly())
        .containsExactly(row(exactly(10), "NOR"), row(exactly(550), "SWE"));
  }

  @Test
  void shareIsTheAllysOwn() {
    assertThat(
            CoverageQuestion.about(of(100, "1", "NOR"), of(90, "2", "SWE", "NOR").shares("2", "1"))
                .byAlly())
        .containsExactly(row(exactly(130), "NOR"), row(exactly(60), "SWE"));
  }

  @Test
  void jointAmountWithoutSharesIsARowOfItsGroup() {
    assertThat(
            CoverageQuestion.about(
                    of(50, "1", "SWE", "NOR"), of(100, "2", "NOR"), of(70, "3", "NOR", "SWE"))
                .byAlly())
        .containsExactly(row(exactly(100), "NOR"), row(exactly(120), "NOR", "SWE"));
  }

  private static AllyRow withOthers(Interval counted, String... allies) {
    return new AllyRow(List.of(allies), true, counted, List.of());
  }

  @Test
  void allyThatIsLeftOutIsNotNamed() {
    CoverageQuestion ask =
        CoverageQuestion.about(
            of(70, "1", "SWE", "NOR"),
            of(50, "2", "NOR", "DNK"),
            of(10, "3", "NOR"),
            of(90, "4", "SWE", "DNK").shares("2", "1"));

    assertThat(ask.without("SWE", "DNK").byAlly())
        .containsExactly(
            row(exactly(10), "NOR"),
            withOthers(range(0, 70), "NOR"),
            withOthers(range(0, 50), "NOR"));
    assertThat(ask.land().trace()).extracting(TraceLine::allies).containsOnly(List.of("NOR"));
  }

  @Test
  void alliesThatAreLeftOutOfAWholeAreNotNamed() {
    PledgeFixture whole = of(900, "w", "NOR", "SWE");
    CoverageQuestion ask =
        CoverageQuestion.about(whole, of(400, "p", "SWE", "NOR").partOf(whole)).without("SWE");

    assertThat(ask.byAlly()).extracting(AllyRow::allies).containsExactly(List.of("NOR"));
    assertThat(ask.byAlly().get(0).parts())
        .extracting(AllyRow.PartRow::allies, AllyRow.PartRow::withOthers)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(List.of("NOR"), true));
  }

  @Test
  void wholeWithPartsIsARowOfItsOwn() {
    PledgeFixture whole = of(900, "w", "NOR", "SWE");
    CoverageQuestion ask =
        CoverageQuestion.about(
            whole, of(400, "p", "SWE").partOf(whole), of(50, "1", "NOR", "SWE"), of(1, "2", "SWE"));
    assertThat(ask.byAlly())
        .extracting(AllyRow::allies, AllyRow::counted, row -> row.parts().size())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(List.of("NOR", "SWE"), exactly(900), 1),
            org.assertj.core.groups.Tuple.tuple(List.of("NOR", "SWE"), exactly(50), 0),
            org.assertj.core.groups.Tuple.tuple(List.of("SWE"), exactly(1), 0));
  }

  @Test
  void rowsOfTheSameAlliesAreSortedByAge() {
    PledgeFixture first = of(10, "z", "NOR", "SWE");
    PledgeFixture second = of(20, "y", "NOR", "SWE");
    assertThat(
            CoverageQuestion.about(
                    first,
                    second,
                    of(1, "p", "NOR").partOf(second),
                    of(1, "q", "NOR").partOf(first))
                .byAlly())
        .extracting(AllyRow::counted)
        .containsExactly(exactly(10), exactly(20));
  }

  @Test
  void rowsWithoutAnyContributionAreLeftOut() {
    assertThat(
            CoverageQuestion.about(
                    pledge("1", "HUN").with(declined()), pledge("2", "FRA").with(pledged(upTo(10))))
                .byAlly())
        .containsExactly(row(range(0, 10), "FRA"));
  }

  @Test
  void shareOfNothingIsLeftOut() {
    assertThat(CoverageQuestion.about(of(1, "1", "FRA", "GBR").shares("1", "1")).byAlly())
        .containsExactly(row(exactly(1), "FRA"));
  }

  @Test
  void whoPaysIsNotCounted() {
    assertThat(CoverageQuestion.about(of(10, "1", "FRA").financedBy("NOR")).byAlly())
        .containsExactly(row(exactly(10), "FRA"));
  }

  @Test
  void onlySharesOfTheAlliesAskedAboutAreRows() {
    assertThat(
            CoverageQuestion.about(of(90, "2", "SWE", "NOR").shares("2", "1")).ally("NOR").byAlly())
        .containsExactly(row(exactly(30), "NOR"));
  }

  @Test
  void rowsSumToTheCount() {
    PledgeFixture whole = of(900, "w", "NOR", "SWE");
    CoverageQuestion ask =
        CoverageQuestion.about(
            whole,
            pledge("p", "SWE").partOf(whole).with(pledged(upTo(1400))),
            of(100, "1", "DNK", "NOR", "SWE").shares("1", "1", "1"),
            of(7, "2", "DNK"));
    assertThat(ask.byAlly().stream().map(AllyRow::counted).reduce(Interval.ZERO, Interval::plus))
        .isEqualTo(ask.counted())
        .isEqualTo(range(1007, 1507));
  }
}
