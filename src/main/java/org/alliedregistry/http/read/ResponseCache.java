package org.alliedregistry.http.read;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.http.FilterOrder;
import org.alliedregistry.http.ForwardedPrefix;
import org.alliedregistry.http.TableFormat;
import org.alliedregistry.http.read.CachedResponses.CacheKey;
import org.alliedregistry.http.read.CachedResponses.CachedResponse;
import org.alliedregistry.http.read.CachedResponses.Pending;
import org.alliedregistry.ledger.view.AudienceViews;
import org.alliedregistry.security.Caller;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Caches the answers of reads as bytes. An answer depends on the question, on the audience, on the
 * last entry that the audience sees, and on the day.
 */
@ApplicationScoped
public class ResponseCache {

  /** The property of a request with the cache key of its answer, if the answer is to be cached. */
  static final String QUESTION = "org.alliedregistry.question";

  /** The property of a request with the answer that it computes for all that wait. */
  static final String PENDING = "org.alliedregistry.pending";

  /** The property of a request with its cached answer. */
  static final String ANSWER = "org.alliedregistry.answer";

  /** All cached answers together may take one part in this many of the heap. */
  private static final int HEAP_SHARE = 16;

  private static final Pattern CONTRACT = Pattern.compile(EntityTags.CONTRACT + "/?");

  private final Caller caller;
  private final AudienceViews views;
  private final Clock clock;
  private final ResponseCacheMetrics meters;
  private final CachedResponses cachedResponses =
      new CachedResponses(Runtime.getRuntime().maxMemory() / HEAP_SHARE);

  ResponseCache(Caller caller, AudienceViews views, Clock clock, ResponseCacheMetrics meters) {
    this.caller = caller;
    this.views = views;
    this.clock = clock;
    this.meters = meters;
  }

  /** Sends the cached answer, if there is one. */
  @ServerRequestFilter(priority = FilterOrder.CACHED_ANSWER)
  @Nullable Response find(
      ContainerRequestContext request, HttpServerRequest sent, ResourceInfo operation) {
    CacheKey key =
        ConditionalReads.isRead(request) && !TableFormat.isAsked(request, operation)
            ? key(request.getUriInfo(), sent, operation)
            : null;
    if (key == null) {
      return null;
    }
    request.setProperty(QUESTION, key);
    CachedResponse answer = cachedResponses.find(key);
    return answer == null ? null : response(request, answer);
  }

  /** The key of the answer; null if it is not cached. */
  private @Nullable CacheKey key(UriInfo uri, HttpServerRequest sent, ResourceInfo operation) {
    if (CONTRACT.matcher(uri.getPath()).matches() && uri.getQueryParameters().isEmpty()) {
      // the contract depends on nothing else
      return new CacheKey(
          Audience.PUBLIC, "", LocalDate.EPOCH, ForwardedPrefix.of(sent), EntityTags.CONTRACT);
    }
    if (!operation.getResourceClass().isAnnotationPresent(CachedAnswers.class)) {
      return null;
    }
    Audience audience = caller.audience();
    return question(audience, views.registry(audience).revision(), sent);
  }

  /** The pending computation of an answer that is not cached. */
  Pending pending(CacheKey key) {
    return cachedResponses.pending(key);
  }

  /** The response with a cached answer. */
  Response response(ContainerRequestContext request, CachedResponse answer) {
    meters.hit();
    request.setProperty(ANSWER, answer);
    Response.ResponseBuilder response = Response.ok(answer, answer.type());
    return answer.link() == null
        ? response.build()
        : response.header(HttpHeaders.LINK, answer.link()).build();
  }

  /** The cached answer for an audience, if its view need not be computed. */
  @Nullable CachedResponse ready(Audience audience, HttpServerRequest sent) {
    return views
        .ready(audience)
        .map(seen -> question(audience, seen.revision(), sent))
        .map(cachedResponses::find)
        .orElse(null);
  }

  /** The key of a question; null if its URL is too long. */
  private @Nullable CacheKey question(Audience audience, String revision, HttpServerRequest sent) {
    if (sent.uri().length() > CachedResponses.LONGEST_TARGET) {
      return null;
    }
    String prefix = ForwardedPrefix.of(sent);
    return new CacheKey(
        audience,
        revision,
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
        prefix,
        sent.uri().substring(prefix.length()));
  }

  void put(CacheKey key, CachedResponse answer) {
    cachedResponses.put(key, answer);
  }
}
