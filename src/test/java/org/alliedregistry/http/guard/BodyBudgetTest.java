package org.alliedregistry.http.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.alliedregistry.security.Requester;
import org.junit.jupiter.api.Test;

class BodyBudgetTest {

  private static final Requester KNOWN = new Requester("est", true);

  private final BodyBudget budget = new BodyBudget(400);

  private static Requester address(int last) {
    return new Requester("192.0.2." + last, false);
  }

  @Test
  void oneCallerHoldsAtMostAQuarter() {
    assertThat(budget.take(address(1), 60)).isTrue();
    assertThat(budget.take(address(1), 41)).isFalse();
    assertThat(budget.take(address(1), 40)).isTrue();
    assertThat(budget.held()).isEqualTo(100);
  }

  @Test
  void thePublicCannotUseUpThePartOfThoseWithAToken() {
    for (int i = 0; i < 300; i++) {
      budget.take(address(i), 30);
    }
    assertThat(budget.held()).isBetween(170L, 200L);
    assertThat(budget.take(KNOWN, 100)).isTrue();
  }

  @Test
  void anAddressIsNotTheBearerOfTheSameName() {
    assertThat(budget.take(new Requester("est", false), 100)).isTrue();
    assertThat(budget.take(KNOWN, 100)).isTrue();
  }

  @Test
  void whatIsGivenBackCanBeTakenAgain() {
    assertThat(budget.take(address(1), 100)).isTrue();
    budget.giveBack(address(1), 40);
    assertThat(budget.take(address(1), 41)).isFalse();
    assertThat(budget.take(address(1), 40)).isTrue();
    budget.giveBack(address(1), 100);
    assertThat(budget.held()).isZero();
  }
}
