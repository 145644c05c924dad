package org.alliedregistry.security;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates the caller. A request without a token is public. A token that is sent must be
 * active and name a role.
 */
class TokenFilter {

  private final CurrentIdentityAssociation identity;
  private final Caller caller;

  TokenFilter(CurrentIdentityAssociation identity, Caller caller) {
    this.identity = identity;
    this.caller = caller;
  }

  @ServerRequestFilter
  @Nullable Uni<Response> check(ContainerRequestContext request) {
    List<String> sent = request.getHeaders().get(HttpHeaders.AUTHORIZATION);
    if (sent != null && sent.size() > 1) {
      throw BearerTokenIdentityProvider.refused("Send only one Authorization header.");
    }
    if (sent == null || sent.isEmpty()) {
      return null;
    }
    CompletableFuture<SecurityIdentity> known =
        identity.getDeferredIdentity().subscribeAsCompletionStage();
    return known.isDone() && !known.isCompletedExceptionally()
        ? accepted(known.join())
        : Uni.createFrom().completionStage(known).onItem().transform(this::accept);
  }

  /** Accepts a cached token without leaving the thread of the request. */
  private @Nullable Uni<Response> accepted(SecurityIdentity known) {
    accept(known);
    return null;
  }

  private @Nullable Response accept(SecurityIdentity known) {
    if (!(known.getPrincipal() instanceof TokenPrincipal principal)) {
      throw BearerTokenIdentityProvider.refused("Authorization must be Bearer and a token.");
    }
    if (principal.role() == null) {
      throw ProblemException.because(
          ProblemType.FORBIDDEN,
          "The token has no role of this registry. The roles are secretariat, reader, and delegate"
              + " with an ally.");
    }
    caller.authenticateAs(principal);
    return null;
  }
}
