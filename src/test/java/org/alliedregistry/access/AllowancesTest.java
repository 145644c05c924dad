package org.alliedregistry.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import org.alliedregistry.support.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The buckets of the rate limit, on a clock that is moved. */
class AllowancesTest {

  private final MovableClock clock = new MovableClock(Instant.parse("2026-06-01T00:00:00Z"));
  private final Allowances allowances = new Allowances(() -> new Rate(6), clock);

  private static Requester who(String name) {
    return new Requester(name, false);
  }

  private static SmallRyeConfig config(String setting) {
    return new SmallRyeConfigBuilder()
        .withMapping(RateConfig.class)
        .withDefaultValue("registry.rate-limit", setting)
        .build();
  }

  private void emptyFor(String caller) {
    while (allowances.take(who(caller)).isAllowed()) {
      clock.move(Duration.ZERO);
    }
  }

  @Test
  void aCallerMayAskForAWholeMinuteAtOnceAndNoMore() {
    for (int left = 5; left >= 0; left--) {
      assertThat(allowances.take(who("a"))).isEqualTo(new Allowances.Taken(true, left, 10));
    }
    assertThat(allowances.take(who("a"))).isEqualTo(new Allowances.Taken(false, 0, 10));
  }

  @Test
  void whatIsTakenComesBackEvenly() {
    emptyFor("a");
    clock.move(Duration.ofMillis(9_999));
    assertThat(allowances.take(who("a"))).isEqualTo(new Allowances.Taken(false, 0, 1));

    clock.move(Duration.ofMillis(1));
    assertThat(allowances.take(who("a")).isAllowed()).isTrue();
    assertThat(allowances.take(who("a")).isAllowed()).isFalse();
  }

  @Test
  void nobodySavesUpMoreThanAMinute() {
    allowances.take(who("a"));
    clock.move(Duration.ofDays(1));

    assertThat(allowances.take(who("a")).left()).isEqualTo(5);
  }

  @Test
  void whatOneCallerTakesIsNotMissedByAnother() {
    emptyFor("a");

    assertThat(allowances.take(who("b"))).isEqualTo(new Allowances.Taken(true, 5, 10));
  }

  @Test
  void aClockThatIsPutBackGivesNothing() {
    emptyFor("a");
    clock.move(Duration.ofHours(-1));

    assertThat(allowances.take(who("a")).isAllowed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"on", "-1", "0", "1.5", "60/m", "1e3", "9999999999", "true"})
  void aLimitThatIsNoWholeNumberStopsTheStartAndSaysHowItIsWritten(String setting) {
    assertThatThrownBy(() -> config(setting))
        .hasMessageContaining("registry.rate-limit")
        .hasMessageContaining("must be off, or the whole number of requests");
  }

  @Test
  void aLimitIsOffOrANumber() {
    assertThat(config("off").getConfigMapping(RateConfig.class).rateLimit().isUnlimited()).isTrue();
    assertThat(config("60").getConfigMapping(RateConfig.class).rateLimit()).isEqualTo(new Rate(60));
    assertThat(
            new SmallRyeConfigBuilder()
                .withMapping(RateConfig.class)
                .build()
                .getConfigMapping(RateConfig.class)
                .rateLimit()
                .isUnlimited())
        .isTrue();
  }
}
