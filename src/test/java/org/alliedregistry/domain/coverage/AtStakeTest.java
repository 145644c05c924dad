package org.alliedregistry.domain.coverage;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.atLeast;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.from;
import static org.alliedregistry.support.Sizes.range;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.alliedregistry.domain.coverage.RequirementCoverage.OpenCondition;
import org.alliedregistry.support.CoverageQuestion;
import org.alliedregistry.support.Fixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is lost if an open condition fails, and what counts if all are met. */
class AtStakeTest {

  private static OpenCondition condition(CoverageQuestion ask, String code) {
    return ask.land().conditions().stream()
        .filter(c -> c.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static Difference falls(long low, @Nullable Long high) {
    return new Difference(BigDecimal.valueOf(low), high == null ? null : BigDecimal.valueOf(high));
  }

  @Test
  void isWhatIsNotInPlace() {
    CoverageQuestion ask =
        CoverageQuestion.about(
            pledge("a", "FRA").with(pledged(troops(3000)).inPlace(troops(500)).conditions("X")),
            pledge("b", "GBR").with(pledged(troops(2000))));

    assertThat(ask.counted()).isEqualTo(range(2500, 5000));
    assertThat(condition(ask, "X").atStake()).isEqualTo(falls(0, 2500L));
    assertThat(condition(ask, "X").statedAtStake()).isEqualTo(falls(0, 2500L));
    assertThat(ask.land().ifAllMet()).isEqualTo(exactly(5000));
  }

  @Test
  void eachOfTwoConditionsPutsAllAtStakeAndUnlocksNothing() {
    CoverageQuestion ask =
        CoverageQuestion.about(pledge("a", "FRA").with(pledged(troops(3000)).conditions("X", "Y")));

    assertThat(condition(ask, "X").unlocks()).isZero();
    assertThat(condition(ask, "X").atStake()).isEqualTo(falls(0, 3000L));
    assertThat(condition(ask, "Y").atStake()).isEqualTo(falls(0, 3000L));
    assertThat(ask.land().ifAllMet()).isEqualTo(exactly(3000));
  }

  @Test
  void ofAnUnboundedHighOnlyTheStatedNumbersAreAtStake() {
    CoverageQuestion ask =
        CoverageQuestion.about(pledge("a", "FRA").with(pledged(atLeast(3000)).conditions("X")));

    assertThat(condition(ask, "X").atStake()).isEqualTo(falls(0, null));
    assertThat(condition(ask, "X").statedAtStake()).isEqualTo(falls(0, 3000L));
    assertThat(ask.land().ifAllMet()).isEqualTo(from(3000));
  }

  @Test
  void conditionThatIsMetForAnAllyIsAtStakeForItToo() {
    CoverageQuestion ask =
        CoverageQuestion.about(
                pledge("a", "FRA").with(pledged(troops(3000)).conditions("X")),
                pledge("b", "GBR").with(pledged(troops(2000)).conditions("X")))
            .given(Fixtures.condition("X").perAlly().met("FRA"));

    assertThat(condition(ask, "X").atStake()).isEqualTo(falls(3000, 5000L));
  }

  @Test
  void conditionThatFailedForAnAllyStaysSo() {
    CoverageQuestion ask =
        CoverageQuestion.about(
                pledge("a", "FRA").with(pledged(troops(3000)).conditions("X")),
                pledge("b", "GBR").with(pledged(troops(2000)).conditions("X")))
            .given(Fixtures.condition("X").perAlly().failed("FRA"));

    assertThat(ask.land().ifAllMet()).isEqualTo(exactly(2000));
  }
}
