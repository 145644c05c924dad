package org.alliedregistry.security.token;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Answers 404 to requests about local tokens if there is an identity provider. It runs before
 * authentication, so the caller needs no token for this answer.
 */
class LocalIssuerDisabledFilter {

  private final IdentityProviderConfig identity;

  LocalIssuerDisabledFilter(IdentityProviderConfig identity) {
    this.identity = identity;
  }

  @ServerRequestFilter(preMatching = true)
  void refuse(ContainerRequestContext request) {
    if (identity.isExternal() && request.getUriInfo().getPath().matches("/v1/tokens(/.*)?")) {
      throw ProblemException.because(
          ProblemType.NOT_FOUND, "Tokens are issued and revoked by the identity provider.");
    }
  }
}
