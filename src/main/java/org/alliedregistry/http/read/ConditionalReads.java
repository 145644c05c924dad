package org.alliedregistry.http.read;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.Status.Family;
import java.util.Set;
import java.util.concurrent.Flow;
import org.alliedregistry.http.read.CachedResponses.CacheKey;
import org.alliedregistry.http.read.CachedResponses.CachedResponse;
import org.alliedregistry.http.read.CachedResponses.Pending;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Sets the ETag of every answer to a read, and answers 304 if the caller has the bytes. */
class ConditionalReads {

  private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final EntityTags entityTags;
  private final ResponseCache answers;

  ConditionalReads(EntityTags entityTags, ResponseCache answers) {
    this.entityTags = entityTags;
    this.answers = answers;
  }

  static boolean isRead(ContainerRequestContext request) {
    return READS.contains(request.getMethod());
  }

  @ServerRequestFilter
  void refuseMalformed(ContainerRequestContext request) {
    Preconditions.of(request.getHeaders());
  }

  @ServerResponseFilter
  void tag(ContainerRequestContext request, ContainerResponseContext response) {
    if (!isRead(request)) {
      return;
    }
    if (!isWhole(response)) {
      if (request.getProperty(ResponseCache.PENDING) instanceof Pending computed) {
        end(computed, response.getStatusInfo().getFamily());
      }
      return;
    }
    CachedResponse answer = answer(request, response);
    Coding coding = answer.coding(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
    response.getHeaders().putSingle(HttpHeaders.ETAG, coding.tag(answer.tag()));
    if (Preconditions.of(request.getHeaders()).has(answer.tag())) {
      response.setEntity(null);
      response.setStatusInfo(Status.NOT_MODIFIED);
      response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
      keep(request, answer);
    } else {
      send(request, response, answer.with(coding), coding);
    }
  }

  private static void end(Pending computed, Family answered) {
    if (answered == Family.SERVER_ERROR) {
      computed.giveUp();
    } else {
      computed.refuse();
    }
  }

  private void send(
      ContainerRequestContext request,
      ContainerResponseContext response,
      CachedResponse answer,
      Coding coding) {
    keep(request, answer);
    byte[] bytes = answer.bytes(coding);
    response.setEntity(bytes);
    if (coding == Coding.GZIP) {
      response.getHeaders().putSingle(HttpHeaders.CONTENT_ENCODING, "gzip");
    }
    if (request.getMethod().equals(HttpMethod.HEAD)) {
      response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, bytes.length);
    }
  }

  /** The cached answer, or the one that is sent now. A history sets its own tag. */
  private CachedResponse answer(
      ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(ResponseCache.ANSWER) instanceof CachedResponse cached) {
      return cached;
    }
    byte[] bytes = entityTags.bytes(response.getEntity());
    String given = response.getHeaderString(HttpHeaders.ETAG);
    MediaType type = response.getMediaType();
    return CachedResponse.of(
        type == null || type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
            ? EntityTags.JSON
            : type.toString(),
        bytes,
        given == null ? EntityTags.tagOf(bytes) : given,
        response.getHeaderString(HttpHeaders.LINK));
  }

  /** Caches the answer, unless it is cached already. */
  private void keep(ContainerRequestContext request, CachedResponse answer) {
    if (request.getProperty(ResponseCache.ANSWER) != answer
        && request.getProperty(ResponseCache.QUESTION) instanceof CacheKey asked) {
      answers.put(asked, answer);
    }
  }

  /** Whether it is a successful answer that is not a stream of events. */
  private static boolean isWhole(ContainerResponseContext response) {
    MediaType type = response.getMediaType();
    return response.getStatus() == Status.OK.getStatusCode()
        && response.hasEntity()
        && !(response.getEntity() instanceof Flow.Publisher)
        && !(response.getEntity() instanceof StreamedBody)
        && (type == null || !type.isCompatible(MediaType.SERVER_SENT_EVENTS_TYPE));
  }
}
