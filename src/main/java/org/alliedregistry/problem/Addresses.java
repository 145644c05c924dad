package org.alliedregistry.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Refuses addresses that the framework would answer without a body. */
@ApplicationScoped
class Addresses {

  private static final int MOST = 8192;
  private static final int BEFORE_ROUTING = 10_000;

  private final ObjectMapper json;

  Addresses(ObjectMapper json) {
    this.json = json;
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
    try {
      context
          .response()
          .setStatusCode(type.status())
          .putHeader("Content-Type", Problem.MEDIA_TYPE)
          .end(json.writeValueAsString(Problem.of(type, detail, "", List.of())));
    } catch (JsonProcessingException e) {
      context.fail(e);
    }
  }
}
