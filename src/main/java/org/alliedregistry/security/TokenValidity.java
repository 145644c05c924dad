package org.alliedregistry.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.alliedregistry.security.token.IdentityProviderConfig;
import org.alliedregistry.security.token.IssuedTokenCache;

/** Which passes still hold. */
@ApplicationScoped
class TokenValidity {

  private final IssuedTokenCache issued;
  private final IdentityProviderConfig identity;
  private final Clock clock;

  TokenValidity(IssuedTokenCache issued, IdentityProviderConfig identity, Clock clock) {
    this.issued = issued;
    this.identity = identity;
    this.clock = clock;
  }

  /** Whether it is neither over nor revoked. */
  boolean isValid(TokenPrincipal principal) {
    return !principal.isExpired(clock.instant())
        && (identity.isExternal() || issued.isActive(principal.tokenId()));
  }
}
