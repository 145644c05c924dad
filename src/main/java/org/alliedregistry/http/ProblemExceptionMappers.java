package org.alliedregistry.http;

import com.fasterxml.jackson.core.JacksonException;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.EnumSet;
import java.util.Set;
import org.alliedregistry.problem.Problem;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every exception into a problem body. */
class ProblemExceptionMappers {

  /**
   * Problems that pass by themselves. The answer has Retry-After with {@link #RETRY_AFTER_SECONDS}.
   */
  private static final Set<ProblemType> RETRYABLE =
      EnumSet.of(
          ProblemType.IDEMPOTENCY_KEY_IN_USE,
          ProblemType.STORE_UNAVAILABLE,
          ProblemType.REVISION_NOT_REACHED,
          ProblemType.IDENTITY_PROVIDER_UNAVAILABLE,
          ProblemType.TOO_MANY_READERS,
          ProblemType.BUSY,
          ProblemType.TOO_MANY_BODIES);

  /** The messages of the operating system for a connection that the client has reset. */
  private static final Set<String> RESETS = Set.of("Connection reset by peer", "Broken pipe");

  private static final int RETRY_AFTER_SECONDS = 1;
  private static final String CHALLENGE = "Bearer realm=\"allied-commitment-registry\"";

  private final AllowedMethods allowed;

  ProblemExceptionMappers(AllowedMethods allowed) {
    this.allowed = allowed;
  }

  @ServerExceptionMapper
  Response refused(ProblemException refusal, UriInfo uri, HttpServerRequest request) {
    Response.ResponseBuilder answer =
        Response.status(refusal.type().status())
            .type(Problem.MEDIA_TYPE)
            .entity(
                Problem.of(
                    refusal,
                    ForwardedPrefix.of(uri),
                    uri.getPath(),
                    RequestIds.of(request.response())));
    if (RETRYABLE.contains(refusal.type())) {
      answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    if (refusal.type() == ProblemType.UNAUTHENTICATED) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + invalid(refusal.detail()));
    }
    return answer.build();
  }

  /** The cause is the refusal of a token. Without a cause no token was sent. */
  @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
  Response unauthenticated(Exception e, UriInfo uri, HttpServerRequest request) {
    Response answer =
        e.getCause() instanceof ProblemException why
            ? refused(why, uri, request)
            : refused(ProblemType.UNAUTHENTICATED, without(e), uri, request);
    if (e instanceof UnauthorizedException) {
      answer.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
    }
    return answer;
  }

  private static String without(Exception e) {
    return e instanceof UnauthorizedException
        ? "This operation needs a token."
        : "This registry does not accept the token.";
  }

  /** The challenge for a refused token (RFC 6750, section 3). */
  private static String invalid(String why) {
    return ", error=\"invalid_token\", error_description=\"" + why.replace('"', '\'') + "\"";
  }

  @ServerExceptionMapper
  Response forbidden(
      ForbiddenException e, UriInfo uri, HttpServerRequest request, ResourceInfo operation) {
    RolesAllowed roles = operation.getResourceMethod().getAnnotation(RolesAllowed.class);
    if (roles == null) {
      roles = operation.getResourceClass().getAnnotation(RolesAllowed.class);
    }
    String needed = roles == null ? "secretariat" : String.join(" or ", roles.value());
    return refused(
        ProblemType.FORBIDDEN, "This operation needs the role " + needed + ".", uri, request);
  }

  @ServerExceptionMapper
  Response notAllowed(NotAllowedException e, UriInfo uri, HttpServerRequest request) {
    return notAllowed(uri, request);
  }

  private Response notAllowed(UriInfo uri, HttpServerRequest request) {
    String allow = String.join(", ", allowed.at(uri.getPath()));
    Response answer =
        refused(ProblemType.METHOD_NOT_ALLOWED, "Allowed methods: " + allow + ".", uri, request);
    answer.getHeaders().putSingle(HttpHeaders.ALLOW, allow);
    return answer;
  }

  @ServerExceptionMapper
  Response web(WebApplicationException e, UriInfo uri, HttpServerRequest request) {
    ProblemType type = typeOf(e.getResponse().getStatus());
    if (type == ProblemType.NOT_FOUND && !allowed.at(uri.getPath()).isEmpty()) {
      // the framework looks for a method in one of several resources of a path only
      return notAllowed(uri, request);
    }
    return type == ProblemType.INTERNAL_ERROR
        ? internal(e, uri, request)
        : refused(type, detail(type), uri, request);
  }

  private static String detail(ProblemType type) {
    return switch (type) {
      case NOT_FOUND -> "No operation has this path.";
      case NOT_ACCEPTABLE -> "The resource is not available in a media type that Accept lists.";
      case UNSUPPORTED_MEDIA_TYPE -> "This operation does not accept the Content-Type.";
      default -> "The request could not be read.";
    };
  }

  @ServerExceptionMapper
  Response internal(Throwable e, UriInfo uri, HttpServerRequest request) {
    if (isHungUp(e, request.response().closed())) {
      Log.debugf("a caller hung up at %s: %s", uri.getPath(), e.getMessage());
      return Response.noContent().build();
    }
    String id = RequestIds.of(request.response());
    Log.errorf(e, "failure %s at %s", id, uri.getPath());
    return refused(
        ProblemType.INTERNAL_ERROR,
        "Report the error with the request id " + id + ".",
        uri,
        request);
  }

  /**
   * Whether the connection of the caller failed. An IOException may also come from a file or from
   * another server; then the caller is still connected and gets an answer. Only Netty, which serves
   * callers, has a ClosedChannelException of its own.
   */
  static boolean isHungUp(Throwable e, boolean isClosed) {
    return e instanceof HttpClosedException
        || (e instanceof ClosedChannelException && e.getClass() != ClosedChannelException.class)
        || (e.getClass() == IOException.class && RESETS.contains(String.valueOf(e.getMessage())))
        || (isClosed && e instanceof IOException && !(e instanceof JacksonException));
  }

  private static ProblemType typeOf(int status) {
    for (ProblemType type : ProblemType.values()) {
      if (type.status() == status && status != ProblemType.BAD_REQUEST.status()) {
        return type;
      }
    }
    return status >= 400 && status < 500 ? ProblemType.BAD_REQUEST : ProblemType.INTERNAL_ERROR;
  }

  private Response refused(
      ProblemType type, String detail, UriInfo uri, HttpServerRequest request) {
    return refused(ProblemException.because(type, detail), uri, request);
  }
}
