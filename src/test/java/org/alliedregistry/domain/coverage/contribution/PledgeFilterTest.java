package org.alliedregistry.domain.coverage.contribution;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.alliedregistry.domain.pledge.Origin;
import org.alliedregistry.support.CoverageQuestion;
import org.alliedregistry.support.PledgeFixture;
import org.junit.jupiter.api.Test;

class PledgeFilterTest {

  private static PledgeFixture of(long amount, String id, String ally) {
    return pledge(id, ally).with(pledged(troops(amount)));
  }

  private static CoverageQuestion ask(PledgeFilter filter) {
    return CoverageQuestion.about(
            of(1, "1", "USA").programme("PURL").financedBy("NOR", "SWE"),
            of(2, "2", "USA").programme("PURL").origin(Origin.FROM_STOCK),
            of(4, "3", "DEU").origin(Origin.NEW_PRODUCTION).financedBy("NOR"),
            of(8, "4", "DEU"))
        .filter(filter);
  }

  @Test
  void onlyWhatOneOfThesePaysFor() {
    assertThat(ask(new PledgeFilter(Set.of("NOR"), Set.of(), Set.of())).traced())
        .containsExactly("3", "1");
    assertThat(ask(new PledgeFilter(Set.of("SWE", "ISL"), Set.of(), Set.of())).traced())
        .containsExactly("1");
  }

  @Test
  void onlyTheseProgrammesAndOrigins() {
    assertThat(ask(new PledgeFilter(Set.of(), Set.of("PURL", "OTHER"), Set.of())).traced())
        .containsExactly("1", "2");
    Set<Origin> both = Set.of(Origin.FROM_STOCK, Origin.NEW_PRODUCTION);
    assertThat(ask(new PledgeFilter(Set.of(), Set.of(), both)).traced()).containsExactly("3", "2");
    assertThat(ask(new PledgeFilter(Set.of(), Set.of(), Set.of(Origin.NEW_PURCHASE))).traced())
        .isEmpty();
  }

  @Test
  void everyFilterMustHold() {
    assertThat(ask(new PledgeFilter(Set.of("NOR"), Set.of("PURL"), Set.of())).traced())
        .containsExactly("1");
    assertThat(
            ask(new PledgeFilter(Set.of("NOR"), Set.of("PURL"), Set.of(Origin.FROM_STOCK)))
                .traced())
        .isEmpty();
    assertThat(ask(PledgeFilter.NONE).traced()).hasSize(4);
  }

  @Test
  void partGoesByItsOwnFields() {
    PledgeFixture whole = of(9, "w", "USA").programme("PURL");
    CoverageQuestion asked =
        CoverageQuestion.about(whole, of(3, "p", "USA").partOf(whole))
            .filter(new PledgeFilter(Set.of(), Set.of("PURL"), Set.of()));
    assertThat(asked.traced()).containsExactly("w");
  }
}
