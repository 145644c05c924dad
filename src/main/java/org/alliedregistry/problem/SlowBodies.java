package org.alliedregistry.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/**
 * Cuts off who does not send a body within its time. Each drop of a body that drips in keeps the
 * connection from being idle.
 */
@ApplicationScoped
class SlowBodies {

  /** Before anything is refused: also the body of a refused request must end. */
  private static final int FIRST = 20_000;

  private final EarlyRefusal refusal;
  private final Duration patience;

  SlowBodies(EarlyRefusal refusal, PatienceConfig config) {
    this.refusal = refusal;
    this.patience = config.requestTimeout();
  }

  void register(@Observes Filters filters) {
    filters.register(this::watch, FIRST);
  }

  private void watch(RoutingContext context) {
    if (hasBody(context.request())) {
      long timer = context.vertx().setTimer(patience.toMillis(), fired -> cutOff(context));
      context.addEndHandler(
          answered -> {
            // an answer may come before the body does
            if (context.request().isEnded()) {
              context.vertx().cancelTimer(timer);
            }
          });
    }
    context.next();
  }

  static boolean hasBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null
        ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        : !length.equals("0");
  }

  private void cutOff(RoutingContext context) {
    HttpServerResponse answer = context.response();
    if (context.request().isEnded()) {
      return;
    }
    if (answer.headWritten() || answer.closed()) {
      context.request().connection().close();
    } else {
      answer.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      refusal
          .send(
              context,
              ProblemType.REQUEST_TIMEOUT,
              "It was not there after " + patience.toMillis() + " ms.",
              context.request().path())
          .onComplete(sent -> context.request().connection().close());
    }
  }
}
