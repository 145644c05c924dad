package org.alliedregistry.domain.coverage.contribution;

import static org.alliedregistry.support.Given.pledge;
import static org.alliedregistry.support.Say.pledged;
import static org.alliedregistry.support.Sizes.all;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.range;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.Sizes.upTo;
import static org.assertj.core.api.Assertions.assertThat;

import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.support.Ask;
import org.alliedregistry.support.GivenPledge;
import org.junit.jupiter.api.Test;

class AllyFilterTest {

  private static GivenPledge fra() {
    return pledge("f", "FRA").says(pledged(troops(5000)));
  }

  private static GivenPledge gbr() {
    return pledge("g", "GBR").says(pledged(troops(3000)));
  }

  private static GivenPledge joint() {
    return pledge("j", "FRA", "GBR").says(pledged(troops(900)));
  }

  @Test
  void onlyTheseAreAskedAbout() {
    Ask ask = Ask.about(fra(), gbr()).ally("FRA");
    assertThat(ask.counted()).isEqualTo(exactly(5000));
    assertThat(ask.traced()).containsExactly("f");
  }

  @Test
  void allButThoseAreAskedAbout() {
    assertThat(Ask.about(fra(), gbr()).without("FRA").counted()).isEqualTo(exactly(3000));
    assertThat(Ask.about(fra(), gbr()).ally("FRA", "GBR").without("FRA").counted())
        .isEqualTo(exactly(3000));
    assertThat(Ask.about(fra(), gbr()).without("EST").counted()).isEqualTo(exactly(8000));
  }

  @Test
  void jointPledgeWithSharesKeepsTheirShares() {
    Ask ask = Ask.about(joint().shares("2", "1")).ally("FRA");
    assertThat(ask.counted()).isEqualTo(exactly(600));
    assertThat(ask.reasons()).containsExactly(Reason.COUNTED);
    assertThat(ask.line("j").counted()).isEqualTo(exactly(600));
    assertThat(ask.without("FRA").ally("GBR").counted()).isEqualTo(exactly(300));
  }

  @Test
  void jointPledgeWithoutSharesIsUncertain() {
    Ask ask = Ask.about(joint()).ally("FRA");
    assertThat(ask.counted()).isEqualTo(range(0, 900));
    assertThat(ask.reasons()).containsExactly(Reason.SHARES_UNKNOWN);
    assertThat(Ask.about(joint()).without("GBR").reasons()).containsExactly(Reason.SHARES_UNKNOWN);
  }

  @Test
  void unknownSharesTouchWhatIsInPlace() {
    GivenPledge there = pledge("j", "FRA", "GBR").says(pledged(troops(900)).inPlace(all()));
    assertThat(Ask.about(there).ally("FRA").counted()).isEqualTo(range(0, 900));
  }

  @Test
  void jointPledgeOfWhichAllAreKeptIsWhole() {
    assertThat(Ask.about(joint()).ally("FRA", "GBR", "EST").reasons())
        .containsExactly(Reason.COUNTED);
    assertThat(Ask.about(joint().shares("2", "1")).without("EST").counted())
        .isEqualTo(exactly(900));
  }

  @Test
  void jointPledgeOfWhichNoneIsKeptIsNotInTheTrace() {
    Ask ask = Ask.about(joint()).ally("EST");
    assertThat(ask.counted()).isEqualTo(Interval.ZERO);
    assertThat(ask.traced()).isEmpty();
  }

  @Test
  void everyRungKeepsTheSameAllies() {
    Ask ask = Ask.about(joint().shares("2", "1"), gbr()).ally("FRA");
    assertThat(ask.land().byRung())
        .containsEntry(org.alliedregistry.domain.pledge.Rung.PLEDGED, exactly(600))
        .containsEntry(org.alliedregistry.domain.pledge.Rung.COMMITTED, Interval.ZERO);
  }

  @Test
  void filterComesBeforeWholesAndParts() {
    GivenPledge whole = pledge("w", "FRA", "GBR").says(pledged(troops(15_000)));
    Ask ask =
        Ask.about(
                whole,
                pledge("p", "FRA").partOf(whole).says(pledged(troops(6000))),
                pledge("q", "GBR").partOf(whole).says(pledged(upTo(20_000))))
            .ally("FRA");
    assertThat(ask.counted()).isEqualTo(range(6000, 15_000));
    assertThat(ask.traced()).containsExactly("p", "w");
  }

  @Test
  void sharesOfAWholeAreKeptBeforeItsPartsAreSetAgainstIt() {
    GivenPledge whole = pledge("w", "FRA", "GBR").shares("2", "1").says(pledged(troops(9000)));
    GivenPledge part = pledge("p", "FRA").partOf(whole).says(pledged(troops(5000)));
    assertThat(Ask.about(whole, part).ally("FRA").counted()).isEqualTo(exactly(6000));
    assertThat(Ask.about(whole, part).ally("GBR").counted()).isEqualTo(exactly(3000));
  }
}
