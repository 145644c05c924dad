package org.alliedregistry.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** Who is calling. */
@RequestScoped
public class Caller {

  private final SecurityIdentity identity;

  Caller(SecurityIdentity identity) {
    this.identity = identity;
  }

  /** Whether they sent a token. */
  public boolean isKnown() {
    return !identity.isAnonymous();
  }

  /** The name that what they write is recorded under. */
  public String name() {
    return identity.getPrincipal().getName();
  }
}
