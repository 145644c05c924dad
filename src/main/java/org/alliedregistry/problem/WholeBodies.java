package org.alliedregistry.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Takes a body in before anything is done with it, so that nobody who sends slowly holds a thread.
 * Of one that is too long, only so much is kept that it is seen to be.
 */
@ApplicationScoped
class WholeBodies {

  /** After what refuses a request by its head. */
  private static final int LAST = 5_000;

  void register(@Observes Filters filters) {
    filters.register(this::take, LAST);
  }

  private void take(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (!SlowBodies.hasBody(request) || request.isEnded()) {
      context.next();
      return;
    }
    Buffer body = Buffer.buffer();
    request.handler(
        part -> {
          if (body.length() <= StrictJson.MAX_BYTES) {
            body.appendBuffer(part);
          }
        });
    request.endHandler(
        ended -> {
          if (!context.response().ended()) {
            ((RoutingContextInternal) context).setBody(body);
            context.next();
          }
        });
  }
}
