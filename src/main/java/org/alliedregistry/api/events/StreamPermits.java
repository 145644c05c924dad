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
 * Gives permits for large batches of streams, so that only a few are serialised at once. The
 * permits are separate from those of requests, so a slow reader never delays a request. If too many
 * streams wait, a stream tries again after a pause.
 */
@ApplicationScoped
class StreamPermits {

  /** Takes a permit back from a reader that is slow, so that the next can have it. */
  private static final Executor RELEASE_TIMER =
      CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);

  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration MAX_PAUSE = Duration.ofSeconds(2);

  private final PermitQueue permits;
  private final Duration longestWait;

  StreamPermits(ComputationConfig config) {
    this.permits = new PermitQueue(config.computations());
    this.longestWait = config.longestWait();
  }

  PermitQueue permits() {
    return permits;
  }

  /** Sends a batch once there is a permit. It holds the permit for 100 ms at most. */
  <T> Multi<T> withPermit(Requester requester, Multi<T> batch) {
    return Uni.createFrom()
        .deferred(() -> turn(requester))
        .onFailure(TimeoutException.class)
        .retry()
        .withBackOff(PAUSE, MAX_PAUSE)
        .indefinitely()
        .onItem()
        .transformToMulti(permit -> batch.onTermination().invoke(() -> permits.release(permit)));
  }

  /** Waits for a permit. A stream that has ended meanwhile loses it after 100 ms like any other. */
  private Uni<Permit> turn(Requester requester) {
    CompletableFuture<Permit> permit = permits.acquire(requester, longestWait);
    permit.thenAccept(given -> RELEASE_TIMER.execute(() -> permits.release(given)));
    return Uni.createFrom()
        .completionStage(permit)
        .onCancellation()
        .invoke(() -> permit.cancel(false))
        .emitOn(Infrastructure.getDefaultExecutor());
  }
}
