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
 * Asks the identity provider, with care: one that does not answer holds few threads, and is left
 * alone for a while. Whoever has no token, or one that is known, does not wait for it.
 */
@ApplicationScoped
class IdentityProviderCircuitBreaker {

  /** What may have to ask it. */
  interface Question {
    void ask() throws ParseException;
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
   * @throws ProblemException where it does not answer
   */
  void call(Question question) throws ParseException {
    if (clock.instant().isBefore(failedAt.plus(OPEN_FOR)) || !free.tryAcquire()) {
      throw unavailable();
    }
    try {
      question.ask();
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
