package org.alliedregistry.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.alliedregistry.security.token.IdentityProviderConfig;
import org.alliedregistry.security.token.IssuedTokenCache;

/** Checks that a verified token is active: it is neither expired nor revoked. */
@ApplicationScoped
class ActiveTokenCheck {

  private final IssuedTokenCache issued;
  private final IdentityProviderConfig identity;
  private final Clock clock;

  ActiveTokenCheck(IssuedTokenCache issued, IdentityProviderConfig identity, Clock clock) {
    this.issued = issued;
    this.identity = identity;
    this.clock = clock;
  }

  /** Whether a token is neither expired nor revoked. */
  boolean isActive(TokenPrincipal principal) {
    return !principal.isExpired(clock.instant())
        && (identity.isExternal() || issued.isActive(principal.tokenId()));
  }
}
