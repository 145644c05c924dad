package org.alliedregistry.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Ignores Accept for resources that have one format only, as RFC 9110, 12.5.1 allows. For all
 * others, it leaves out the items of Accept that it cannot read, and all parameters but the weight:
 * the framework answers 500 to an item that it cannot read.
 */
@ApplicationScoped
class FixedFormatFilter {

  private static final Set<String> PATHS =
      Set.of("/v1/ledger/stream", "/.well-known/security.txt", "/q/openapi", "/q/swagger-ui");

  private static final Pattern ITEM =
      Pattern.compile("\\s*(\\*/\\*|[\\w.+-]{1,100}/(?:\\*|[\\w.+-]{1,100}))((?:;[^,]*)?)\\s*");
  private static final Pattern WEIGHT =
      Pattern.compile(";\\s*[qQ]=([01](?:\\.\\d{0,3})?)\\s*(?:;|$)");

  void register(@Observes Filters filters) {
    filters.register(FixedFormatFilter::forget, FilterOrder.FIXED_FORMAT);
  }

  private static String withoutLastSlash(String path) {
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static void forget(RoutingContext context) {
    if (PATHS.contains(withoutLastSlash(context.normalizedPath()))) {
      context.request().headers().remove(HttpHeaders.ACCEPT);
    } else if (context.request().headers().contains(HttpHeaders.ACCEPT)) {
      String accepted = String.join(",", context.request().headers().getAll(HttpHeaders.ACCEPT));
      context.request().headers().set(HttpHeaders.ACCEPT, readable(accepted));
    }
    context.next();
  }

  /** The items that can be read, with their weights; all formats if there is none. */
  static String readable(String accepted) {
    String items =
        Arrays.stream(accepted.split(","))
            .map(ITEM::matcher)
            .filter(Matcher::matches)
            .map(item -> item.group(1) + weight(item.group(2)))
            .collect(Collectors.joining(","));
    return items.isEmpty() ? "*/*" : items;
  }

  private static String weight(String parameters) {
    Matcher weight = WEIGHT.matcher(parameters);
    return weight.find() ? ";q=" + weight.group(1) : "";
  }
}
