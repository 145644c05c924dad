package org.alliedregistry.http.guard;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.alliedregistry.http.FilterOrder;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.security.Requester;
import org.alliedregistry.security.TokenPrincipal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Counts the requests of each caller before all other work: by the subject of the token, or by the
 * address if there is no valid token.
 */
class RateLimitFilter {

  private static final String LIMITED = "/v1/";

  private static final String COUNTED = "org.alliedregistry.counted";

  private final RateLimiter limiter;
  private final CurrentIdentityAssociation identity;

  RateLimitFilter(RateLimiter limiter, CurrentIdentityAssociation identity) {
    this.limiter = limiter;
    this.identity = identity;
  }

  @ServerRequestFilter(preMatching = true)
  @Nullable Uni<Response> check(ContainerRequestContext context, HttpServerRequest request) {
    if (limiter.isUnlimited() || !context.getUriInfo().getPath().startsWith(LIMITED)) {
      return null;
    }
    Requester address = Requester.at(request.remoteAddress());
    if (context.getHeaderString(HttpHeaders.AUTHORIZATION) == null) {
      consume(address, context, request.response());
      return null;
    }
    return identity
        .getDeferredIdentity()
        .onItem()
        .transform(
            known ->
                known.getPrincipal() instanceof TokenPrincipal principal
                    ? Requester.of(principal)
                    : address)
        // the invalid token is refused later
        .onFailure(AuthenticationFailedException.class)
        .recoverWithItem(address)
        .onItem()
        .transformToUni(
            who -> {
              consume(who, context, request.response());
              return Uni.createFrom().nullItem();
            });
  }

  private void consume(Requester who, ContainerRequestContext context, HttpServerResponse answer) {
    RateLimiter.RateLimitResult taken = limiter.consume(who);
    limiter.addHeaders(taken, answer);
    if (!taken.isAllowed()) {
      answer.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(taken.retryAfterSeconds()));
      throw ProblemException.because(
          ProblemType.RATE_LIMITED,
          "At most "
              + limiter.perMinute()
              + " requests per minute are allowed. Wait "
              + taken.retryAfterSeconds()
              + " s.");
    }
    context.setProperty(COUNTED, who);
  }

  /** A conditional request that is answered 304 does not count. */
  @ServerResponseFilter(priority = FilterOrder.RATE_LIMIT_ANSWER)
  void refund(
      ContainerRequestContext context,
      ContainerResponseContext response,
      HttpServerRequest request) {
    if (response.getStatusInfo().toEnum() == Response.Status.NOT_MODIFIED
        && context.getProperty(COUNTED) instanceof Requester who) {
      limiter.refund(who, request.response());
    }
  }
}
