package org.alliedregistry.domain.coverage;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.all;
import static org.alliedregistry.support.Sizes.atLeast;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.from;
import static org.alliedregistry.support.Sizes.range;
import static org.alliedregistry.support.Sizes.some;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.Sizes.upTo;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.alliedregistry.support.StatementFixture.that;
import static org.assertj.core.api.Assertions.assertThat;

import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.support.CoverageQuestion;
import org.alliedregistry.support.PledgeFixture;
import org.alliedregistry.support.StatementFixture;
import org.junit.jupiter.api.Test;

class OnStatedNumbersTest {

  private static PledgeFixture fra(StatementFixture... statement) {
    return pledge("a", "FRA").with(statement);
  }

  private static Interval stated(CoverageQuestion ask) {
    return ask.land().onStatedNumbers().counted();
  }

  @Test
  void pledgeWithoutANumberAddsNothingToThem() {
    CoverageQuestion ask =
        CoverageQuestion.about(
            fra(pledged().wording("several thousand")),
            pledge("b", "GBR").with(pledged(troops(5000))),
            pledge("c", "POL").with(pledged(upTo(3000))));
    assertThat(ask.counted()).isEqualTo(from(5000));
    Score score = ask.land().onStatedNumbers();
    assertThat(score.counted()).isEqualTo(range(5000, 8000));
    assertThat(score.ratio()).isEqualTo(range("0.25", "0.4"));
    assertThat(score.gap()).isEqualTo(range(12_000, 15_000));
    assertThat(score.verdict()).isEqualTo(Verdict.NOT_MET);
    assertThat(ask.land().score().verdict()).isEqualTo(Verdict.UNDETERMINED);
  }

  @Test
  void atLeastIsClosedToWhatWasStated() {
    assertThat(stated(CoverageQuestion.about(fra(pledged(atLeast(3000))))))
        .isEqualTo(exactly(3000));
  }

  @Test
  void conditionStillTakesAwayTheCertainty() {
    CoverageQuestion ask = CoverageQuestion.about(fra(pledged(atLeast(3000)).conditions("X")));
    assertThat(ask.counted()).isEqualTo(Interval.UNBOUNDED);
    assertThat(stated(ask)).isEqualTo(range(0, 3000));
  }

  @Test
  void boundedCountIsTheSameOnStatedNumbers() {
    CoverageQuestion ask = CoverageQuestion.about(fra(pledged(upTo(3000)).committed(troops(1000))));
    assertThat(stated(ask)).isEqualTo(ask.counted()).isEqualTo(range(1000, 3000));
  }

  @Test
  void unquantifiedPledgeKeepsTheNumberOfItsCommitment() {
    CoverageQuestion ask = CoverageQuestion.about(fra(pledged().committed(troops(1000))));
    assertThat(ask.counted()).isEqualTo(from(1000));
    assertThat(stated(ask)).isEqualTo(exactly(1000));
    CoverageQuestion possible = CoverageQuestion.about(fra(pledged().committed(upTo(1000))));
    assertThat(stated(possible)).isEqualTo(range(0, 1000));
  }

  @Test
  void someOfAtLeastIsUpToWhatWasStated() {
    CoverageQuestion ask =
        CoverageQuestion.about(fra(pledged(atLeast(3000)).committed(some()))).at(Rung.COMMITTED);
    assertThat(ask.counted()).isEqualTo(Interval.UNBOUNDED);
    assertThat(stated(ask)).isEqualTo(range(0, 3000));
  }

  @Test
  void allOfAtLeastIsWhatWasStated() {
    CoverageQuestion ask =
        CoverageQuestion.about(fra(pledged(atLeast(3000)).committed(all()))).at(Rung.COMMITTED);
    assertThat(ask.counted()).isEqualTo(from(3000));
    assertThat(stated(ask)).isEqualTo(exactly(3000));
  }

  @Test
  void atLeastSoMuchCommittedIsClosedToItToo() {
    CoverageQuestion ask =
        CoverageQuestion.about(fra(pledged(), that().committed(atLeast(700)))).at(Rung.COMMITTED);
    assertThat(ask.counted()).isEqualTo(from(700));
    assertThat(stated(ask)).isEqualTo(exactly(700));
  }

  @Test
  void sharesOfAnOpenAmountAreClosedBeforeTheyAreSplit() {
    PledgeFixture joint = pledge("j", "FRA", "GBR").shares("2", "1").with(pledged(atLeast(900)));
    CoverageQuestion ask = CoverageQuestion.about(joint).ally("FRA");
    assertThat(ask.counted()).isEqualTo(from(600));
    assertThat(stated(ask)).isEqualTo(exactly(600));
  }

  @Test
  void unquantifiedPartIsClosedWithinItsOpenWhole() {
    PledgeFixture joint = pledge("w", "FRA", "GBR").with(pledged(atLeast(5000)));
    CoverageQuestion ask =
        CoverageQuestion.about(
            joint,
            pledge("p", "FRA").partOf(joint).with(pledged()),
            pledge("q", "GBR").partOf(joint).with(pledged(upTo(6000))));
    assertThat(ask.counted()).isEqualTo(from(5000));
    assertThat(stated(ask)).isEqualTo(range(5000, 6000));
  }

  @Test
  void atLeastSoMuchOfAtLeastMoreIsClosedToItsOwnNumber() {
    CoverageQuestion ask =
        CoverageQuestion.about(fra(pledged(atLeast(4000)).committed(atLeast(700))))
            .at(Rung.COMMITTED);
    assertThat(ask.counted()).isEqualTo(from(700));
    assertThat(stated(ask)).isEqualTo(exactly(700));
  }
}
