package org.alliedregistry.security.token;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The roles a token can name. */
public final class Role {

  /** Writes anything, sees everything. */
  public static final String SECRETARIAT = "secretariat";

  /** Records for its own ally, sees what that ally may see. */
  public static final String DELEGATE = "delegate";

  /** Sees what is for the coalition. */
  public static final String READER = "reader";

  /** All of them, the strongest first. */
  public static final List<String> ALL = List.of(SECRETARIAT, DELEGATE, READER);

  /** The office of a role, for an ally where it is for one: what is recorded and logged. */
  public static String office(@Nullable String role, @Nullable String ally) {
    return ally == null ? String.valueOf(role) : role + ":" + ally;
  }

  private Role() {}
}
