package org.alliedregistry.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.alliedregistry.lifecycle.GracefulShutdown;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;

/** Refuses requests that arrive after shutdown has begun. */
@ApplicationScoped
class ShutdownFilter {

  private static final String RETRY_AFTER_SECONDS = "1";

  private final GracefulShutdown stopping;
  private final EarlyProblemResponse refusal;

  ShutdownFilter(GracefulShutdown stopping, EarlyProblemResponse refusal) {
    this.stopping = stopping;
    this.refusal = refusal;
  }

  void register(@Observes Filters filters) {
    filters.register(this::refuse, FilterOrder.STOPPING);
  }

  private void refuse(RoutingContext context) {
    if (!stopping.hasBegun()) {
      context.next();
      return;
    }
    context.response().putHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    refusal.send(
        context,
        ProblemException.because(
            ProblemType.SHUTTING_DOWN,
            "The node finishes only the requests that it has already accepted."),
        context.request().path());
  }
}
