package org.alliedregistry.domain.coverage;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.from;
import static org.alliedregistry.support.Sizes.range;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.support.Baselines;
import org.alliedregistry.support.CoverageQuestion;
import org.junit.jupiter.api.Test;

class ScoreTest {

  private static Score of(Interval counted) {
    return Score.of(counted, new BigDecimal("20000"), null);
  }

  @Test
  void certainAndPossibleAreScoredEach() {
    Score score = of(range(5000, 25_000));
    assertThat(score.ratio()).isEqualTo(range("0.25", "1.25"));
    assertThat(score.fill()).isEqualTo(range("0.25", "1"));
    assertThat(score.gap()).isEqualTo(range(0, 15_000));
    assertThat(score.surplus()).isEqualTo(range(0, 5000));
    assertThat(score.verdict()).isEqualTo(Verdict.UNDETERMINED);
  }

  @Test
  void justShortIsNeverShownAsMet() {
    Score score = of(exactly("19999.5"));
    assertThat(score.ratio()).isEqualTo(exactly("0.9999"));
    assertThat(score.fill()).isEqualTo(exactly("0.9999"));
    assertThat(score.gap()).isEqualTo(exactly("0.5"));
    assertThat(score.verdict()).isEqualTo(Verdict.NOT_MET);
  }

  @Test
  void exactlyEnoughIsMet() {
    Score score = of(exactly(20_000));
    assertThat(score.ratio()).isEqualTo(exactly(1));
    assertThat(score.gap()).isEqualTo(Interval.ZERO);
    assertThat(score.surplus()).isEqualTo(Interval.ZERO);
    assertThat(score.verdict()).isEqualTo(Verdict.MET);
  }

  @Test
  void moreThanEnoughIsMetAndUncapped() {
    Score score = of(from(30_000));
    assertThat(score.ratio()).isEqualTo(new Interval(new BigDecimal("1.5"), null));
    assertThat(score.fill()).isEqualTo(exactly(1));
    assertThat(score.gap()).isEqualTo(Interval.ZERO);
    assertThat(score.surplus()).isEqualTo(from(10_000));
    assertThat(score.verdict()).isEqualTo(Verdict.MET);
  }

  @Test
  void unboundedIsUndetermined() {
    Score score = of(from(0));
    assertThat(score.ratio()).isEqualTo(Interval.UNBOUNDED);
    assertThat(score.fill()).isEqualTo(range(0, 1));
    assertThat(score.gap()).isEqualTo(range(0, 20_000));
    assertThat(score.surplus()).isEqualTo(Interval.UNBOUNDED);
    assertThat(score.verdict()).isEqualTo(Verdict.UNDETERMINED);
  }

  @Test
  void possiblyJustEnoughIsUndetermined() {
    assertThat(of(range(0, 20_000)).verdict()).isEqualTo(Verdict.UNDETERMINED);
    assertThat(of(range(0, 19_999)).verdict()).isEqualTo(Verdict.NOT_MET);
  }

  @Test
  void withoutARequiredAmountThereIsNothingToScore() {
    Score score = Score.of(exactly(7), null, null);
    assertThat(score.counted()).isEqualTo(exactly(7));
    assertThat(score.ratio()).isNull();
    assertThat(score.fill()).isNull();
    assertThat(score.gap()).isNull();
    assertThat(score.surplus()).isNull();
    assertThat(score.verdict()).isEqualTo(Verdict.NOT_QUANTIFIED);
  }

  @Test
  void contributionsToAnUnquantifiedRequirementAreStillListed() {
    CoverageQuestion ask =
        CoverageQuestion.about(pledge("a", "FRA").with(pledged(troops(7))))
            .against(Baselines.requiring(Baselines.LAND, null));
    assertThat(ask.land().score().verdict()).isEqualTo(Verdict.NOT_QUANTIFIED);
    assertThat(ask.land().onStatedNumbers().verdict()).isEqualTo(Verdict.NOT_QUANTIFIED);
    assertThat(ask.counted()).isEqualTo(exactly(7));
    assertThat(ask.traced()).containsExactly("a");
  }

  @Test
  void requiredAmountIsConvertedIntoTheUnitOfAccount() {
    assertThat(CoverageQuestion.about().land().requiredInAccount())
        .isEqualTo(new BigDecimal("20000"));
    assertThat(CoverageQuestion.about().land().score().gap()).isEqualTo(exactly(20_000));
    assertThat(CoverageQuestion.about().requirement("AIR").requiredInAccount())
        .isEqualTo(new BigDecimal("200"));
  }
}
