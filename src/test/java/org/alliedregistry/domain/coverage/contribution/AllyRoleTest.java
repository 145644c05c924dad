package org.alliedregistry.domain.coverage.contribution;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.range;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.alliedregistry.domain.coverage.AllyRow;
import org.alliedregistry.domain.coverage.TraceLine;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.support.CoverageQuestion;
import org.alliedregistry.support.PledgeFixture;
import org.junit.jupiter.api.Test;

class AllyRoleTest {

  private static PledgeFixture paid() {
    return pledge("a", "DEU").financedBy("NOR").with(pledged(troops(2)));
  }

  private static PledgeFixture unpaid() {
    return pledge("b", "NLD").with(pledged(troops(3)));
  }

  private static PledgeFixture paidByTwo() {
    return pledge("c", "DNK").financedBy("NOR", "SWE").with(pledged(troops(1)));
  }

  private static PledgeFixture shared() {
    return pledge("s", "DEU", "NLD").shares("2", "1").financedBy("NOR").with(pledged(troops(9)));
  }

  private static CoverageQuestion ask(AllyRole role) {
    return CoverageQuestion.about(paid(), unpaid(), paidByTwo()).as(role);
  }

  @Test
  void allyOfAConditionThatIsNotAskedAboutIsNotNamedInAnyRole() {
    AllySelection germany =
        new AllySelection(Set.of("DEU"), Set.of(), AllyRole.ANY, PledgeFilter.NONE);
    assertThat(germany.ofCondition(List.of("FRA"))).isEqualTo(new NamedAllies(List.of(), true));
    assertThat(germany.ofCondition(List.of("DEU")))
        .isEqualTo(new NamedAllies(List.of("DEU"), false));
  }

  @Test
  void supplierWhoOnlyPaysSuppliesNothing() {
    CoverageQuestion asked = ask(AllyRole.SUPPLIER).ally("NOR");
    assertThat(asked.counted()).isEqualTo(Interval.ZERO);
    assertThat(asked.traced()).isEmpty();
  }

  @Test
  void payerIsAskedAboutWhatItPaysFor() {
    CoverageQuestion asked = ask(AllyRole.PAYER).ally("NOR", "SWE");
    assertThat(asked.counted()).isEqualTo(exactly(3));
    assertThat(asked.traced()).containsExactly("a", "c").doesNotContain("b");
  }

  @Test
  void amountOfSomePayersIsNotKnown() {
    CoverageQuestion asked = ask(AllyRole.PAYER).ally("NOR");
    assertThat(asked.counted()).isEqualTo(range(2, 3));
    assertThat(asked.line("c").reasons()).containsExactly(Reason.SHARES_UNKNOWN);
    assertThat(asked.line("a").reasons()).containsExactly(Reason.COUNTED);
  }

  @Test
  void payerThatIsLeftOutLeavesWhatNobodyPaysFor() {
    CoverageQuestion asked = ask(AllyRole.PAYER).without("NOR");
    assertThat(asked.counted()).isEqualTo(range(3, 4));
    assertThat(asked.traced()).containsExactly("c", "b");
    assertThat(asked.line("b").reasons()).containsExactly(Reason.COUNTED);
  }

  @Test
  void sharesOfTheSuppliersSayNothingOfThePayers() {
    assertThat(CoverageQuestion.about(shared()).as(AllyRole.PAYER).ally("NOR").byAlly())
        .extracting(AllyRow::counted)
        .containsExactly(exactly(6), exactly(3));
  }

  @Test
  void anyRoleIsWhatTheySupplyAndWhatTheyPayFor() {
    assertThat(ask(AllyRole.ANY).ally("NOR", "NLD").counted()).isEqualTo(range(5, 6));
    assertThat(ask(AllyRole.ANY).ally("DEU", "DNK").counted()).isEqualTo(exactly(3));
    assertThat(ask(AllyRole.ANY).counted()).isEqualTo(exactly(6));
  }

  @Test
  void oneOfTwoPayersAloneIsUncertainInAnyRole() {
    CoverageQuestion asked = ask(AllyRole.ANY).ally("NOR");
    assertThat(asked.line("c").reasons()).containsExactly(Reason.SHARES_UNKNOWN);
    assertThat(asked.line("a").reasons()).containsExactly(Reason.COUNTED);
  }

  @Test
  void nothingIsCertainOfWhatOneWhoIsLeftOutSuppliesOrPaysFor() {
    CoverageQuestion withoutPayer = ask(AllyRole.ANY).without("NOR");
    assertThat(withoutPayer.counted()).isEqualTo(range(3, 6));
    assertThat(withoutPayer.line("a").reasons()).containsExactly(Reason.SHARES_UNKNOWN);
    CoverageQuestion withoutSupplier = ask(AllyRole.ANY).without("DEU");
    assertThat(withoutSupplier.counted()).isEqualTo(range(4, 6));
    assertThat(withoutSupplier.line("a").allies()).isEmpty();
    assertThat(withoutSupplier.line("a").withOthers()).isTrue();
  }

  @Test
  void shareOfASupplierIsItsOwnInAnyRoleToo() {
    CoverageQuestion asked = CoverageQuestion.about(shared()).as(AllyRole.ANY);
    assertThat(asked.ally("DEU").counted()).isEqualTo(exactly(6));
    assertThat(asked.ally("NOR").counted()).isEqualTo(exactly(9));
    assertThat(asked.ally("NOR").byAlly())
        .extracting(AllyRow::counted)
        .containsExactly(exactly(6), exactly(3));
    assertThat(asked.ally("DEU", "NOR").without("NOR").counted()).isEqualTo(range(0, 6));
  }

  @Test
  void rowsNameTheSuppliersOfWhatAPayerPaysFor() {
    for (AllyRole role : new AllyRole[] {AllyRole.PAYER, AllyRole.ANY}) {
      CoverageQuestion asked = ask(role).ally("NOR");
      assertThat(asked.byAlly())
          .extracting(row -> String.join(",", row.allies()))
          .containsExactly("DEU", "DNK");
      assertThat(asked.land().trace()).extracting(TraceLine::withOthers).containsOnly(false);
    }
  }
}
