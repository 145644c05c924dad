package org.alliedregistry.domain.quantity;

import static org.alliedregistry.support.Sizes.atLeast;
import static org.alliedregistry.support.Sizes.between;
import static org.alliedregistry.support.Sizes.exactly;
import static org.alliedregistry.support.Sizes.from;
import static org.alliedregistry.support.Sizes.range;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.Sizes.upTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QuantityTest {

  @Test
  void hasAtLeastOneBound() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Quantity(null, null, "troops"));
  }

  @Test
  void isNeverUpsideDownOrNegative() {
    assertThatIllegalArgumentException().isThrownBy(() -> between(2, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> upTo(-1));
  }

  private static Quantity about(@Nullable String low, @Nullable String high) {
    return new Quantity(
        low == null ? null : new BigDecimal(low),
        high == null ? null : new BigDecimal(high),
        "troops",
        true,
        false);
  }

  @Test
  void approximateBoundIsWiderByHalfAUnitOfItsLastDigitThatIsNotZero() {
    assertThat(about("200", "200").interval()).isEqualTo(range(150, 250));
    assertThat(about("2600", "2600").interval()).isEqualTo(range(2550, 2650));
    assertThat(about("1000", "1500").interval()).isEqualTo(range(500, 1550));
    assertThat(about("0.5", "0.5").interval())
        .isEqualTo(new Interval(new BigDecimal("0.45"), new BigDecimal("0.55")));
  }

  @Test
  void approximateBoundThatIsMissingStaysMissing() {
    assertThat(about(null, "2600").interval()).isEqualTo(range(0, 2650));
    assertThat(about("3000", null).interval()).isEqualTo(from(2500));
  }

  @Test
  void nothingIsNotApproximate() {
    assertThatIllegalArgumentException().isThrownBy(() -> about("0", "5"));
    assertThatIllegalArgumentException().isThrownBy(() -> about(null, "0.00"));
  }

  @Test
  void upToIsFromNothing() {
    assertThat(upTo(5000).interval()).isEqualTo(range(0, 5000));
  }

  @Test
  void atLeastHasNoCeiling() {
    assertThat(atLeast(5000).interval()).isEqualTo(from(5000));
  }

  @Test
  void exactlyIsBothBounds() {
    assertThat(troops(5000).interval()).isEqualTo(exactly(5000));
  }
}
