package org.alliedregistry.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The id of each request: its client's, where that is a plain word, or a new one. It stands in the
 * header of the answer, in a problem body and in the log.
 */
@ApplicationScoped
public class RequestIds {

  public static final CharSequence HEADER = HttpHeaders.createOptimized("X-Request-Id");

  private static final String IN_LOG = "requestId";
  private static final int MAX_LENGTH = 128;

  void register(@Observes Filters filters) {
    filters.register(RequestIds::name, FilterOrder.REQUEST_ID);
    filters.register(RequestIds::log, FilterOrder.REQUEST_ID_IN_LOG);
  }

  private static void name(RoutingContext context) {
    String sent = context.request().getHeader(HEADER);
    context.response().putHeader(HEADER, isPlain(sent) ? sent : fresh());
    context.next();
  }

  private static void log(RoutingContext context) {
    MDC.put(IN_LOG, of(context.response()));
    context.next();
  }

  /** The id of the request that is answered. */
  static String of(HttpServerResponse answer) {
    return String.valueOf(answer.headers().get(HEADER));
  }

  private static boolean isPlain(@Nullable String id) {
    return id != null
        && !id.isEmpty()
        && id.length() <= MAX_LENGTH
        && id.chars().allMatch(RequestIds::isPlain);
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._~:+/=@".indexOf(c) >= 0;
  }

  /** It tells requests apart and guards nothing. */
  private static String fresh() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
