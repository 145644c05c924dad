package org.alliedregistry.security.token;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The roles a token can name. */
public final class Role {

  /** May write and see everything. */
  public static final String SECRETARIAT = "secretariat";

  /** May write for its own ally, and see what that ally may see. */
  public static final String DELEGATE = "delegate";

  /** May see what the coalition may see. */
  public static final String READER = "reader";

  /** All of them, the strongest first. */
  public static final List<String> ALL = List.of(SECRETARIAT, DELEGATE, READER);

  /** The name of a role, with the ally of a delegate, as it is recorded and logged. */
  public static String office(@Nullable String role, @Nullable String ally) {
    return ally == null ? String.valueOf(role) : role + ":" + ally;
  }

  private Role() {}
}
