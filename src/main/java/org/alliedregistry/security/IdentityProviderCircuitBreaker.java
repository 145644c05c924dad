package org.alliedregistry.security;

import io.quarkus.logging.Log;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;

/**
 * Limits the calls of the identity provider. A provider that does not answer blocks only a few
 * threads, and is not called for some seconds. Requests without a token, or with a cached one, do
 * not wait for it.
 */
@ApplicationScoped
class IdentityProviderCircuitBreaker {

  /** A verification that may call the provider. */
  interface Verification {
    void run() throws ParseException;
  }

  private static final int MAX_CONCURRENT = 8;
  private static final Duration OPEN_FOR = Duration.ofSeconds(5);

  private final Semaphore free = new Semaphore(MAX_CONCURRENT);
  private final Clock clock;
  private volatile Instant failedAt = Instant.EPOCH;

  IdentityProviderCircuitBreaker(Clock clock) {
    this.clock = clock;
  }

  /**
   * @throws ProblemException if the provider does not answer
   */
  void call(Verification verification) throws ParseException {
    if (clock.instant().isBefore(failedAt.plus(OPEN_FOR)) || !free.tryAcquire()) {
      throw unavailable();
    }
    try {
      verification.run();
    } catch (ParseException e) {
      if (TokenVerifier.cause(e, IOException.class) != null) {
        failedAt = clock.instant();
        Log.warn("the keys of the identity provider cannot be read: no new token is taken now");
        throw unavailable();
      }
      throw e;
    } finally {
      free.release();
    }
  }

  private static ProblemException unavailable() {
    return ProblemException.because(
        ProblemType.IDENTITY_PROVIDER_UNAVAILABLE,
        "The keys of the identity provider cannot be read, so no new token can be verified.");
  }
}
