package org.alliedregistry.recording.declaration;

import org.alliedregistry.domain.record.DeclarationRecord;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.problem.ProblemException;

/** Finds the declaration that a path names, or refuses the path. */
public final class DeclarationLookup {

  private DeclarationLookup() {}

  /**
   * @throws ProblemException if there is no such declaration, or the caller does not see it
   */
  public static DeclarationRecord in(RegistrySnapshot registry, String id) {
    return registry
        .declaration(id)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "No such declaration. GET /v1/declarations lists those that you may see."));
  }
}
