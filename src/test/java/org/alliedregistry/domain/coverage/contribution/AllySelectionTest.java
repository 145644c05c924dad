package org.alliedregistry.domain.coverage.contribution;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.all;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.range;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.Sizes.upTo;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.assertj.core.api.Assertions.assertThat;

import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.support.CoverageQuestion;
import org.alliedregistry.support.PledgeFixture;
import org.junit.jupiter.api.Test;

class AllySelectionTest {

  private static PledgeFixture fra() {
    return pledge("f", "FRA").with(pledged(troops(5000)));
  }

  private static PledgeFixture gbr() {
    return pledge("g", "GBR").with(pledged(troops(3000)));
  }

  private static PledgeFixture joint() {
    return pledge("j", "FRA", "GBR").with(pledged(troops(900)));
  }

  @Test
  void onlyTheseAreAskedAbout() {
    CoverageQuestion ask = CoverageQuestion.about(fra(), gbr()).ally("FRA");
    assertThat(ask.counted()).isEqualTo(exactly(5000));
    assertThat(ask.traced()).containsExactly("f");
  }

  @Test
  void allButThoseAreAskedAbout() {
    assertThat(CoverageQuestion.about(fra(), gbr()).without("FRA").counted())
        .isEqualTo(exactly(3000));
    assertThat(CoverageQuestion.about(fra(), gbr()).ally("FRA", "GBR").without("FRA").counted())
        .isEqualTo(exactly(3000));
    assertThat(CoverageQuestion.about(fra(), gbr()).without("EST").counted())
        .isEqualTo(exactly(8000));
  }

  @Test
  void jointPledgeWithSharesKeepsTheirShares() {
    CoverageQuestion ask = CoverageQuestion.about(joint().shares("2", "1")).ally("FRA");
    assertThat(ask.counted()).isEqualTo(exactly(600));
    assertThat(ask.reasons()).containsExactly(Reason.COUNTED);
    assertThat(ask.line("j").counted()).isEqualTo(exactly(600));
    assertThat(ask.without("FRA").ally("GBR").counted()).isEqualTo(exactly(300));
  }

  @Test
  void jointPledgeWithoutSharesIsUncertain() {
    CoverageQuestion ask = CoverageQuestion.about(joint()).ally("FRA");
    assertThat(ask.counted()).isEqualTo(range(0, 900));
    assertThat(ask.reasons()).containsExactly(Reason.SHARES_UNKNOWN);
    assertThat(CoverageQuestion.about(joint()).without("GBR").reasons())
        .containsExactly(Reason.SHARES_UNKNOWN);
  }

  @Test
  void unknownSharesTouchWhatIsInPlace() {
    PledgeFixture there = pledge("j", "FRA", "GBR").with(pledged(troops(900)).inPlace(all()));
    assertThat(CoverageQuestion.about(there).ally("FRA").counted()).isEqualTo(range(0, 900));
  }

  @Test
  void jointPledgeOfWhichAllAreKeptIsWhole() {
    assertThat(CoverageQuestion.about(joint()).ally("FRA", "GBR", "EST").reasons())
        .containsExactly(Reason.COUNTED);
    assertThat(CoverageQuestion.about(joint().shares("2", "1")).without("EST").counted())
        .isEqualTo(exactly(900));
  }

  @Test
  void jointPledgeOfWhichNoneIsKeptIsNotInTheTrace() {
    CoverageQuestion ask = CoverageQuestion.about(joint()).ally("EST");
    assertThat(ask.counted()).isEqualTo(Interval.ZERO);
    assertThat(ask.traced()).isEmpty();
  }

  @Test
  void everyRungKeepsTheSameAllies() {
    CoverageQuestion ask = CoverageQuestion.about(joint().shares("2", "1"), gbr()).ally("FRA");
    assertThat(ask.land().byRung())
        .containsEntry(org.alliedregistry.domain.pledge.Rung.PLEDGED, exactly(600))
        .containsEntry(org.alliedregistry.domain.pledge.Rung.COMMITTED, Interval.ZERO);
  }

  @Test
  void filterComesBeforeWholesAndParts() {
    PledgeFixture whole = pledge("w", "FRA", "GBR").with(pledged(troops(15_000)));
    CoverageQuestion ask =
        CoverageQuestion.about(
                whole,
                pledge("p", "FRA").partOf(whole).with(pledged(troops(6000))),
                pledge("q", "GBR").partOf(whole).with(pledged(upTo(20_000))))
            .ally("FRA");
    assertThat(ask.counted()).isEqualTo(range(6000, 15_000));
    assertThat(ask.traced()).containsExactly("p", "w");
  }

  @Test
  void sharesOfAWholeAreKeptBeforeItsPartsAreSetAgainstIt() {
    PledgeFixture whole = pledge("w", "FRA", "GBR").shares("2", "1").with(pledged(troops(9000)));
    PledgeFixture part = pledge("p", "FRA").partOf(whole).with(pledged(troops(5000)));
    assertThat(CoverageQuestion.about(whole, part).ally("FRA").counted()).isEqualTo(exactly(6000));
    assertThat(CoverageQuestion.about(whole, part).ally("GBR").counted()).isEqualTo(exactly(3000));
  }
}
