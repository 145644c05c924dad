package org.alliedregistry.recording.reference;

import org.alliedregistry.problem.Violations;
import org.jspecify.annotations.Nullable;

/** Checks the code in a path against its pattern, and the code in the body against the path. */
public final class CodeValidator {

  private CodeValidator() {}

  public static void check(
      String path, @Nullable String body, String pattern, Violations violations) {
    violations.addIf(!path.matches(pattern), "/code", "must match " + pattern);
    violations.addIf(
        body != null && !body.equals(path), "/code", "must be the code of the path, or left out");
  }
}
