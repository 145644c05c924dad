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
import org.alliedregistry.http.TableFormat;
import org.alliedregistry.http.guard.ComputationPermits;
import org.alliedregistry.http.guard.ComputationPermits.Deadline;
import org.alliedregistry.http.guard.ConcurrencyLimit;
import org.alliedregistry.http.guard.ConcurrencyLimit.GivesWay;
import org.alliedregistry.http.guard.ConcurrencyLimit.Permit;
import org.alliedregistry.http.read.CachedResponses.CacheKey;
import org.alliedregistry.http.read.CachedResponses.CachedResponse;
import org.alliedregistry.http.read.CachedResponses.Pending;
import org.alliedregistry.security.Caller;
import org.alliedregistry.security.Requester;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Limits the number of costly operations that run at the same time, so that threads are left for
 * the others. If several requests need the same answer, one that has a permit computes it, and the
 * others wait for it. A waiting request holds no thread, and has one deadline for all its waits.
 * Cached answers are sent before this filter.
 */
@Singleton
class ComputationFilter {

  private static final int DEFAULT_AWAITING = 3_000;

  /** The requests that wait for another's answer may take one part in this many of the heap. */
  private static final int AWAITING_SHARE = 32;

  /** The memory of a waiting request in bytes, without its head, as measured. */
  private static final long BYTES_PER_REQUEST = 11 << 10;

  /** A request, its work and its deadline. */
  private record Turn(
      ContainerRequestContext request,
      ResteasyReactiveRequestContext work,
      Requester requester,
      boolean isCostly,
      Deadline deadline) {}

  private final Caller caller;
  private final ComputationPermits permits;
  private final ResponseCache answers;
  private final ResponseCacheMetrics meters;
  private final ConcurrencyLimit awaiting;

  ComputationFilter(
      Caller caller,
      ComputationPermits permits,
      ResponseCache answers,
      ResponseCacheMetrics meters) {
    this.caller = caller;
    this.permits = permits;
    this.answers = answers;
    this.meters = meters;
    int most = mostAwaiting(Runtime.getRuntime().maxMemory());
    // one requester may have half, because a proxy has many readers
    this.awaiting = new ConcurrencyLimit(most, most / 2, GivesWay.NEWEST);
  }

  /** The maximum of requests that wait for another's answer, for a heap of this many bytes. */
  static int mostAwaiting(long heap) {
    return (int) Math.max(2, Math.min(DEFAULT_AWAITING, heap / AWAITING_SHARE / BYTES_PER_REQUEST));
  }

  /** Null if the operation runs at once. */
  @ServerRequestFilter(priority = FilterOrder.COMPUTATION)
  @Nullable Uni<Response> admit(ContainerRequestContext request, ResourceInfo operation) {
    boolean isCostly = isCostly(request, operation);
    Turn turn =
        new Turn(
            request, CurrentRequestManager.get(), caller.requester(), isCostly, permits.deadline());
    if (request.getProperty(ResponseCache.QUESTION) instanceof CacheKey key) {
      return once(turn, key);
    }
    return alone(turn);
  }

  /**
   * Whether an operation is costly: it is marked so, first builds an earlier state, or writes a
   * table.
   */
  private static boolean isCostly(ContainerRequestContext request, ResourceInfo operation) {
    UriInfo uri = request.getUriInfo();
    return operation.getResourceMethod().isAnnotationPresent(Costly.class)
        || uri.getQueryParameters().containsKey("knownAt")
        || uri.getQueryParameters().containsKey("cursor")
        || TableFormat.isAsked(request, operation);
  }

  private @Nullable Uni<Response> alone(Turn turn) {
    return turn.isCostly()
        ? afterwards(
            permit(turn),
            given -> {
              permits.hold(given.orElseThrow(ComputationPermits::busy), turn.work());
              return null;
            })
        : null;
  }

  private @Nullable Uni<Response> once(Turn turn, CacheKey key) {
    Pending pending = answers.pending(key);
    if (!pending.tryJoin(turn.requester())) {
      return await(turn, pending, key);
    }
    if (!turn.isCostly()) {
      return pending.claim() ? compute(turn, pending) : await(turn, pending, key);
    }
    CompletableFuture<Permit> permit = permit(turn);
    if (!permit.isDone()) {
      pending.isComputed().thenRun(() -> permit.cancel(false));
    }
    return afterwards(permit, given -> tried(turn, pending, key, given));
  }

  private @Nullable Uni<Response> tried(
      Turn turn, Pending pending, CacheKey key, Optional<Permit> given) {
    if (given.isPresent() && pending.claim()) {
      permits.hold(given.get(), turn.work());
      return compute(turn, pending);
    }
    given.ifPresent(permits::release);
    if (given.isEmpty() && !pending.leave(turn.requester())) {
      throw ComputationPermits.busy();
    }
    return await(turn, pending, key);
  }

  private @Nullable Uni<Response> compute(Turn turn, Pending pending) {
    meters.miss();
    turn.request().setProperty(ResponseCache.PENDING, pending);
    return null;
  }

  /**
   * Waits for the answer that another request computes. If the question is refused, each request
   * computes its own refusal. If the computation fails, another request computes the answer.
   */
  private Uni<Response> await(Turn turn, Pending pending, CacheKey key) {
    CompletableFuture<Optional<CachedResponse>> answer = pending.answer().copy();
    Permit place =
        awaiting
            .acquire(
                turn.requester(), () -> answer.completeExceptionally(ComputationPermits.busy()))
            .orElseThrow(ComputationPermits::busy);
    return Uni.createFrom()
        .completionStage(answer)
        .ifNoItem()
        .after(turn.deadline().left())
        .fail()
        .onFailure(TimeoutException.class)
        .transform(late -> ComputationPermits.busy())
        .onTermination()
        .invoke(place::release)
        .onItem()
        .transformToUni(
            found ->
                found
                    .map(it -> Uni.createFrom().item(answers.response(turn.request(), it)))
                    .orElseGet(() -> orNothing(again(turn, pending, key))));
  }

  private @Nullable Uni<Response> again(Turn turn, Pending pending, CacheKey key) {
    if (pending.isRefused()) {
      meters.miss();
      return alone(turn);
    }
    return once(turn, key);
  }

  private CompletableFuture<Permit> permit(Turn turn) {
    return permits.acquire(turn.requester(), turn.deadline());
  }

  /** Continues with the permit, or without if there is none; at once if that is known already. */
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

  /** The continuation once it is known whether there is a permit. */
  private interface Admission {
    @Nullable Uni<Response> next(Optional<Permit> given);
  }

  private static Uni<Response> orNothing(@Nullable Uni<Response> next) {
    return next == null ? Uni.createFrom().nullItem() : next;
  }

  /** The requests that wait for another's answer. */
  ConcurrencyLimit awaiting() {
    return awaiting;
  }
}
