package org.alliedregistry.recording.reference;

import org.alliedregistry.domain.record.ConditionRecord;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.UnknownCode;

/** Finds the condition that a path names, or refuses the path. */
public final class ConditionLookup {

  private ConditionLookup() {}

  /**
   * @throws ProblemException if there is no such condition
   */
  public static ConditionRecord in(RegistrySnapshot registry, String code) {
    return registry
        .condition(code)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    UnknownCode.code(code, "condition", registry.conditions().keySet())));
  }
}
