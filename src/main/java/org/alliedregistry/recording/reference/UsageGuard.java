package org.alliedregistry.recording.reference;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.record.UnitUsage;
import org.alliedregistry.domain.reference.Capability;
import org.alliedregistry.domain.reference.Condition;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;

/**
 * Refuses a change that would break recorded statements: removing a unit in use, changing the unit
 * of account, or changing whether a condition is per ally.
 */
public final class UsageGuard {

  private UsageGuard() {}

  public static Capability keepingUnits(Capability wanted, RegistrySnapshot registry) {
    Capability before = registry.capability(wanted.code()).orElse(null);
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
    Set<String> missing = new TreeSet<>(UnitUsage.unitsInUse(registry, wanted.code()));
    missing.removeAll(wanted.units());
    if (!missing.isEmpty()) {
      throw inUse("These are in use and cannot be removed: " + String.join(", ", missing) + ".");
    }
    return wanted;
  }

  public static Condition keepingPerAlly(Condition wanted, RegistrySnapshot registry) {
    boolean changes =
        Stream.ofNullable(registry.conditions().get(wanted.code()))
            .anyMatch(
                r -> r.condition().perAlly() != wanted.perAlly() && !r.statements().isEmpty());
    if (changes) {
      throw inUse(
          "Statements are recorded on " + wanted.code() + ", so perAlly cannot be changed.");
    }
    return wanted;
  }

  private static ProblemException inUse(String detail) {
    return ProblemException.because(ProblemType.CODE_IN_USE, detail);
  }
}
