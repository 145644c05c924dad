package org.alliedregistry.http.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.alliedregistry.ledger.row.IdempotencyKey;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.junit.jupiter.api.Test;

/** One request at a time under one key of one caller. */
class InFlightRequestsTest {

  private static final IdempotencyKey KEY = new IdempotencyKey("secretariat", "key", "digest");

  private final InFlightRequests running = new InFlightRequests();

  @Test
  void anotherWithTheSameKeyIsToldToWait() {
    IdempotencyKey same = new IdempotencyKey("secretariat", "key", "of another body");

    assertThatThrownBy(() -> running.alone(KEY, () -> running.alone(same, () -> "never")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            r -> assertThat(r.type()).isEqualTo(ProblemType.IDEMPOTENCY_KEY_IN_USE));
  }

  @Test
  void otherKeysAndOtherCallersRunBesideIt() {
    IdempotencyKey other = new IdempotencyKey("secretariat", "other", "digest");
    IdempotencyKey ofAnother = new IdempotencyKey("delegate", "key", "digest");

    String ran =
        running.alone(KEY, () -> running.alone(other, () -> running.alone(ofAnother, () -> "all")));
    assertThat(ran).isEqualTo("all");
  }

  @Test
  void theKeyIsFreeAfterwardsHoweverItEnded() {
    assertThatThrownBy(
            () ->
                running.alone(
                    KEY,
                    () -> {
                      throw ProblemException.because(ProblemType.CODE_IN_USE, "of a test");
                    }))
        .isInstanceOf(ProblemException.class);

    assertThat(running.alone(KEY, () -> "again")).isEqualTo("again");
    assertThat(running.alone(KEY, () -> "and again")).isEqualTo("and again");
  }
}
