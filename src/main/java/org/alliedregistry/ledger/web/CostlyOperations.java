package org.alliedregistry.ledger.web;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.alliedregistry.access.Caller;
import org.alliedregistry.access.ConcurrencyLimit.Permit;
import org.alliedregistry.access.PermitQueue;
import org.alliedregistry.access.WorkConfig;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.problem.Refusal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Lets only so many costly operations run at once, so that the threads of the cheap ones are never
 * all taken. What is kept already is answered before this. Who waits holds no thread.
 */
class CostlyOperations {

  /** After the look for a kept answer. */
  private static final int AFTER_KEPT_ANSWERS = Priorities.USER + 1_100;

  private final Caller caller;
  private final PermitQueue permits;
  private final Duration longest;

  CostlyOperations(Caller caller, PermitQueue permits, WorkConfig config) {
    this.caller = caller;
    this.permits = permits;
    this.longest = config.longestWait();
  }

  @ServerRequestFilter(priority = AFTER_KEPT_ANSWERS)
  @Nullable Uni<Response> admit(ContainerRequestContext request, ResourceInfo operation) {
    if (!isCostly(request.getUriInfo(), operation)) {
      return null;
    }
    ResteasyReactiveRequestContext work = CurrentRequestManager.get();
    CompletableFuture<Permit> permit = permits.acquire(caller.requester(), longest);
    if (permit.isDone() && !permit.isCompletedExceptionally()) {
      hold(permit.join(), work);
      return null;
    }
    return Uni.createFrom()
        .completionStage(permit)
        .onItem()
        .invoke(given -> hold(given, work))
        .onFailure(TimeoutException.class)
        .transform(late -> busy())
        .onItem()
        .transformToUni(given -> Uni.createFrom().nullItem());
  }

  /** To be asked of an earlier state makes that state first. */
  private static boolean isCostly(UriInfo uri, ResourceInfo operation) {
    return operation.getResourceMethod().isAnnotationPresent(Costly.class)
        || uri.getQueryParameters().containsKey("knownAt")
        || uri.getQueryParameters().containsKey("cursor");
  }

  /** Until the work has ended, also where its caller has gone: a thread computes as long. */
  private void hold(Permit permit, ResteasyReactiveRequestContext work) {
    work.registerCompletionCallback(ended -> permits.release(permit));
  }

  static Refusal busy() {
    return Refusal.because(
        ProblemType.BUSY,
        "As many questions are being computed as this node takes at once, or takes of one caller.");
  }
}
