package org.alliedregistry.http.connection;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.alliedregistry.http.FilterOrder;

/**
 * Discards the rest of a body whose request was answered before the body was read, so that the
 * client reads the answer. A connection whose body does not end in time is closed.
 */
@ApplicationScoped
public class UnreadBodyFilter {

  private final Duration patience;

  UnreadBodyFilter(TimeoutConfig config) {
    this.patience = config.bodyTimeout();
  }

  void register(@Observes Filters filters) {
    filters.register(this::watch, FilterOrder.UNREAD_BODY);
  }

  private void watch(RoutingContext context) {
    if (hasBody(context.request())) {
      context.addHeadersEndHandler(answering -> sayWhetherItGoesOn(context.request()));
      context.addEndHandler(
          answered -> {
            if (answered.succeeded()) {
              throwAway(context);
            }
          });
    }
    context.next();
  }

  /** Whether a body comes with a request. */
  public static boolean hasBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return length == null
        ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        : !length.equals("0");
  }

  /** Allows the body to be sent. */
  public static void ask(HttpServerRequest request) {
    if (isAskedFirst(request)) {
      request.response().writeContinue();
      request.headers().remove(HttpHeaders.EXPECT);
    }
    request.resume();
  }

  /** Closes the connection after the answer to this request. */
  public static void closeAfterwards(HttpServerRequest request) {
    request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
  }

  /**
   * Whether the client waits for 100 (Continue). No other expectation gets this far, and HTTP/1.0
   * has no such answer.
   */
  private static boolean isAskedFirst(HttpServerRequest request) {
    return request.version() == HttpVersion.HTTP_1_1
        && request.headers().contains(HttpHeaders.EXPECT);
  }

  /** Without 100 (Continue) it is unknown whether the body follows, so the connection is closed. */
  private static void sayWhetherItGoesOn(HttpServerRequest request) {
    if (isAskedFirst(request) || BrokenBody.in(request).isPresent()) {
      closeAfterwards(request);
    }
  }

  private void throwAway(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (request.isEnded()) {
      return;
    }
    boolean isLast = context.response().headers().contains(HttpHeaders.CONNECTION, "close", true);
    long timer =
        context
            .vertx()
            .setTimer(
                (isLast ? TimeoutConfig.CLOSE_TIMEOUT : patience).toMillis(),
                late -> request.connection().close());
    request.exceptionHandler(gone -> context.vertx().cancelTimer(timer));
    request.endHandler(
        ended -> {
          context.vertx().cancelTimer(timer);
          if (isLast) {
            request.connection().close();
          }
        });
    request.handler(part -> {});
    request.resume();
  }
}
