package org.alliedregistry.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/** Refuses headers that the framework would answer without a body. */
@ApplicationScoped
class HeaderBlock {

  private static final int MOST = 20 << 10;
  private static final int BEFORE_ROUTING = 10_000;

  /** The colon, the space and the end of the line. */
  private static final int AROUND = 4;

  private final EarlyRefusal refusal;

  HeaderBlock(EarlyRefusal refusal) {
    this.refusal = refusal;
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, BEFORE_ROUTING);
  }

  private void check(RoutingContext context) {
    int length = 0;
    for (Map.Entry<String, String> header : context.request().headers()) {
      length += header.getKey().length() + header.getValue().length() + AROUND;
    }
    if (length > MOST) {
      refusal.send(
          context,
          ProblemType.HEADERS_TOO_LARGE,
          "They have " + length + " characters.",
          context.request().path());
    } else {
      context.next();
    }
  }
}
