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
 * Gives each request an id: that of the client if it is valid, else a new one. The id is in a
 * header of the answer, in problem bodies and in the log.
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

  /** The id of the request of an answer. */
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

  /** A random id. It need not be secret, so a fast generator is enough. */
  private static String fresh() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
