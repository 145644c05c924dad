package org.alliedregistry.ledger.web;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.alliedregistry.access.Caller;
import org.alliedregistry.access.ConcurrencyLimit.Permit;
import org.alliedregistry.access.PermitQueue;
import org.alliedregistry.access.Requester;
import org.alliedregistry.access.WorkConfig;
import org.alliedregistry.ledger.web.KeptAnswers.Pending;
import org.alliedregistry.ledger.web.KeptAnswers.Question;
import org.alliedregistry.problem.FilterOrder;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.problem.Refusal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Lets only so many costly operations run at once, so that the threads of the cheap ones are never
 * all taken, and lets one request alone compute what many ask: one that may run at once, so that
 * nobody waits for another's turn. What is kept already is answered before this. Who waits holds no
 * thread.
 */
class CostlyOperations {

  /** How long somebody waits for another's answer before computing it too. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How often somebody waits, where whoever computed it was not answered. */
  private static final int MOST_WAITS = 3;

  /** A request on its way to its operation. */
  private record Turn(
      ContainerRequestContext request,
      ResteasyReactiveRequestContext work,
      Requester requester,
      boolean isCostly) {}

  private final Caller caller;
  private final PermitQueue permits;
  private final Duration longest;
  private final Answers answers;
  private final AnswerMeters meters;

  CostlyOperations(
      Caller caller, PermitQueue permits, WorkConfig config, Answers answers, AnswerMeters meters) {
    this.caller = caller;
    this.permits = permits;
    this.longest = config.longestWait();
    this.answers = answers;
    this.meters = meters;
  }

  /** Null where the operation runs at once. */
  @ServerRequestFilter(priority = FilterOrder.COMPUTATION)
  @Nullable Uni<Response> admit(ContainerRequestContext request, ResourceInfo operation) {
    boolean isCostly = isCostly(request.getUriInfo(), operation);
    Turn turn = new Turn(request, CurrentRequestManager.get(), caller.requester(), isCostly);
    if (request.getProperty(Answers.QUESTION) instanceof Question asked) {
      return once(turn, asked, MOST_WAITS);
    }
    return isCostly ? alone(turn) : null;
  }

  /** To be asked of an earlier state makes that state first. */
  private static boolean isCostly(UriInfo uri, ResourceInfo operation) {
    return operation.getResourceMethod().isAnnotationPresent(Costly.class)
        || uri.getQueryParameters().containsKey("knownAt")
        || uri.getQueryParameters().containsKey("cursor");
  }

  private @Nullable Uni<Response> alone(Turn turn) {
    return afterwards(
        permit(turn),
        given -> {
          hold(given.orElseThrow(CostlyOperations::busy), turn);
          return null;
        });
  }

  private @Nullable Uni<Response> once(Turn turn, Question asked, int waits) {
    if (waits == 0) {
      meters.miss();
      return turn.isCostly() ? alone(turn) : null;
    }
    Pending pending = answers.pending(asked);
    if (!pending.needs(turn.requester())) {
      return await(turn, pending, asked, waits);
    }
    if (!turn.isCostly()) {
      return pending.compute() ? compute(turn, pending) : await(turn, pending, asked, waits);
    }
    CompletableFuture<Permit> permit = permit(turn);
    if (!permit.isDone()) {
      pending.isComputed().thenRun(() -> permit.cancel(false));
    }
    return afterwards(permit, given -> tried(turn, pending, asked, waits, given));
  }

  private @Nullable Uni<Response> tried(
      Turn turn, Pending pending, Question asked, int waits, Optional<Permit> given) {
    if (given.isPresent() && pending.compute()) {
      hold(given.get(), turn);
      return compute(turn, pending);
    }
    given.ifPresent(permits::release);
    if (given.isEmpty() && !pending.leave(turn.requester())) {
      throw busy();
    }
    return await(turn, pending, asked, waits);
  }

  private @Nullable Uni<Response> compute(Turn turn, Pending pending) {
    meters.miss();
    turn.request().setProperty(Answers.PENDING, pending);
    return null;
  }

  /** Waits for what another computes, and asks again where that comes to nothing. */
  private Uni<Response> await(Turn turn, Pending pending, Question asked, int waits) {
    return Uni.createFrom()
        .completionStage(pending.answer().copy())
        .ifNoItem()
        .after(PATIENCE)
        .recoverWithItem(Optional.empty())
        .onItem()
        .transformToUni(
            found ->
                found.isPresent()
                    ? Uni.createFrom().item(answers.response(turn.request(), found.get()))
                    : orNothing(once(turn, asked, waits - 1)));
  }

  private CompletableFuture<Permit> permit(Turn turn) {
    return permits.acquire(turn.requester(), longest);
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

  /** Until the work has ended, also where its caller has gone: a thread computes as long. */
  private void hold(Permit permit, Turn turn) {
    turn.work().registerCompletionCallback(ended -> permits.release(permit));
  }

  static Refusal busy() {
    return Refusal.because(
        ProblemType.BUSY,
        "As many questions are being computed as this node takes at once, or takes of one caller.");
  }
}
