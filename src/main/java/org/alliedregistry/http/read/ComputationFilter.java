package org.alliedregistry.http.read;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.alliedregistry.http.FilterOrder;
import org.alliedregistry.http.guard.ConcurrencyLimit;
import org.alliedregistry.http.guard.ConcurrencyLimit.Permit;
import org.alliedregistry.http.guard.RequestPermits;
import org.alliedregistry.http.guard.RequestPermits.Deadline;
import org.alliedregistry.http.read.CachedResponses.CacheKey;
import org.alliedregistry.http.read.CachedResponses.Pending;
import org.alliedregistry.security.Caller;
import org.alliedregistry.security.Requester;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Lets only so many costly operations run at once, so that the threads of the cheap ones are never
 * all taken, and lets one request alone compute what many ask: one that may run at once, so that
 * nobody waits for another's turn. What is kept already is answered before this. Who waits holds no
 * thread, and waits until one deadline, whatever for.
 */
@Singleton
class ComputationFilter {

  private static final int DEFAULT_AWAITING = 3_000;

  /** The requests that wait for another's answer may take one part in this many of the heap. */
  private static final int AWAITING_SHARE = 32;

  /** The memory of a waiting request in bytes, without its head, as measured. */
  private static final long BYTES_PER_REQUEST = 11 << 10;

  /** A request on its way to its operation. */
  private record Turn(
      ContainerRequestContext request,
      ResteasyReactiveRequestContext work,
      Requester requester,
      boolean isCostly,
      Deadline deadline) {}

  private final Caller caller;
  private final RequestPermits permits;
  private final ResponseCache answers;
  private final ResponseCacheMetrics meters;
  private final ConcurrencyLimit awaiting;

  ComputationFilter(
      Caller caller, RequestPermits permits, ResponseCache answers, ResponseCacheMetrics meters) {
    this.caller = caller;
    this.permits = permits;
    this.answers = answers;
    this.meters = meters;
    int most = mostAwaiting(Runtime.getRuntime().maxMemory());
    // of one requester, half: a proxy has many readers
    this.awaiting = new ConcurrencyLimit(most, most / 2);
  }

  /** How many may wait for what another computes, on a heap of so many bytes. */
  static int mostAwaiting(long heap) {
    return (int) Math.max(2, Math.min(DEFAULT_AWAITING, heap / AWAITING_SHARE / BYTES_PER_REQUEST));
  }

  /** Null where the operation runs at once. */
  @ServerRequestFilter(priority = FilterOrder.COMPUTATION)
  @Nullable Uni<Response> admit(ContainerRequestContext request, ResourceInfo operation) {
    boolean isCostly = isCostly(request.getUriInfo(), operation);
    Turn turn =
        new Turn(
            request, CurrentRequestManager.get(), caller.requester(), isCostly, permits.deadline());
    if (request.getProperty(ResponseCache.QUESTION) instanceof CacheKey asked) {
      return once(turn, asked);
    }
    return alone(turn);
  }

  /** To be asked of an earlier state makes that state first. */
  private static boolean isCostly(UriInfo uri, ResourceInfo operation) {
    return operation.getResourceMethod().isAnnotationPresent(Costly.class)
        || uri.getQueryParameters().containsKey("knownAt")
        || uri.getQueryParameters().containsKey("cursor");
  }

  private @Nullable Uni<Response> alone(Turn turn) {
    return turn.isCostly()
        ? afterwards(
            permit(turn),
            given -> {
              permits.hold(given.orElseThrow(RequestPermits::busy), turn.work());
              return null;
            })
        : null;
  }

  private @Nullable Uni<Response> once(Turn turn, CacheKey asked) {
    Pending pending = answers.pending(asked);
    if (!pending.needs(turn.requester())) {
      return await(turn, pending, asked);
    }
    if (!turn.isCostly()) {
      return pending.compute() ? compute(turn, pending) : await(turn, pending, asked);
    }
    CompletableFuture<Permit> permit = permit(turn);
    if (!permit.isDone()) {
      pending.isComputed().thenRun(() -> permit.cancel(false));
    }
    return afterwards(permit, given -> tried(turn, pending, asked, given));
  }

  private @Nullable Uni<Response> tried(
      Turn turn, Pending pending, CacheKey asked, Optional<Permit> given) {
    if (given.isPresent() && pending.compute()) {
      permits.hold(given.get(), turn.work());
      return compute(turn, pending);
    }
    given.ifPresent(permits::release);
    if (given.isEmpty() && !pending.leave(turn.requester())) {
      throw RequestPermits.busy();
    }
    return await(turn, pending, asked);
  }

  private @Nullable Uni<Response> compute(Turn turn, Pending pending) {
    meters.miss();
    turn.request().setProperty(ResponseCache.PENDING, pending);
    return null;
  }

  /**
   * Waits for what another computes. Whoever is refused is refused what it asked, so that each is
   * told for itself; where it comes to nothing otherwise, somebody computes it anew.
   */
  private Uni<Response> await(Turn turn, Pending pending, CacheKey asked) {
    Permit place = awaiting.acquire(turn.requester()).orElseThrow(RequestPermits::busy);
    return Uni.createFrom()
        .completionStage(pending.answer().copy())
        .ifNoItem()
        .after(turn.deadline().left())
        .fail()
        .onFailure(TimeoutException.class)
        .transform(late -> RequestPermits.busy())
        .onTermination()
        .invoke(place::release)
        .onItem()
        .transformToUni(
            found ->
                found
                    .map(answer -> Uni.createFrom().item(answers.response(turn.request(), answer)))
                    .orElseGet(() -> orNothing(again(turn, pending, asked))));
  }

  private @Nullable Uni<Response> again(Turn turn, Pending pending, CacheKey asked) {
    if (pending.isRefused()) {
      meters.miss();
      return alone(turn);
    }
    return once(turn, asked);
  }

  private CompletableFuture<Permit> permit(Turn turn) {
    return permits.acquire(turn.requester(), turn.deadline());
  }

  /** Goes on with the permit, or without where none was given; at once where that is known. */
  private static @Nullable Uni<Response> afterwards(
      CompletableFuture<Permit> permit, Admission admission) {
    CompletableFuture<Optional<Permit>> given =
        permit.handle((it, late) -> Optional.ofNullable(it));
    return given.isDone()
        ? admission.next(given.join())
        : Uni.createFrom()
            .completionStage(given)
            .onItem()
            .transformToUni(it -> orNothing(admission.next(it)));
  }

  /** What is done once it is known whether there is a permit. */
  private interface Admission {
    @Nullable Uni<Response> next(Optional<Permit> given);
  }

  private static Uni<Response> orNothing(@Nullable Uni<Response> next) {
    return next == null ? Uni.createFrom().nullItem() : next;
  }

  /** Those that wait for what another computes. */
  ConcurrencyLimit awaiting() {
    return awaiting;
  }
}
