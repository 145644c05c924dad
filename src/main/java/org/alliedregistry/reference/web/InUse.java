package org.alliedregistry.reference.web;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.problem.Refusal;
import org.alliedregistry.reference.Capability;
import org.alliedregistry.reference.Condition;
import org.alliedregistry.registry.Registry;
import org.alliedregistry.registry.Usage;

/** What is spoken of stays: units in use, the unit of account, and whose a condition is. */
final class InUse {

  private InUse() {}

  static Capability keepingUnits(Capability wanted, Registry now) {
    Capability before = now.capability(wanted.code()).orElse(null);
    if (before == null) {
      return wanted;
    }
    if (!before.unitOfAccount().equals(wanted.unitOfAccount())) {
      throw inUse(
          "The unit of account of "
              + wanted.code()
              + " is "
              + before.unitOfAccount()
              + " and never changes.");
    }
    Set<String> missing = new TreeSet<>(Usage.unitsInUse(now, wanted.code()));
    missing.removeAll(wanted.units());
    if (!missing.isEmpty()) {
      throw inUse("In use and not to be removed: " + String.join(", ", missing) + ".");
    }
    return wanted;
  }

  static Condition keepingWhose(Condition wanted, Registry now) {
    boolean changes =
        Stream.ofNullable(now.conditions().get(wanted.code()))
            .anyMatch(
                r -> r.condition().perAlly() != wanted.perAlly() && !r.statements().isEmpty());
    if (changes) {
      throw inUse(
          "Statements are recorded on "
              + wanted.code()
              + "; whether it is per ally can no longer change.");
    }
    return wanted;
  }

  private static Refusal inUse(String why) {
    return Refusal.because(ProblemType.CODE_IN_USE, why);
  }
}
