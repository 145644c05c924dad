package org.alliedregistry.recording.reference;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.record.Versions;
import org.alliedregistry.domain.reference.Capability;
import org.alliedregistry.domain.reference.Condition;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;

/**
 * Refuses a change that would break recorded statements: removing a unit in use, changing the unit
 * of account, or making a condition per ally that has statements or that a milestone follows.
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
    registry.baselines().values().stream()
        .filter(history -> wanted.perAlly() && follows(history, wanted.code()))
        .findFirst()
        .ifPresent(
            history -> {
              throw inUse(
                  "A milestone of the baseline "
                      + history.latest().code()
                      + " follows "
                      + wanted.code()
                      + ", so it cannot become per ally.");
            });
    return wanted;
  }

  /** Whether a milestone of any version follows a condition. */
  private static boolean follows(Versions<Baseline> history, String condition) {
    return history.versions().stream()
        .flatMap(version -> version.value().milestones().stream())
        .anyMatch(milestone -> milestone.milestone().equals(condition));
  }

  private static ProblemException inUse(String detail) {
    return ProblemException.because(ProblemType.CODE_IN_USE, detail);
  }
}
