package org.alliedregistry.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.alliedregistry.support.MovableClock;
import org.junit.jupiter.api.Test;

/** Tokens that were issued later than the clock says it is. */
class FutureTokenWarningTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  private final MovableClock clock = new MovableClock(NOW);
  private final FutureTokenWarning warning = new FutureTokenWarning(clock);

  private boolean isSaid() {
    return warning.log(NOW.plus(Duration.ofDays(3)));
  }

  @Test
  void areSaidOnceAMinuteAtMost() {
    assertThat(isSaid()).isTrue();
    for (int refused = 0; refused < 1_000; refused++) {
      assertThat(isSaid()).isFalse();
    }
    clock.move(Duration.ofMinutes(1));
    assertThat(isSaid()).isTrue();
    assertThat(isSaid()).isFalse();
  }

  @Test
  void areSaidAgainWhereTheClockIsSetBack() {
    assertThat(isSaid()).isTrue();
    clock.move(Duration.ofDays(-3));
    assertThat(isSaid()).isTrue();
    assertThat(isSaid()).isFalse();
  }
}
