package org.alliedregistry.ledger.web;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.Set;
import java.util.concurrent.Flow;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives every answer of a read its ETag, and sends no bytes that the caller has already. */
class ConditionalReads {

  private static final Set<String> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private static final String REVISION = "Revision";

  private final Archive archive;
  private final Preconditions preconditions;
  private final Representations representations;
  private final Answers answers;

  ConditionalReads(
      Archive archive,
      Preconditions preconditions,
      Representations representations,
      Answers answers) {
    this.archive = archive;
    this.preconditions = preconditions;
    this.representations = representations;
    this.answers = answers;
  }

  static boolean isRead(ContainerRequestContext request) {
    return READS.contains(request.getMethod());
  }

  @ServerRequestFilter
  void check(ContainerRequestContext request) {
    preconditions.refuseMalformed();
  }

  /** What was written is there for whoever asks for at least this revision, of any node. */
  @ServerResponseFilter
  void tellRevision(ContainerRequestContext request, ContainerResponseContext response) {
    if (!isRead(request) && response.getStatusInfo().getFamily() == Status.Family.SUCCESSFUL) {
      response.getHeaders().putSingle(REVISION, archive.now().revision());
    }
  }

  @ServerResponseFilter
  void tag(ContainerRequestContext request, ContainerResponseContext response) {
    if (!isRead(request) || !isWhole(response)) {
      return;
    }
    byte[] bytes = representations.bytes(response.getEntity());
    String tag = tag(request, response, bytes);
    response.setEntity(bytes);
    response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
    if (preconditions.has(tag)) {
      response.setEntity(null);
      response.setStatusInfo(Status.NOT_MODIFIED);
      response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
    } else if (request.getMethod().equals(HttpMethod.HEAD)) {
      response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, bytes.length);
    }
  }

  /** Of bytes that were kept, it is known; others are kept with it. A history brings its own. */
  private String tag(
      ContainerRequestContext request, ContainerResponseContext response, byte[] bytes) {
    if (request.getProperty(Answers.TAG) instanceof String known) {
      return known;
    }
    String given = response.getHeaderString(HttpHeaders.ETAG);
    String tag = given == null ? Representations.tagOf(bytes) : given;
    if (request.getProperty(Answers.QUESTION) instanceof Answers.Question asked) {
      answers.keep(asked, bytes, tag, response.getHeaderString(HttpHeaders.LINK));
    }
    return tag;
  }

  /** A success that is sent in one piece, not as a stream of events. */
  private static boolean isWhole(ContainerResponseContext response) {
    MediaType type = response.getMediaType();
    return response.getStatus() == Status.OK.getStatusCode()
        && response.hasEntity()
        && !(response.getEntity() instanceof Flow.Publisher)
        && (type == null || !type.isCompatible(MediaType.SERVER_SENT_EVENTS_TYPE));
  }
}
