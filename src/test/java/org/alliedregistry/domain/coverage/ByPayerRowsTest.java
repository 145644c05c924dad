package org.alliedregistry.domain.coverage;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.range;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.StatementFixture.declined;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.alliedregistry.domain.coverage.contribution.AllyRole;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.support.CoverageQuestion;
import org.alliedregistry.support.PledgeFixture;
import org.junit.jupiter.api.Test;

class ByPayerRowsTest {

  private static AllyRow row(boolean withOthers, Interval counted, String... payers) {
    return new AllyRow(List.of(payers), withOthers, counted, List.of());
  }

  private static PledgeFixture of(long amount, String id, String... allies) {
    return pledge(id, allies).with(pledged(troops(amount)));
  }

  private static CoverageQuestion ask() {
    return CoverageQuestion.about(
        of(5, "1", "DEU").financedBy("SWE", "NOR"),
        of(2, "2", "DEU").financedBy("NOR"),
        of(3, "3", "NLD"),
        of(1, "4", "DNK").financedBy("NOR", "SWE"),
        of(4, "5", "USA").financedBy("CAN"),
        pledge("6", "USA").financedBy("ISL").with(declined()));
  }

  @Test
  void eachPayerAndGroupOfPayersIsARow() {
    assertThat(ask().land().byPayer())
        .containsExactly(
            row(false, exactly(4), "CAN"),
            row(false, exactly(2), "NOR"),
            row(false, exactly(6), "NOR", "SWE"));
  }

  @Test
  void rowsAreOfWhatTheSuppliersAskedAboutSupply() {
    assertThat(ask().ally("DEU").land().byPayer())
        .containsExactly(row(false, exactly(2), "NOR"), row(false, exactly(5), "NOR", "SWE"));
  }

  @Test
  void payerThatIsLeftOutIsNotNamed() {
    assertThat(ask().as(AllyRole.PAYER).without("NOR").land().byPayer())
        .containsExactly(row(false, exactly(4), "CAN"), row(true, range(0, 6), "SWE"));
    assertThat(ask().as(AllyRole.ANY).without("NOR").land().byPayer())
        .containsExactly(
            row(true, range(0, 2)), row(false, exactly(4), "CAN"), row(true, range(0, 6), "SWE"));
  }

  @Test
  void wholeIsARowOfItsPayersAndItsPartsShowTheirOwn() {
    PledgeFixture whole = of(15, "w", "DEU", "NLD").financedBy("NOR");
    CoverageQuestion asked =
        CoverageQuestion.about(
            whole,
            of(6, "p", "DEU").partOf(whole).financedBy("SWE"),
            of(7, "q", "NLD").partOf(whole),
            of(2, "r", "FRA").financedBy("NOR"));
    assertThat(asked.land().byPayer())
        .containsExactly(
            new AllyRow(
                List.of("NOR"),
                false,
                exactly(15),
                List.of(
                    new AllyRow.PartRow("q", List.of(), false, exactly(7)),
                    new AllyRow.PartRow("p", List.of("SWE"), false, exactly(6)))),
            row(false, exactly(2), "NOR"));
  }

  @Test
  void partsPayersMakeNoRowOfAWholeThatNobodyPaysFor() {
    PledgeFixture whole = of(15, "w", "DEU", "NLD");
    CoverageQuestion asked =
        CoverageQuestion.about(whole, of(6, "p", "DEU").partOf(whole).financedBy("SWE"));
    assertThat(asked.land().byPayer()).isEmpty();
  }
}
