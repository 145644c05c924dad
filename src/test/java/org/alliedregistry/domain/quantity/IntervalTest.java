package org.alliedregistry.domain.quantity;

import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.from;
import static org.alliedregistry.support.Sizes.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class IntervalTest {

  @Test
  void equalAmountsAreEqualValues() {
    assertThat(new Interval(new BigDecimal("5000.00"), new BigDecimal("5E+3")))
        .isEqualTo(exactly(5000))
        .hasSameHashCodeAs(exactly(5000));
  }

  @Test
  void isNeverNegative() {
    assertThatIllegalArgumentException().isThrownBy(() -> range(-1, 5));
  }

  @Test
  void isNeverUpsideDown() {
    assertThatIllegalArgumentException().isThrownBy(() -> range(6, 5));
  }

  @Test
  void addsEachBound() {
    assertThat(range(1, 2).plus(range(30, 40))).isEqualTo(range(31, 42));
  }

  @Test
  void sumWithAnUnboundedOneIsUnbounded() {
    assertThat(range(1, 2).plus(from(30))).isEqualTo(from(31));
    assertThat(from(30).plus(range(1, 2))).isEqualTo(from(31));
  }

  @Test
  void topIsTheGreaterOfEachBound() {
    assertThat(range(1, 10).top(range(5, 6))).isEqualTo(range(5, 10));
    assertThat(range(1, 10).top(from(0))).isEqualTo(from(1));
    assertThat(from(0).top(range(1, 10))).isEqualTo(from(1));
  }

  @Test
  void ceilingRisesWithAHigherFloor() {
    assertThat(range(2, 4).withLow(new BigDecimal(3))).isEqualTo(range(3, 4));
    assertThat(range(2, 4).withLow(new BigDecimal(7))).isEqualTo(exactly(7));
    assertThat(from(2).withLow(BigDecimal.ZERO)).isEqualTo(Interval.UNBOUNDED);
  }

  @Test
  void ceilingNeverFallsBelowTheFloor() {
    assertThat(range(5, 9).withHigh(new BigDecimal(7))).isEqualTo(range(5, 7));
    assertThat(range(5, 9).withHigh(new BigDecimal(3))).isEqualTo(exactly(5));
    assertThat(range(5, 9).withHigh(null)).isEqualTo(from(5));
  }

  @Test
  void onlyNothingIsZero() {
    assertThat(exactly("0.00").isZero()).isTrue();
    assertThat(range(0, 1).isZero()).isFalse();
    assertThat(Interval.UNBOUNDED.isZero()).isFalse();
  }
}
