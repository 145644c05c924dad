package org.alliedregistry.http.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.alliedregistry.security.Requester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The buckets of the rate limit, on time that is moved. */
class RateLimiterTest {

  /** It may begin anywhere, below zero too. */
  private final AtomicLong nanos = new AtomicLong(-Duration.ofSeconds(5).toNanos());

  private final RateLimiter limiter =
      new RateLimiter(() -> Optional.of(new RequestsPerMinute(6)), nanos::get);

  private static Requester who(String name) {
    return new Requester(name, false);
  }

  private static SmallRyeConfig config(String setting) {
    return new SmallRyeConfigBuilder()
        .withMapping(RateLimitConfig.class)
        .withDefaultValue("registry.rate-limit.requests-per-minute", setting)
        .build();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  private void emptyFor(String caller) {
    while (limiter.consume(who(caller)).isAllowed()) {
      pass(Duration.ZERO);
    }
  }

  @Test
  void aCallerMayAskForAWholeMinuteAtOnceAndNoMore() {
    for (int left = 5; left >= 0; left--) {
      assertThat(limiter.consume(who("a")))
          .isEqualTo(new RateLimiter.RateLimitResult(true, left, 10));
    }
    assertThat(limiter.consume(who("a"))).isEqualTo(new RateLimiter.RateLimitResult(false, 0, 10));
  }

  @Test
  void whatIsTakenComesBackEvenly() {
    emptyFor("a");
    pass(Duration.ofMillis(9_999));
    assertThat(limiter.consume(who("a"))).isEqualTo(new RateLimiter.RateLimitResult(false, 0, 1));

    pass(Duration.ofMillis(1));
    assertThat(limiter.consume(who("a")).isAllowed()).isTrue();
    assertThat(limiter.consume(who("a")).isAllowed()).isFalse();
  }

  @Test
  void nobodySavesUpMoreThanAMinute() {
    limiter.consume(who("a"));
    pass(Duration.ofDays(1));

    assertThat(limiter.consume(who("a")).left()).isEqualTo(5);
  }

  @Test
  void whatOneCallerTakesIsNotMissedByAnother() {
    emptyFor("a");

    assertThat(limiter.consume(who("b"))).isEqualTo(new RateLimiter.RateLimitResult(true, 5, 10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"on", "-1", "0", "1.5", "60/m", "1e3", "9999999999", "true"})
  void aLimitThatIsNoWholeNumberStopsTheStartAndSaysHowItIsWritten(String setting) {
    assertThatThrownBy(() -> config(setting))
        .hasMessageContaining("registry.rate-limit.requests-per-minute")
        .hasMessageContaining("must be off, or the number of requests per minute");
  }

  @Test
  void aLimitIsOffOrANumber() {
    assertThat(limit(config("off"))).hasValue(RequestsPerMinute.UNLIMITED);
    assertThat(limit(config("60"))).hasValue(new RequestsPerMinute(60));
    assertThat(limit(config(""))).isEmpty();
    assertThat(limit(new SmallRyeConfigBuilder().withMapping(RateLimitConfig.class).build()))
        .isEmpty();
  }

  private static Optional<RequestsPerMinute> limit(SmallRyeConfig config) {
    return config.getConfigMapping(RateLimitConfig.class).requestsPerMinute();
  }
}
