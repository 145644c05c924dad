package org.alliedregistry.api.events;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.alliedregistry.http.guard.ComputationConfig;
import org.alliedregistry.http.guard.ConcurrencyLimit.Permit;
import org.alliedregistry.http.guard.PermitQueue;
import org.alliedregistry.security.Requester;

/**
 * Lets streams that have much to tell tell it in turn, each batch with a permit. The permits are of
 * the streams alone: readers who take nothing keep no question waiting. Where too many wait, a
 * stream asks again after a pause.
 */
@ApplicationScoped
class StreamTurns {

  /** A reader that takes its time holds up nobody: then the next has its turn. */
  private static final Executor AFTER_MAX_HOLD =
      CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);

  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final PermitQueue permits;
  private final Duration longestWait;

  StreamTurns(ComputationConfig config) {
    this.permits = new PermitQueue(config.computations());
    this.longestWait = config.longestWait();
  }

  PermitQueue permits() {
    return permits;
  }

  /** The batch, once it is its turn; until it is taken, or for a moment. */
  <T> Multi<T> inTurn(Requester requester, Multi<T> batch) {
    return Uni.createFrom()
        .deferred(() -> turn(requester))
        .onFailure(TimeoutException.class)
        .retry()
        .withBackOff(PAUSE, LONGEST_PAUSE)
        .indefinitely()
        .onItem()
        .transformToMulti(permit -> batch.onTermination().invoke(() -> permits.release(permit)));
  }

  /** Whoever is gone when it is given a permit gives it back in a moment, as everybody does. */
  private Uni<Permit> turn(Requester requester) {
    CompletableFuture<Permit> permit = permits.acquire(requester, longestWait);
    permit.thenAccept(given -> AFTER_MAX_HOLD.execute(() -> permits.release(given)));
    return Uni.createFrom()
        .completionStage(permit)
        .onCancellation()
        .invoke(() -> permit.cancel(false))
        .emitOn(Infrastructure.getDefaultExecutor());
  }
}
