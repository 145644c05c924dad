package org.alliedregistry.access;

/** The roles a token can name. */
public final class Role {

  /** Writes anything. */
  public static final String SECRETARIAT = "secretariat";

  private Role() {}
}
