package org.alliedregistry.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/** Ignores Accept for resources that have one format only, as RFC 9110, 12.5.1 allows. */
@ApplicationScoped
class FixedFormatFilter {

  private static final Set<String> PATHS =
      Set.of("/v1/ledger/stream", "/.well-known/security.txt", "/q/openapi", "/q/swagger-ui");

  void register(@Observes Filters filters) {
    filters.register(FixedFormatFilter::forget, FilterOrder.FIXED_FORMAT);
  }

  private static String withoutLastSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static void forget(RoutingContext context) {
    if (PATHS.contains(withoutLastSlash(context.normalizedPath()))) {
      context.request().headers().remove(HttpHeaders.ACCEPT);
    }
    context.next();
  }
}
