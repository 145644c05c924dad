package org.alliedregistry.problem;

import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every exception into a problem body. */
class Failures {

  /** Over by themselves, and so worth another try after {@link #SHORTLY}, in seconds. */
  private static final Set<ProblemType> PASSING =
      EnumSet.of(
          ProblemType.STILL_RUNNING,
          ProblemType.UNAVAILABLE,
          ProblemType.REVISION_NOT_REACHED,
          ProblemType.PROVIDER_UNAVAILABLE,
          ProblemType.TOO_MANY_READERS,
          ProblemType.BUSY);

  private static final int SHORTLY = 1;
  private static final String CHALLENGE = "Bearer realm=\"allied-commitment-registry\"";

  private final AllowedMethods allowed;

  Failures(AllowedMethods allowed) {
    this.allowed = allowed;
  }

  @ServerExceptionMapper
  Response refused(Refusal refusal, UriInfo uri) {
    Response.ResponseBuilder answer =
        answer(refusal.type(), refusal.detail(), uri, refusal.faults());
    if (PASSING.contains(refusal.type())) {
      answer.header(HttpHeaders.RETRY_AFTER, SHORTLY);
    }
    if (refusal.type() == ProblemType.UNAUTHENTICATED) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + invalid(refusal.detail()));
    }
    return answer.build();
  }

  /** Why a token was refused is in the cause; without one, none was sent. */
  @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
  Response unauthenticated(Exception e, UriInfo uri) {
    if (e.getCause() instanceof Refusal why) {
      return refused(why, uri);
    }
    boolean none = e instanceof UnauthorizedException;
    String detail = none ? "This needs a token." : "The token is not one that this registry takes.";
    return answer(ProblemType.UNAUTHENTICATED, detail, uri, List.of())
        .header(HttpHeaders.WWW_AUTHENTICATE, none ? CHALLENGE : CHALLENGE + invalid(detail))
        .build();
  }

  /** RFC 6750, section 3. */
  private static String invalid(String why) {
    return ", error=\"invalid_token\", error_description=\"" + why.replace('"', '\'') + "\"";
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e, UriInfo uri, ResourceInfo operation) {
    RolesAllowed roles = operation.getResourceMethod().getAnnotation(RolesAllowed.class);
    if (roles == null) {
      roles = operation.getResourceClass().getAnnotation(RolesAllowed.class);
    }
    String needed = roles == null ? "secretariat" : String.join(" or ", roles.value());
    return answer(ProblemType.FORBIDDEN, "This needs the role " + needed + ".", uri, List.of())
        .build();
  }

  @ServerExceptionMapper
  Response notAllowed(NotAllowedException e, UriInfo uri) {
    return notAllowed(uri);
  }

  private Response notAllowed(UriInfo uri) {
    String allow = String.join(", ", allowed.at(uri.getPath()));
    return answer(ProblemType.METHOD_NOT_ALLOWED, "Allowed here: " + allow + ".", uri, List.of())
        .header(HttpHeaders.ALLOW, allow)
        .build();
  }

  @ServerExceptionMapper
  Response web(WebApplicationException e, UriInfo uri) {
    ProblemType type = typeOf(e.getResponse().getStatus());
    if (type == ProblemType.NOT_FOUND && !allowed.at(uri.getPath()).isEmpty()) {
      // the framework looks for a method in one of several resources of a path only
      return notAllowed(uri);
    }
    return type == ProblemType.INTERNAL
        ? internal(e, uri)
        : answer(type, type.advice(), uri, List.of()).build();
  }

  @ServerExceptionMapper
  Response internal(Throwable e, UriInfo uri) {
    String id = UUID.randomUUID().toString();
    Log.errorf(e, "failure %s at %s", id, uri.getPath());
    return answer(ProblemType.INTERNAL, "Report it with the id " + id + ".", uri, List.of())
        .build();
  }

  private static ProblemType typeOf(int status) {
    for (ProblemType type : ProblemType.values()) {
      if (type.status() == status && status != ProblemType.BAD_REQUEST.status()) {
        return type;
      }
    }
    return status >= 400 && status < 500 ? ProblemType.BAD_REQUEST : ProblemType.INTERNAL;
  }

  private static Response.ResponseBuilder answer(
      ProblemType type, String detail, UriInfo uri, List<Fault> errors) {
    return Response.status(type.status())
        .type(Problem.MEDIA_TYPE)
        .entity(Problem.of(type, detail, ForwardedPrefix.of(uri) + uri.getPath(), errors));
  }
}
