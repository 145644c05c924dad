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
