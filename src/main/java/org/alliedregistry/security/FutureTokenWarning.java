package org.alliedregistry.security;

import io.quarkus.logging.Log;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Says in the log that tokens were issued later than the clock says it is, once a minute at most:
 * most often it is the clock that is wrong.
 */
final class FutureTokenWarning {

  static final String REFUSED = "The token is not valid yet.";

  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Clock clock;
  private final AtomicReference<Instant> said = new AtomicReference<>(Instant.EPOCH);

  FutureTokenWarning(Clock clock) {
    this.clock = clock;
  }

  /**
   * One was refused.
   *
   * @return whether it was said
   */
  boolean say(Instant issuedAt) {
    Instant now = clock.instant();
    Instant last = said.get();
    boolean isDue = Duration.between(last, now).abs().compareTo(PAUSE) >= 0;
    boolean isSaid = isDue && said.compareAndSet(last, now);
    if (isSaid) {
      Log.warnf(
          "a token is refused as not valid yet: it was issued at %s, and the clock says %s",
          issuedAt, now);
    }
    return isSaid;
  }
}
