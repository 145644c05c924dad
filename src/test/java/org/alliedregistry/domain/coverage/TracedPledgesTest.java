package org.alliedregistry.domain.coverage;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.of;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.alliedregistry.support.StatementFixture.that;
import static org.assertj.core.api.Assertions.assertThat;

import org.alliedregistry.support.CoverageQuestion;
import org.alliedregistry.support.PledgeFixture;
import org.junit.jupiter.api.Test;

class TracedPledgesTest {

  private static PledgeFixture fra() {
    return pledge("a", "FRA").with(pledged(troops(5000)).on("2026-03-01"));
  }

  @Test
  void anotherCapabilityIsNot() {
    PledgeFixture jets = pledge("j", "FRA").of("COMBAT_AIRCRAFT").with(pledged(of(12, "aircraft")));
    CoverageQuestion ask = CoverageQuestion.about(fra(), jets);
    assertThat(ask.traced()).containsExactly("a");
    assertThat(ask.requirement("AIR").score().counted()).isEqualTo(exactly(12));
  }

  @Test
  void pledgeOfWhichNothingIsSaidYetIsNot() {
    assertThat(CoverageQuestion.about(fra()).validAt("2026-02-28").traced()).isEmpty();
    assertThat(CoverageQuestion.about(fra()).validAt("2026-03-01").traced()).containsExactly("a");
  }

  @Test
  void voidedPledgeIsNot() {
    assertThat(CoverageQuestion.about(fra().with(that().voids("a#1"))).traced()).isEmpty();
  }

  @Test
  void linesAreSortedByAlliesThenByAge() {
    CoverageQuestion ask =
        CoverageQuestion.about(
            pledge("1", "GBR").with(pledged(troops(1))),
            pledge("2", "GBR", "FRA").with(pledged(troops(1))),
            pledge("3", "FRA").with(pledged(troops(1)).on("2026-02-02")),
            pledge("4", "FRA").with(pledged(troops(1)).on("2026-01-01")));
    assertThat(ask.traced()).containsExactly("3", "4", "2", "1");
  }
}
