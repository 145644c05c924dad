package org.alliedregistry.domain.coverage;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.between;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.range;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.alliedregistry.domain.coverage.contribution.Reason;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.support.Baselines;
import org.alliedregistry.support.CoverageQuestion;
import org.alliedregistry.support.PledgeFixture;
import org.junit.jupiter.api.Test;

/** What counts under a caveat, and what is refused for one. */
class UnderCaveatsTest {

  private static CoverageQuestion ask() {
    return CoverageQuestion.about(
        pledge("1", "FRA").with(pledged(troops(1000))),
        pledge("2", "DEU").with(pledged(troops(2000)).caveats("NON_COMBAT_ROLE")),
        pledge("3", "POL")
            .with(pledged(between(3000, 4000)).caveats("NON_COMBAT_ROLE", "REAR_AREA_ONLY")));
  }

  @Test
  void amountOfAPledgeIsUnderEachOfItsCaveats() {
    assertThat(ask().land().underCaveats())
        .isEqualTo(
            Map.of("NON_COMBAT_ROLE", range(5000, 6000), "REAR_AREA_ONLY", range(3000, 4000)));
  }

  @Test
  void pledgeWithARefusedCaveatCountsNothing() {
    CoverageQuestion refusing = ask().refuse("REAR_AREA_ONLY");

    assertThat(refusing.counted()).isEqualTo(exactly(3000));
    assertThat(refusing.line("3").reasons()).containsExactly(Reason.CAVEAT_REFUSED);
    assertThat(refusing.land().underCaveats()).isEqualTo(Map.of("NON_COMBAT_ROLE", exactly(2000)));
  }

  @Test
  void requirementRefusesAsTheQuestionDoes() {
    CoverageQuestion refusing =
        ask().against(Baselines.refusing(Baselines.LAND, "NON_COMBAT_ROLE"));

    assertThat(refusing.counted()).isEqualTo(exactly(1000));
    assertThat(refusing.land().underCaveats()).isEmpty();
  }

  @Test
  void partStandsUnderTheCaveatsOfItsWhole() {
    PledgeFixture whole =
        pledge("w", "FRA", "GBR").with(pledged(troops(500)).caveats("REAR_AREA_ONLY"));
    CoverageQuestion ask =
        CoverageQuestion.about(whole, pledge("p", "GBR").partOf(whole).with(pledged(troops(700))));

    assertThat(ask.land().underCaveats()).isEqualTo(Map.of("REAR_AREA_ONLY", exactly(700)));
    assertThat(ask.refuse("REAR_AREA_ONLY").counted()).isEqualTo(Interval.ZERO);
  }
}
