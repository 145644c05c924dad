package org.alliedregistry.domain.coverage.contribution;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.all;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.range;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.alliedregistry.support.StatementFixture.that;
import static org.assertj.core.api.Assertions.assertThat;

import org.alliedregistry.support.CoverageQuestion;
import org.alliedregistry.support.StatementFixture;
import org.junit.jupiter.api.Test;

class FreshnessRuleTest {

  private static CoverageQuestion fra(StatementFixture... statements) {
    return CoverageQuestion.about(pledge("a", "FRA").with(statements)).validAt("2026-03-03");
  }

  private static StatementFixture said() {
    return pledged(troops(1000)).on("2026-01-01");
  }

  @Test
  void aPromiseThatIsTooOldIsOnlyPossible() {
    assertThat(fra(said()).freshness(61).counted()).isEqualTo(exactly(1000));
    assertThat(fra(said()).freshness(60).counted()).isEqualTo(range(0, 1000));
    assertThat(fra(said()).freshness(60).reasons()).containsExactly(Reason.STALE);
  }

  @Test
  void anyWordOfThePledgeItselfKeepsItFresh() {
    assertThat(fra(said(), that().on("2026-02-01").days(30)).freshness(60).reasons())
        .containsExactly(Reason.COUNTED);
  }

  @Test
  void whatIsInPlaceStaysCertain() {
    assertThat(fra(said().inPlace(troops(300))).freshness(60).counted())
        .isEqualTo(range(300, 1000));
    assertThat(fra(said().inPlace(all())).freshness(60).reasons()).containsExactly(Reason.COUNTED);
  }

  @Test
  void standsAmongTheReasonsInTheirOrder() {
    assertThat(fra(said().conditions("CEASEFIRE")).within(10).freshness(60).reasons())
        .containsExactly(Reason.CONDITION_OPEN, Reason.DAYS_UNKNOWN, Reason.STALE);
  }

  @Test
  void theAgeIsThatOnTheDayOfTheQuestionAndNotOfTheAvailability() {
    assertThat(fra(said().from("2026-01-01")).availableOn("2027-01-01").freshness(61).reasons())
        .containsExactly(Reason.COUNTED);
  }
}
