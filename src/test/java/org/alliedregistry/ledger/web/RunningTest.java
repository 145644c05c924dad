package org.alliedregistry.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.alliedregistry.ledger.RequestKey;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.problem.Refusal;
import org.junit.jupiter.api.Test;

/** One request at a time under one key of one caller. */
class RunningTest {

  private static final RequestKey KEY = new RequestKey("secretariat", "key", "digest");

  private final Running running = new Running();

  @Test
  void anotherWithTheSameKeyIsToldToWait() {
    RequestKey same = new RequestKey("secretariat", "key", "of another body");

    assertThatThrownBy(() -> running.alone(KEY, () -> running.alone(same, () -> "never")))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.type()).isEqualTo(ProblemType.STILL_RUNNING));
  }

  @Test
  void otherKeysAndOtherCallersRunBesideIt() {
    RequestKey other = new RequestKey("secretariat", "other", "digest");
    RequestKey ofAnother = new RequestKey("delegate", "key", "digest");

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
                      throw Refusal.because(ProblemType.CODE_IN_USE, "of a test");
                    }))
        .isInstanceOf(Refusal.class);

    assertThat(running.alone(KEY, () -> "again")).isEqualTo("again");
    assertThat(running.alone(KEY, () -> "and again")).isEqualTo("and again");
  }
}
