package org.alliedregistry.problem;

import org.jspecify.annotations.Nullable;

/** Stops the start of the service. The message is one line: the reason, and what to do. */
public final class StartupRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StartupRefused(String message) {
    this(message, null);
  }

  public StartupRefused(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
