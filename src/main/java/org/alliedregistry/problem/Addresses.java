package org.alliedregistry.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses addresses that the framework would answer without a body. */
@ApplicationScoped
class Addresses {

  private static final int MOST = 8192;
  private static final int BEFORE_ROUTING = 10_000;

  private final EarlyRefusal refusal;

  Addresses(EarlyRefusal refusal) {
    this.refusal = refusal;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, BEFORE_ROUTING);
  }

  private void check(RoutingContext context) {
    String uri = context.request().uri();
    if (uri.length() > MOST) {
      refuse(context, ProblemType.ADDRESS_TOO_LONG, "It has " + uri.length() + " characters.");
    } else if (uri.contains("%00")) {
      refuse(context, ProblemType.BAD_REQUEST, "It contains a NUL (%00).");
    } else {
      context.next();
    }
  }

  private void refuse(RoutingContext context, ProblemType type, String detail) {
    refusal.send(context, type, detail, "");
  }
}
