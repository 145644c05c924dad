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

/** The permits to compute. A request holds its permit until its work has ended. */
@ApplicationScoped
public class ComputationPermits {

  /** The property of a request with its permit. */
  private static final String HELD = "org.alliedregistry.permit";

  private static final Duration SHORTEST = Duration.ofMillis(1);

  /**
   * The deadline of all waits of a request.
   *
   * @param nanos in the time of {@link System#nanoTime}
   */
  public record Deadline(long nanos) {

    /** The time left; at least the shortest time that a timer accepts. */
    public Duration left() {
      Duration left = Duration.ofNanos(nanos - System.nanoTime());
      return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
    }
  }

  private final PermitQueue permits;
  private final Duration longest;

  ComputationPermits(PermitQueue permits, ComputationConfig config) {
    this.permits = permits;
    this.longest = config.longestWait();
  }

  /** The deadline of a request that arrives now. */
  public Deadline deadline() {
    return new Deadline(System.nanoTime() + longest.toNanos());
  }

  public CompletableFuture<Permit> acquire(Requester requester, Deadline deadline) {
    return permits.acquire(requester, deadline.left());
  }

  /** Holds a permit until the work has ended, even if the caller has disconnected before. */
  public void hold(Permit permit, ResteasyReactiveRequestContext work) {
    work.setProperty(HELD, permit);
    work.registerCompletionCallback(ended -> permits.release(permit));
  }

  /** Releases the permit of a request whose answer is computed, but takes time to send. */
  public void end(ResteasyReactiveRequestContext work) {
    if (work.getProperty(HELD) instanceof Permit permit) {
      permits.release(permit);
    }
  }

  public void release(Permit permit) {
    permits.release(permit);
  }

  /**
   * Computes when the request has a permit; refuses the request if that takes too long. The permit
   * is held until the request has ended and its computation too, which continues after the caller
   * has disconnected.
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
        "The node already has as many questions as it accepts at once, or as it accepts from one"
            + " caller. Or this question takes too long to compute.");
  }
}
