package org.alliedregistry.problem;

import org.jspecify.annotations.Nullable;

/** The service does not start; the message says in one line why, and what to do. */
public final class StartupRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StartupRefused(String message) {
    this(message, null);
  }

  public StartupRefused(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
