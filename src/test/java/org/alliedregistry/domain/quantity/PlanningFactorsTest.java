package org.alliedregistry.domain.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanningFactorsTest {

  private static final PlanningFactors FACTORS =
      new PlanningFactors(
          List.of(
              factor("brigade", 5000, 5000, "troops"),
              factor("company", 50, 250, "troops"),
              factor("division", 3, 3, "brigade"),
              factor("squadron", 20, 20, "aircraft")));

  private static PlanningFactor factor(String unit, long low, long high, String account) {
    return new PlanningFactor(unit, BigDecimal.valueOf(low), BigDecimal.valueOf(high), account);
  }

  @Test
  void factorIsFoundByBothUnits() {
    assertThat(FACTORS.factor("brigade", "troops"))
        .contains(factor("brigade", 5000, 5000, "troops"));
    assertThat(FACTORS.factor("brigade", "aircraft")).isEmpty();
  }

  @Test
  void factorIsAboveZeroAndNotUpsideDown() {
    assertThatIllegalArgumentException().isThrownBy(() -> factor("company", 0, 250, "troops"));
    assertThatIllegalArgumentException().isThrownBy(() -> factor("company", 250, 50, "troops"));
  }

  @Test
  void exactFactorHasOneNumber() {
    assertThat(factor("brigade", 5000, 5000, "troops").isExact()).isTrue();
    assertThat(factor("company", 50, 250, "troops").isExact()).isFalse();
  }
}
