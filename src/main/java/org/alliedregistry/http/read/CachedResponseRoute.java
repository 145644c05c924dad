package org.alliedregistry.http.read;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.http.FilterOrder;
import org.alliedregistry.http.guard.RateLimiter;
import org.alliedregistry.http.read.CachedResponses.CachedResponse;
import org.alliedregistry.security.Requester;
import org.jspecify.annotations.Nullable;

/**
 * Sends the cached answer to a public request on the event loop. A request with a token, a
 * precondition or another format passes all filters, and gets the same bytes.
 */
@ApplicationScoped
class CachedResponseRoute {

  private static final List<CharSequence> SPECIAL =
      List.of(
          HttpHeaders.AUTHORIZATION,
          HttpHeaders.IF_NONE_MATCH,
          HttpHeaders.IF_MATCH,
          HttpHeaders.ORIGIN,
          HttpHeaders.CONTENT_LENGTH,
          HttpHeaders.TRANSFER_ENCODING);

  private static final CharSequence CONTENT_TYPE = HttpHeaders.createOptimized("Content-Type");
  private static final CharSequence ETAG = HttpHeaders.createOptimized("ETag");

  private final ResponseCache answers;
  private final ResponseCacheMetrics meters;
  private final RateLimiter limiter;

  CachedResponseRoute(ResponseCache answers, ResponseCacheMetrics meters, RateLimiter limiter) {
    this.answers = answers;
    this.meters = meters;
    this.limiter = limiter;
  }

  void register(@Observes Filters filters) {
    filters.register(this::answer, FilterOrder.CACHED_PUBLIC_ANSWER);
  }

  private void answer(RoutingContext context) {
    HttpServerRequest request = context.request();
    CachedResponse answer = isPlain(request) ? answers.ready(Audience.PUBLIC, request) : null;
    if (answer == null || answer.link() != null) {
      context.next();
      return;
    }
    Coding coding = answer.coding(accepted(request));
    Buffer bytes = answer.in(coding);
    if (bytes == null || !isAdmitted(request)) {
      context.next();
    } else {
      meters.hit();
      send(answer, coding, bytes, context.response());
    }
  }

  private static boolean isPlain(HttpServerRequest request) {
    String form = request.getHeader(HttpHeaders.ACCEPT);
    return request.method().equals(HttpMethod.GET)
        && (form == null || form.equals("*/*") || form.equals("application/json"))
        && !isSpecial(request.headers());
  }

  private static boolean isSpecial(MultiMap headers) {
    for (CharSequence name : SPECIAL) {
      if (headers.contains(name)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable String accepted(HttpServerRequest request) {
    List<String> lines = request.headers().getAll(HttpHeaders.ACCEPT_ENCODING);
    return lines.isEmpty() ? null : String.join(",", lines);
  }

  /** Counts the request. A caller without a request left is refused by the usual filter. */
  private boolean isAdmitted(HttpServerRequest request) {
    return limiter.isUnlimited()
        || limiter.admits(Requester.at(request.remoteAddress()), request.response());
  }

  /** Sends the same bytes and headers as the usual filters. */
  private static void send(
      CachedResponse answer, Coding coding, Buffer bytes, HttpServerResponse response) {
    response.putHeader(CONTENT_TYPE, EntityTags.JSON).putHeader(ETAG, coding.tag(answer.tag()));
    if (coding == Coding.GZIP) {
      response.putHeader("Content-Encoding", "gzip");
    }
    response.end(bytes);
  }
}
