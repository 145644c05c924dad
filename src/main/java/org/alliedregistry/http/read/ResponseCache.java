package org.alliedregistry.http.read;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.http.FilterOrder;
import org.alliedregistry.http.ForwardedPrefix;
import org.alliedregistry.http.read.CachedResponses.CacheKey;
import org.alliedregistry.http.read.CachedResponses.CachedResponse;
import org.alliedregistry.http.read.CachedResponses.Pending;
import org.alliedregistry.ledger.view.AudienceViews;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Answers of reads as bytes, computed once: what is told depends on what was asked, on who may see
 * what is told, on the last entry that they see, and on the day.
 */
@ApplicationScoped
public class ResponseCache {

  /** On a request: the question that it asks, where its answer is to be kept. */
  static final String QUESTION = "org.alliedregistry.question";

  /** On a request: the question that it computes for all who ask it. */
  static final String PENDING = "org.alliedregistry.pending";

  /** On a request: the kept answer to it. */
  static final String ANSWER = "org.alliedregistry.answer";

  /** The part of the heap that all answers together may take. */
  private static final int HEAP_SHARE = 16;

  private static final Pattern KEPT_PATHS =
      Pattern.compile(
          "/v1/(allies|capabilities|conditions|baselines|pledges|positions|coverage)(/.*)?|"
              + EntityTags.CONTRACT);

  private final RecordAccess recordAccess;
  private final AudienceViews views;
  private final Clock clock;
  private final ResponseCacheMetrics meters;
  private final CachedResponses kept =
      new CachedResponses(Runtime.getRuntime().maxMemory() / HEAP_SHARE);

  ResponseCache(
      RecordAccess recordAccess, AudienceViews views, Clock clock, ResponseCacheMetrics meters) {
    this.recordAccess = recordAccess;
    this.views = views;
    this.clock = clock;
    this.meters = meters;
  }

  /** Answers what is kept. */
  @ServerRequestFilter(priority = FilterOrder.KEPT_ANSWER)
  @Nullable Response find(ContainerRequestContext request, HttpServerRequest sent) {
    if (!ConditionalReads.isRead(request)
        || sent.uri().length() > CachedResponses.LONGEST_TARGET
        || !KEPT_PATHS.matcher(request.getUriInfo().getPath()).matches()) {
      return null;
    }
    Audience caller = recordAccess.caller();
    CacheKey asked = question(caller, views.registry(caller).revision(), sent);
    request.setProperty(QUESTION, asked);
    CachedResponse answer = kept.find(asked);
    return answer == null ? null : response(request, answer);
  }

  /** A question that is not kept. */
  Pending pending(CacheKey asked) {
    return kept.pending(asked);
  }

  /** Sends what is kept. */
  Response response(ContainerRequestContext request, CachedResponse answer) {
    meters.hit();
    request.setProperty(ANSWER, answer);
    Response.ResponseBuilder response = Response.ok(answer, answer.type());
    return answer.link() == null
        ? response.build()
        : response.header(HttpHeaders.LINK, answer.link()).build();
  }

  /** What an audience is answered, where nothing is to be computed for it. */
  @Nullable CachedResponse ready(Audience audience, HttpServerRequest sent) {
    return sent.uri().length() > CachedResponses.LONGEST_TARGET
        ? null
        : views
            .ready(audience)
            .map(seen -> kept.find(question(audience, seen.revision(), sent)))
            .orElse(null);
  }

  private CacheKey question(Audience audience, String revision, HttpServerRequest sent) {
    String prefix = ForwardedPrefix.of(sent);
    return new CacheKey(
        audience,
        revision,
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
        prefix,
        sent.uri().substring(prefix.length()));
  }

  void keep(CacheKey asked, CachedResponse answer) {
    kept.keep(asked, answer);
  }
}
