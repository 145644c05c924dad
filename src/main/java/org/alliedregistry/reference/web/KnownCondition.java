package org.alliedregistry.reference.web;

import org.alliedregistry.problem.Refusal;
import org.alliedregistry.problem.Unknown;
import org.alliedregistry.registry.ConditionRecord;
import org.alliedregistry.registry.Registry;

/** The condition that an address names, or the refusal of an address that names none. */
final class KnownCondition {

  private KnownCondition() {}

  static ConditionRecord in(Registry now, String code) {
    return now.condition(code)
        .orElseThrow(
            () -> Refusal.notFound(Unknown.code(code, "condition", now.conditions().keySet())));
  }
}
