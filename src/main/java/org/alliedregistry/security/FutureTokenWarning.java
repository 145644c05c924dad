package org.alliedregistry.security;

import io.quarkus.logging.Log;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Logs, at most once a minute, that a token was issued later than the present time. The usual cause
 * is a wrong clock.
 */
final class FutureTokenWarning {

  static final String NOT_VALID_YET = "The token is not valid yet.";

  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Clock clock;
  private final AtomicReference<Instant> loggedAt = new AtomicReference<>(Instant.EPOCH);

  FutureTokenWarning(Clock clock) {
    this.clock = clock;
  }

  /**
   * Logs a token that was refused.
   *
   * @return whether it was logged
   */
  boolean log(Instant issuedAt) {
    Instant now = clock.instant();
    Instant last = loggedAt.get();
    boolean isDue = Duration.between(last, now).abs().compareTo(PAUSE) >= 0;
    boolean isLogged = isDue && loggedAt.compareAndSet(last, now);
    if (isLogged) {
      Log.warnf(
          "a token is refused as not valid yet: it was issued at %s, and the clock says %s",
          issuedAt, now);
    }
    return isLogged;
  }
}
