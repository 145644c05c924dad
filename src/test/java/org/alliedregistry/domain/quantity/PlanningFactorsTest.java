package org.alliedregistry.domain.quantity;

import static org.alliedregistry.support.Sizes.atLeast;
import static org.alliedregistry.support.Sizes.between;
import static org.alliedregistry.support.Sizes.of;
import static org.alliedregistry.support.Sizes.troops;
import static org.alliedregistry.support.Sizes.upTo;
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
  void whatIsSaidInTheUnitOfAccountStaysAsItIs() {
    assertThat(FACTORS.convert(atLeast(7), "troops")).contains(atLeast(7));
  }

  @Test
  void exactFactorMultipliesBothBounds() {
    assertThat(FACTORS.convert(of(2, "brigade"), "troops")).contains(troops(10_000));
  }

  @Test
  void rangeFactorWidensAnExactAmount() {
    assertThat(FACTORS.convert(of(2, "company"), "troops")).contains(between(100, 500));
  }

  @Test
  void missingBoundStaysMissing() {
    assertThat(FACTORS.convert(upTo(1, "company"), "troops")).contains(upTo(250));
    assertThat(FACTORS.convert(atLeast(2, "company"), "troops")).contains(atLeast(100));
  }

  @Test
  void factorsAreNotChained() {
    assertThat(FACTORS.convert(of(1, "division"), "troops")).isEmpty();
  }

  @Test
  void unitWithoutFactorConvertsToNothing() {
    assertThat(FACTORS.convert(of(1, "flotilla"), "troops")).isEmpty();
    assertThat(FACTORS.convert(of(1, "squadron"), "troops")).isEmpty();
  }

  @Test
  void onlyAConvertedUnitIsDerived() {
    UnitOfAccount account = new UnitOfAccount("troops", FACTORS);
    assertThat(account.derives(of(1, "brigade"))).isTrue();
    assertThat(account.derives(troops(1))).isFalse();
    assertThat(account.derives(of(1, "flotilla"))).isFalse();
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
