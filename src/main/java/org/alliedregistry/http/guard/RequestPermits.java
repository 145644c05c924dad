package org.alliedregistry.http.guard;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.alliedregistry.http.guard.ConcurrencyLimit.Permit;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.security.Requester;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/** The permits of requests to compute, each held until the work of its request has ended. */
@ApplicationScoped
public class RequestPermits {

  private static final Duration SHORTEST = Duration.ofMillis(1);

  /**
   * Until when a request waits, whatever it waits for in turn.
   *
   * @param nanos as {@link System#nanoTime} counts
   */
  public record Deadline(long nanos) {

    /** At least the shortest time that a timer takes. */
    public Duration left() {
      Duration left = Duration.ofNanos(nanos - System.nanoTime());
      return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    }
  }

  private final PermitQueue permits;
  private final Duration longest;

  RequestPermits(PermitQueue permits, ComputationConfig config) {
    this.permits = permits;
    this.longest = config.longestWait();
  }

  /** Until when a request waits that comes now. */
  public Deadline deadline() {
    return new Deadline(System.nanoTime() + longest.toNanos());
  }

  public CompletableFuture<Permit> acquire(Requester requester, Deadline deadline) {
    return permits.acquire(requester, deadline.left());
  }

  /** Until the work has ended, also where its caller has gone: a thread computes as long. */
  public void hold(Permit permit, ResteasyReactiveRequestContext work) {
    work.registerCompletionCallback(ended -> permits.release(permit));
  }

  public void release(Permit permit) {
    permits.release(permit);
  }

  /**
   * Computes once the request holds a permit; refuses it where that takes too long. The permit is
   * held until the request has ended and nothing is computed for it any more: a thread goes on
   * computing where its caller has gone.
   */
  public <T> Uni<T> computed(
      Requester requester, ResteasyReactiveRequestContext work, Supplier<T> computation) {
    return Uni.createFrom()
        .deferred(
            () -> {
              PermitLease lease = new PermitLease(permits, acquire(requester, deadline()));
              work.registerCompletionCallback(ended -> lease.end());
              return granted(lease)
                  .emitOn(Infrastructure.getDefaultExecutor())
                  .onItem()
                  .transform(permit -> lease.compute(computation));
            });
  }

  private static Uni<Permit> granted(PermitLease lease) {
    return Uni.createFrom()
        .<Permit>emitter(
            emitter ->
                lease
                    .permit()
                    .whenComplete(
                        (given, late) -> {
                          if (given != null) {
                            emitter.complete(given);
                          } else if (!lease.hasEnded()) {
                            emitter.fail(busy());
                          }
                        }))
        .onCancellation()
        .invoke(lease::end);
  }

  public static ProblemException busy() {
    return ProblemException.because(
        ProblemType.BUSY,
        "As many questions are being computed, or wait, as this node takes at once, or takes of one"
            + " caller; or this one takes long to compute.");
  }
}
