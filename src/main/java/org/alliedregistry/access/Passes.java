package org.alliedregistry.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Which passes still hold. */
@ApplicationScoped
class Passes {

  private final IssuedTokens issued;
  private final Identity identity;
  private final Clock clock;

  Passes(IssuedTokens issued, Identity identity, Clock clock) {
    this.issued = issued;
    this.identity = identity;
    this.clock = clock;
  }

  /** Whether it is neither over nor revoked. */
  boolean holds(Pass pass) {
    return !pass.isOver(clock.instant()) && (identity.isProvided() || issued.holds(pass.tokenId()));
  }
}
