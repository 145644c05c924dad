package org.alliedregistry.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A clock that was set back while no process ran. */
class RegistryStartupTest {

  private static final Instant LAST = Instant.parse("2026-06-01T12:00:00Z");

  @Test
  void isSaidWithBothInstants() {
    Instant now = LAST.minus(Duration.ofDays(3));

    assertThat(RegistryStartup.warning(now, LAST))
        .hasValueSatisfying(
            warning -> assertThat(warning).contains(now + ",", "recorded at " + LAST));
  }

  @Test
  void isNotSaidOfAClockThatIsRightOrALittleBehind() {
    assertThat(RegistryStartup.warning(LAST.plusSeconds(1), LAST)).isEmpty();
    assertThat(RegistryStartup.warning(LAST.minusSeconds(60), LAST)).isEmpty();
  }
}
