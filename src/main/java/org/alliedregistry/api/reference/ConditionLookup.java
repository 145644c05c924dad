package org.alliedregistry.api.reference;

import org.alliedregistry.domain.record.ConditionRecord;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.UnknownCode;

/** The condition that an address names, or the refusal of an address that names none. */
final class ConditionLookup {

  private ConditionLookup() {}

  static ConditionRecord in(RegistrySnapshot registry, String code) {
    return registry
        .condition(code)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    UnknownCode.code(code, "condition", registry.conditions().keySet())));
  }
}
