package org.alliedregistry.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.alliedregistry.ledger.LedgerFollower;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sets Cache-Control on every answer, so that a cache never gives the answer for one caller to
 * another. It runs when the answer is sent, so that it covers refusals of the framework too.
 */
@ApplicationScoped
class CacheControlFilter {

  private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final Set<Integer> SUCCESSES = Set.of(200, 304);
  private static final String STREAM = "text/event-stream";

  private final LedgerFollower follower;
  private final String publicCacheControl;
  private final String varyOn;
  private final String contractVariesOn;

  CacheControlFilter(
      CacheControlConfig config,
      LedgerFollower follower,
      @ConfigProperty(name = "quarkus.http.cors.enabled", defaultValue = "false") boolean cors,
      @ConfigProperty(name = "quarkus.http.proxy.enable-forwarded-prefix", defaultValue = "false")
          boolean hasPrefix) {
    this.follower = follower;
    this.contractVariesOn =
        "Accept-Encoding"
            + (hasPrefix ? ", " + ForwardedPrefix.HEADER : "")
            + (cors ? ", Origin" : "");
    this.varyOn = "Authorization, Accept, " + contractVariesOn;
    long seconds = config.publicMaxAge().toSeconds();
    this.publicCacheControl = seconds > 0 ? "public, max-age=" + seconds : "public, no-cache";
  }

  void register(@Observes Filters filters) {
    filters.register(this::watch, FilterOrder.CACHE_HEADERS);
  }

  private void watch(RoutingContext context) {
    context.addHeadersEndHandler(sending -> setCacheControl(context.request(), context.response()));
    context.next();
  }

  private void setCacheControl(HttpServerRequest request, HttpServerResponse answer) {
    MultiMap headers = answer.headers();
    boolean isPrivate = request.headers().contains(HttpHeaders.AUTHORIZATION);
    long age = follower.lag().toSeconds();
    boolean isAnswer = SUCCESSES.contains(answer.getStatusCode());
    boolean isRead = isAnswer && READS.contains(request.method());
    if (isStream(headers.get(HttpHeaders.CONTENT_TYPE))) {
      headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
      // a proxy must send each event on at once
      headers.set("X-Accel-Buffering", "no");
    } else if (!isRead) {
      headers.set(HttpHeaders.CACHE_CONTROL, isPrivate ? "private, no-store" : "no-store");
    } else if (isPrivate) {
      headers.set(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    } else if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
      headers.set(HttpHeaders.CACHE_CONTROL, publicCacheControl);
    }
    if (isAnswer && age > 0 && request.path().startsWith("/v1/")) {
      headers.set(HttpHeaders.AGE, Long.toString(age));
    }
    vary(headers, request.path().startsWith("/q/") ? contractVariesOn : varyOn);
  }

  private static boolean isStream(@Nullable String type) {
    return type != null && type.startsWith(STREAM);
  }

  private static void vary(MultiMap headers, String differences) {
    String others =
        headers.contains(HttpHeaders.VARY)
            ? String.join(", ", headers.getAll(HttpHeaders.VARY)) + ", "
            : "";
    headers.set(HttpHeaders.VARY, others + differences);
  }
}
