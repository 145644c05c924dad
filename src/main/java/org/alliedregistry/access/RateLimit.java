package org.alliedregistry.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.problem.Refusal;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Counts the requests of each caller before anything else is done for them: under the subject of
 * their token, or under their address where they have no valid token.
 */
class RateLimit {

  private static final String LIMITED = "/v1/";

  private final Rate rate;
  private final Allowances allowances;
  private final CurrentIdentityAssociation identity;

  RateLimit(RateConfig config, Allowances allowances, CurrentIdentityAssociation identity) {
    this.rate = config.rateLimit();
    this.allowances = allowances;
    this.identity = identity;
  }

  @ServerRequestFilter(preMatching = true)
  @Nullable Uni<Response> check(ContainerRequestContext context, HttpServerRequest request) {
    if (rate.isUnlimited() || !context.getUriInfo().getPath().startsWith(LIMITED)) {
      return null;
    }
    String address = "address " + request.remoteAddress().hostAddress();
    if (context.getHeaderString(HttpHeaders.AUTHORIZATION) == null) {
      count(address, request.response());
      return null;
    }
    return identity
        .getDeferredIdentity()
        .onItem()
        .transform(
            known ->
                known.getPrincipal() instanceof Pass pass ? "bearer " + pass.bearer() : address)
        // the wrong token itself is refused after this
        .onFailure(AuthenticationFailedException.class)
        .recoverWithItem(address)
        .onItem()
        .transformToUni(
            who -> {
              count(who, request.response());
              return Uni.createFrom().nullItem();
            });
  }

  /** The headers go to the answer itself: whatever becomes of the request, it has them. */
  private void count(String who, HttpServerResponse answer) {
    Allowances.Taken taken = allowances.take(who);
    answer.putHeader(
        "RateLimit-Policy",
        "\"default\";q=" + rate.perMinute() + ";w=" + Allowances.WINDOW.toSeconds());
    answer.putHeader("RateLimit", "\"default\";r=" + taken.left() + ";t=" + taken.fullIn());
    if (!taken.isAllowed()) {
      answer.putHeader(HttpHeaders.RETRY_AFTER, Long.toString(taken.nextIn()));
      throw Refusal.because(
          ProblemType.RATE_LIMITED,
          "At most " + rate.perMinute() + " requests a minute; wait " + taken.nextIn() + " s.");
    }
  }
}
