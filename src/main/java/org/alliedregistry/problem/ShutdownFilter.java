package org.alliedregistry.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses requests that come once the service was told to stop. */
@ApplicationScoped
class ShutdownFilter {

  private static final String RETRY_AFTER_SECONDS = "1";

  private final Stopping stopping;
  private final EarlyRefusal refusal;

  ShutdownFilter(Stopping stopping, EarlyRefusal refusal) {
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
        Refusal.because(ProblemType.STOPPING, "It finishes what it accepted before."),
        context.request().path());
  }
}
