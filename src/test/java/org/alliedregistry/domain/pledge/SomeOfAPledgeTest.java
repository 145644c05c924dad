package org.alliedregistry.domain.pledge;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.all;
import static org.alliedregistry.support.Sizes.atLeast;
import static org.alliedregistry.support.Sizes.exactly;
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
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.support.PledgeFixture;
import org.alliedregistry.support.StatementFixture;
import org.junit.jupiter.api.Test;

/** "Some of it" leaves the number open for other statements. */
class SomeOfAPledgeTest {

  private static PledgeFixture given(StatementFixture... statements) {
    return pledge("a", "FRA").with(pledged(troops(5000))).with(statements);
  }

  private static Interval committed(StatementFixture... statements) {
    return given(statements).at(Rung.COMMITTED);
  }

  @Test
  void isFromNothingToTheAmountWithoutANumber() {
    assertThat(committed(that().committed(some()))).isEqualTo(range(0, 5000));
  }

  @Test
  void takesANumberOfWeakerEvidence() {
    PledgeFixture pledge =
        given(that().committed(some()), that().committed(troops(3000)).reported());

    assertThat(pledge.at(Rung.COMMITTED)).isEqualTo(exactly(3000));
    assertThat(pledge.amounts().hasWeakerAmount()).isTrue();
    assertThat(pledge.terms().committed().part().basis()).extracting("id").isEqualTo("a#3");
    assertThat(pledge.terms().disputed()).isFalse();
  }

  @Test
  void takesTheStrongestNumberAndOfTheseTheLast() {
    assertThat(
            committed(
                that().committed(some()),
                that().committed(troops(1000)).reported(),
                that().committed(troops(2000)).reported(),
                that().committed(troops(3000)).by(EvidenceGrade.SPECULATIVE)))
        .isEqualTo(exactly(2000));
  }

  @Test
  void keepsANumberOfTheSameGradeThatWasSaidEarlier() {
    assertThat(committed(that().committed(troops(2000)), that().committed(some())))
        .isEqualTo(exactly(2000));
  }

  @Test
  void takesNoNumberFromBeforeTheLastNone() {
    assertThat(
            committed(
                that().committed(troops(2000)).reported(),
                that().committed(troops(0)),
                that().committed(some())))
        .isEqualTo(range(0, 5000));
    assertThat(
            committed(
                that().committed(some()),
                that().committed(troops(2000)).reported(),
                that().committed(FieldValue.<Progress>explicitNull()).reported()))
        .isEqualTo(range(0, 5000));
  }

  @Test
  void takesANumberThatAWeakerNoneDoesNotReach() {
    assertThat(
            committed(
                that().committed(troops(2000)).reported(),
                that().committed(FieldValue.<Progress>explicitNull()).by(EvidenceGrade.SPECULATIVE),
                that().committed(some())))
        .isEqualTo(exactly(2000));
  }

  @Test
  void passesOverANoughtOfWeakerEvidence() {
    PledgeFixture pledge =
        given(
            that().committed(some()),
            that().committed(troops(3000)).reported(),
            that().committed(troops(0)).reported());

    assertThat(pledge.at(Rung.COMMITTED)).isEqualTo(exactly(3000));
    assertThat(pledge.terms().disputed()).isTrue();
  }

  @Test
  void takesNoWeakerAll() {
    assertThat(committed(that().committed(some()), that().committed(all()).reported()))
        .isEqualTo(range(0, 5000));
  }

  @Test
  void allOfAWeakerAmountIsNoMoreThanTheAmount() {
    assertThat(
            pledge("a", "FRA")
                .with(
                    pledged(troops(9000)).reported(),
                    pledged().committed(all()),
                    that().amount(troops(3000)))
                .at(Rung.COMMITTED))
        .isEqualTo(exactly(3000));
  }

  @Test
  void figureOfWeakerEvidenceIsNoMoreThanTheWhole() {
    PledgeFixture whole = pledge("w", "FRA", "GBR").with(pledged(troops(5)));
    assertThat(
            pledge("p", "GBR")
                .partOf(whole)
                .with(pledged(atLeast(3)), that().committed(troops(9)).reported())
                .at(Rung.COMMITTED))
        .isEqualTo(exactly(5));
  }

  @Test
  void figureOfWeakerEvidenceIsNoMoreThanTheAmount() {
    assertThat(committed(that().committed(some()), that().committed(troops(9000)).reported()))
        .isEqualTo(exactly(5000));
    assertThat(committed(that().committed(upTo(9000)).reported())).isEqualTo(range(0, 5000));
    assertThat(committed(that().committed(troops(9000)))).isEqualTo(exactly(9000));
  }
}
