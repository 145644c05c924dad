package org.alliedregistry.domain.coverage;

import static org.alliedregistry.support.Baselines.AIR;
import static org.alliedregistry.support.Baselines.LAND;
import static org.alliedregistry.support.Baselines.SEA;
import static org.alliedregistry.support.Baselines.requiring;
import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.of;
import static org.alliedregistry.support.Sizes.upTo;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.assertj.core.api.Assertions.assertThat;

import org.alliedregistry.domain.quantity.Quantity;
import org.alliedregistry.support.CoverageQuestion;
import org.junit.jupiter.api.Test;

class BindingRequirementTest {

  private static CoverageQuestion given(Quantity troops, Quantity aircraft) {
    return CoverageQuestion.about(
        pledge("a", "FRA").with(pledged(troops)),
        pledge("b", "FRA").of("COMBAT_AIRCRAFT").with(pledged(aircraft)));
  }

  @Test
  void lowestCertainFillBinds() {
    assertThat(given(of(10_000, "troops"), of(80, "aircraft")).coverage().binding())
        .isEqualTo("AIR");
    assertThat(given(of(5000, "troops"), of(80, "aircraft")).coverage().binding())
        .isEqualTo("LAND");
  }

  @Test
  void lowestPossibleFillBindsWhereTheCertainIsEqual() {
    assertThat(given(upTo(10_000), upTo(80, "aircraft")).coverage().binding()).isEqualTo("AIR");
    assertThat(given(upTo(5000), upTo(80, "aircraft")).coverage().binding()).isEqualTo("LAND");
  }

  @Test
  void firstBindsWhereBothAreEqual() {
    assertThat(given(of(10_000, "troops"), of(100, "aircraft")).coverage().binding())
        .isEqualTo("LAND");
    assertThat(
            given(of(10_000, "troops"), of(100, "aircraft"))
                .against(AIR, LAND)
                .coverage()
                .binding())
        .isEqualTo("AIR");
  }

  @Test
  void surplusDoesNotCount() {
    assertThat(given(of(40_000, "troops"), of(200, "aircraft")).coverage().binding())
        .isEqualTo("LAND");
    assertThat(
            given(of(40_000, "troops"), of(200, "aircraft"))
                .against(AIR, LAND)
                .coverage()
                .binding())
        .isEqualTo("AIR");
  }

  @Test
  void unquantifiedRequirementNeverBinds() {
    assertThat(CoverageQuestion.about().against(SEA, LAND).coverage().binding()).isEqualTo("LAND");
    assertThat(CoverageQuestion.about().against(SEA, requiring(LAND, null)).coverage().binding())
        .isNull();
  }

  @Test
  void surplusNeverSpills() {
    CoverageQuestion ask = given(of(40_000, "troops"), of(0, "aircraft"));
    assertThat(ask.requirement("AIR").score().verdict()).isEqualTo(Verdict.NOT_MET);
    assertThat(ask.requirement("LAND").score().verdict()).isEqualTo(Verdict.MET);
  }
}
