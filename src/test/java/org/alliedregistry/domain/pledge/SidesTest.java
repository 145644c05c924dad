package org.alliedregistry.domain.pledge;

import static org.alliedregistry.support.Fixtures.pledge;
import static org.alliedregistry.support.Sizes.all;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.range;
import static org.alliedregistry.support.Sizes.some;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.StatementFixture.pledged;
import static org.alliedregistry.support.StatementFixture.that;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.alliedregistry.domain.pledge.statement.FieldValue;
import org.alliedregistry.domain.pledge.statement.Position;
import org.alliedregistry.domain.pledge.statement.Progress;
import org.alliedregistry.domain.pledge.statement.Side;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.support.PledgeFixture;
import org.alliedregistry.support.StatementFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Donor and recipient both speak of what is in place. */
class SidesTest {

  private static PledgeFixture given(StatementFixture... statements) {
    return pledge("a", "DNK").with(pledged(troops(19))).with(statements);
  }

  @Test
  void lastWordOfEachCountsAndTheAmountIsTheirHull() {
    PledgeFixture pledge =
        given(
            that().inPlace(troops(10)),
            that().inPlace(troops(12)).recipient(),
            that().inPlace(troops(19)));

    assertThat(pledge.at(Rung.IN_PLACE)).isEqualTo(range(12, 19));
    assertThat(pledge.amounts().doSidesDiffer()).isTrue();
    assertThat(pledge.terms().disputed()).isTrue();
  }

  @Test
  void sameAmountIsNoDifference() {
    PledgeFixture pledge =
        given(that().inPlace(troops(19)), that().inPlace(troops(19)).recipient());

    assertThat(pledge.at(Rung.IN_PLACE)).isEqualTo(exactly(19));
    assertThat(pledge.amounts().doSidesDiffer()).isFalse();
    assertThat(pledge.terms().disputed()).isFalse();
  }

  @Test
  void noneIsNothing() {
    PledgeFixture pledge =
        given(
            that().inPlace(troops(19)),
            that().inPlace(FieldValue.<Progress>explicitNull()).recipient());

    assertThat(pledge.at(Rung.IN_PLACE)).isEqualTo(range(0, 19));
    assertThat(pledge.amounts().doSidesDiffer()).isTrue();
  }

  @Test
  void someTakesTheNumberOfTheOtherSide() {
    PledgeFixture pledge = given(that().inPlace(troops(7)), that().inPlace(some()).recipient());

    assertThat(pledge.at(Rung.IN_PLACE)).isEqualTo(exactly(7));
    assertThat(pledge.amounts().doSidesDiffer()).isFalse();
    assertThat(given(that().inPlace(all()), that().inPlace(some()).recipient()).at(Rung.IN_PLACE))
        .isEqualTo(exactly(19));
  }

  @Test
  void someTakesNoNoughtOfTheOtherSide() {
    PledgeFixture pledge = given(that().inPlace(troops(0)), that().inPlace(some()).recipient());

    assertThat(pledge.at(Rung.IN_PLACE)).isEqualTo(range(0, 19));
    assertThat(pledge.amounts().doSidesDiffer()).isTrue();
  }

  @Test
  void weakerSideDoesNotCount() {
    PledgeFixture pledge =
        given(
            that().inPlace(troops(19)),
            that().inPlace(troops(12)).recipient().by(EvidenceGrade.REPORTED));

    assertThat(pledge.at(Rung.IN_PLACE)).isEqualTo(exactly(19));
    assertThat(pledge.terms().disputed()).isTrue();
  }

  private static StatedBySides inPlace(StatementFixture... statements) {
    return given(statements).amounts().bySides(Rung.IN_PLACE).orElseThrow();
  }

  private static StatedBySides.Gap gap(String low, @Nullable String high) {
    return new StatedBySides.Gap(new BigDecimal(low), high == null ? null : new BigDecimal(high));
  }

  @Test
  void differenceIsWhatTheDonorSaysLessWhatTheRecipientSays() {
    StatedBySides sides =
        inPlace(that().inPlace(troops(12)).recipient(), that().inPlace(troops(19)));

    assertThat(sides.donor().amount()).isEqualTo(exactly(19));
    assertThat(sides.recipient().amount()).isEqualTo(exactly(12));
    assertThat(sides.difference()).isEqualTo(gap("7", "7"));
    assertThat(sides.counted()).isEqualTo(range(12, 19));
    assertThat(sides.differ()).isTrue();
  }

  @Test
  void differenceIsBelowNoughtWhereTheRecipientSaysMore() {
    assertThat(
            inPlace(that().inPlace(troops(3)), that().inPlace(troops(9)).recipient()).difference())
        .isEqualTo(gap("-6", "-6"));
  }

  @Test
  void differenceOfIntervalsGoesFromTheLeastToTheMost() {
    assertThat(inPlace(that().inPlace(some()), that().inPlace(troops(0)).recipient()).difference())
        .isEqualTo(gap("0", "19"));
    assertThat(inPlace(that().inPlace(troops(0)), that().inPlace(some()).recipient()).difference())
        .isEqualTo(gap("-19", "0"));
  }

  @Test
  void differenceFromAnUnboundedAmountIsUnbounded() {
    PledgeFixture open =
        pledge("a", "DNK")
            .with(that().position(Position.PLEDGED))
            .with(that().inPlace(all()), that().inPlace(troops(4)).recipient());

    assertThat(open.amounts().bySides(Rung.IN_PLACE).orElseThrow().difference())
        .isEqualTo(gap("-4", null));
  }

  @Test
  void sideThatSaysSomeIsNamedWithTheNumberThatItTakes() {
    StatedBySides sides = inPlace(that().inPlace(troops(7)), that().inPlace(some()).recipient());

    assertThat(sides.recipient().amount()).isEqualTo(exactly(7));
    assertThat(sides.recipient().statement().content().side()).isEqualTo(Side.RECIPIENT);
    assertThat(sides.difference()).isEqualTo(gap("0", "0"));
    assertThat(sides.differ()).isFalse();
  }

  @Test
  void oneSideAloneIsNotCompared() {
    assertThat(given(that().inPlace(troops(7))).amounts().bySides(Rung.IN_PLACE)).isEmpty();
    assertThat(
            given(
                    that().inPlace(troops(19)),
                    that().inPlace(troops(12)).recipient().by(EvidenceGrade.REPORTED))
                .amounts()
                .bySides(Rung.IN_PLACE))
        .isEmpty();
  }
}
