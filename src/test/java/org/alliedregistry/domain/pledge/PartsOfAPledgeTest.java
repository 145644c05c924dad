package org.alliedregistry.domain.pledge;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.all;
import static org.alliedregistry.support.Sizes.atLeast;
import static org.alliedregistry.support.Sizes.between;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.from;
import static org.alliedregistry.support.Sizes.of;
import static org.alliedregistry.support.Sizes.range;
import static org.alliedregistry.support.Sizes.some;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.Sizes.upTo;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.alliedregistry.support.StatementFixture.that;
import static org.assertj.core.api.Assertions.assertThat;

import org.alliedregistry.domain.pledge.statement.FieldValue;
import org.alliedregistry.domain.pledge.statement.Progress;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.support.StatementFixture;
import org.junit.jupiter.api.Test;

class PartsOfAPledgeTest {

  private static Interval committed(StatementFixture... statement) {
    return pledge("a", "FRA").with(statement).at(Rung.COMMITTED);
  }

  @Test
  void notSpokenOfIsNothing() {
    assertThat(committed(pledged(troops(5000)))).isEqualTo(Interval.ZERO);
  }

  @Test
  void expresslyNoneIsNothing() {
    assertThat(
            committed(
                pledged(troops(5000)).committed(all()),
                that().committed(FieldValue.<Progress>explicitNull())))
        .isEqualTo(Interval.ZERO);
  }

  @Test
  void allIsTheWholeAmount() {
    assertThat(committed(pledged(between(3000, 5000)), that().committed(all())))
        .isEqualTo(range(3000, 5000));
  }

  @Test
  void allIsTheAmountAsItWasThen() {
    assertThat(
            committed(pledged(troops(5000)), that().committed(all()), that().amount(troops(9000))))
        .isEqualTo(exactly(5000));
  }

  @Test
  void allSaidInOneBreathWithTheAmountIsThatAmount() {
    assertThat(committed(pledged(troops(5000)), that().amount(troops(9000)).committed(all())))
        .isEqualTo(exactly(9000));
  }

  @Test
  void allOfWhatWasNotStatedYetIsAllOfTheFirstStatedLater() {
    assertThat(
            committed(
                pledged().committed(all()),
                that().amount(troops(4000)),
                that().amount(troops(9000))))
        .isEqualTo(exactly(4000));
  }

  @Test
  void allOfWhatWasExpresslyNotQuantifiedIsNotFilledByThePress() {
    assertThat(
            committed(
                pledged().noAmount().committed(all()), that().amount(troops(4000)).reported()))
        .isEqualTo(Interval.UNBOUNDED);
  }

  @Test
  void allOfWhatWasExpresslyNotQuantifiedIsAllOfTheFirstOfficialAmountLater() {
    assertThat(
            committed(
                pledged().noAmount(),
                that().amount(troops(3000)).reported(),
                that().committed(all()),
                that().amount(troops(5000))))
        .isEqualTo(exactly(5000));
  }

  @Test
  void allOfWhatIsNeverStatedIsUnbounded() {
    assertThat(committed(pledged().committed(all()))).isEqualTo(Interval.UNBOUNDED);
  }

  @Test
  void someIsUpToTheAmountInEffectNow() {
    assertThat(
            committed(pledged(troops(5000)).committed(some()), that().amount(between(6000, 9000))))
        .isEqualTo(range(0, 9000));
    assertThat(committed(pledged().committed(some()))).isEqualTo(Interval.UNBOUNDED);
  }

  @Test
  void boundedPartIsWhatWasSaid() {
    assertThat(committed(pledged(troops(5000)).committed(between(1000, 2000))))
        .isEqualTo(range(1000, 2000));
    assertThat(committed(pledged(troops(5000)).committed(upTo(7000)))).isEqualTo(range(0, 7000));
  }

  @Test
  void atLeastReachesUpToTheAmount() {
    assertThat(committed(pledged(troops(5000)).committed(atLeast(3000))))
        .isEqualTo(range(3000, 5000));
    assertThat(committed(pledged(troops(5000)).committed(atLeast(6000)))).isEqualTo(exactly(6000));
    assertThat(committed(pledged().committed(atLeast(3000)))).isEqualTo(from(3000));
  }

  @Test
  void partIsConvertedByThePlanningFactors() {
    assertThat(committed(pledged(troops(5000)).committed(of(2, "company"))))
        .isEqualTo(range(100, 500));
  }

  @Test
  void partWithoutPlanningFactorIsSome() {
    assertThat(committed(pledged(troops(5000)).committed(of(2, "flotilla"))))
        .isEqualTo(range(0, 5000));
  }

  @Test
  void amountWithoutPlanningFactorIsUnbounded() {
    assertThat(committed(pledged(of(2, "flotilla")).committed(all())))
        .isEqualTo(Interval.UNBOUNDED);
  }
}
