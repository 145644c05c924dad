package org.alliedregistry.http.guard;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.alliedregistry.http.FilterOrder;
import org.alliedregistry.http.connection.BrokenBody;
import org.alliedregistry.http.connection.Channels;
import org.alliedregistry.http.connection.TimeoutConfig;
import org.alliedregistry.http.connection.UnreadBodyFilter;
import org.alliedregistry.json.StrictJson;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.security.Caller;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a request after all checks of its head, so that the body of a refused request
 * is never read. No thread waits for a body.
 */
class BodyBufferFilter {

  private static final Set<String> WITH_BODY = Set.of("POST", "PUT");
  private static final Set<String> GZIP = Set.of("gzip", "x-gzip");

  /** The second name is not registered, but common. */
  private static final Set<String> UTF_8 = Set.of("utf-8", "utf8");

  private static final String BODY = "org.alliedregistry.body";

  private final BodyBudget budget;
  private final Caller caller;
  private final Vertx vertx;
  private final Duration patience;

  BodyBufferFilter(BodyBudget budget, Caller caller, Vertx vertx, TimeoutConfig config) {
    this.budget = budget;
    this.caller = caller;
    this.vertx = vertx;
    this.patience = config.bodyTimeout();
  }

  /** Releases the thread of the request, if it has one, until the body has arrived. */
  @ServerRequestFilter(priority = FilterOrder.COLLECT_BODY)
  @Nullable Uni<Response> collect(ContainerRequestContext context, HttpServerRequest request) {
    if (!WITH_BODY.contains(context.getMethod()) || !UnreadBodyFilter.hasBody(request)) {
      return null;
    }
    refuseUnlessReadable(context);
    BudgetedBody body = new BudgetedBody(budget, caller.requester());
    body.begin(headLength(request));
    context.setProperty(BODY, body);
    // after the request has ended in any way, and no thread works for it any more
    CurrentRequestManager.get().registerCompletionCallback(failure -> body.close());
    return Uni.createFrom().emitter(arrived -> read(request, body, arrived));
  }

  /** The length of the head in characters. It is held as long as the body. */
  private static long headLength(HttpServerRequest request) {
    long length = request.uri().length();
    for (Map.Entry<String, String> header : request.headers()) {
      length += header.getKey().length() + (long) header.getValue().length();
    }
    return length;
  }

  private static void refuseUnlessReadable(ContainerRequestContext context) {
    String coding = coding(context);
    if (!coding.equals("identity") && !GZIP.contains(coding)) {
      throw ProblemException.because(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "The only Content-Encoding that is supported is gzip.");
    }
    String charset = charset(context);
    if (charset != null && !UTF_8.contains(charset.toLowerCase(Locale.ROOT))) {
      throw ProblemException.because(
          ProblemType.UNSUPPORTED_MEDIA_TYPE, "The only charset that is supported is UTF-8.");
    }
    String length = context.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    if (length != null && Long.parseLong(length) > StrictJson.MAX_BYTES) {
      throw ProblemException.because(ProblemType.TOO_LARGE, "The body has " + length + " bytes.");
    }
  }

  /** The charset of the body. An empty Content-Type counts as none, as in the framework. */
  private static @Nullable String charset(ContainerRequestContext context) {
    String type = context.getHeaderString(HttpHeaders.CONTENT_TYPE);
    return type == null || type.isBlank()
        ? null
        : context.getMediaType().getParameters().get(MediaType.CHARSET_PARAMETER);
  }

  private static String coding(ContainerRequestContext context) {
    String coding = context.getHeaderString(HttpHeaders.CONTENT_ENCODING);
    return coding == null ? "identity" : coding.strip().toLowerCase(Locale.ROOT);
  }

  private void read(
      HttpServerRequest request, BudgetedBody body, UniEmitter<? super Response> arrived) {
    long timer = vertx.setTimer(patience.toMillis(), late -> arrived.fail(tooLate(request)));
    Runnable forget =
        Channels.whenClosed(
            request.connection(),
            () -> {
              vertx.cancelTimer(timer);
              body.close();
              arrived.fail(
                  ProblemException.because(
                      ProblemType.MALFORMED_JSON, "The body ended too early."));
            });
    request.endHandler(
        ended -> {
          vertx.cancelTimer(timer);
          forget.run();
          BrokenBody.in(request).ifPresentOrElse(arrived::fail, () -> arrived.complete(null));
        });
    request.handler(
        part -> {
          try {
            body.add(part.getBytes());
          } catch (ProblemException refusal) {
            request.pause();
            vertx.cancelTimer(timer);
            forget.run();
            arrived.fail(refusal);
          }
        });
    UnreadBodyFilter.ask(request);
  }

  private ProblemException tooLate(HttpServerRequest request) {
    UnreadBodyFilter.closeAfterwards(request);
    return ProblemException.because(
        ProblemType.REQUEST_TIMEOUT,
        "The body did not arrive within " + patience.toMillis() + " ms.");
  }

  @ServerRequestFilter(priority = FilterOrder.OPEN_BODY)
  void open(ContainerRequestContext context) {
    if (context.getProperty(BODY) instanceof BudgetedBody body) {
      context.setEntityStream(body.json(GZIP.contains(coding(context))));
    }
  }
}
