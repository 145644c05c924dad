package org.alliedregistry.recording;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.baseline.BaselineLine;
import org.alliedregistry.domain.baseline.Milestone;
import org.alliedregistry.domain.baseline.Requirement;
import org.alliedregistry.domain.baseline.SourcedFactor;
import org.alliedregistry.domain.quantity.PlanningFactor;
import org.alliedregistry.domain.quantity.PlanningFactors;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Capability;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.Violations;
import org.alliedregistry.recording.reference.CodePatterns;
import org.alliedregistry.recording.reference.CodeValidator;
import org.alliedregistry.recording.reference.SourceBody;
import org.jspecify.annotations.Nullable;

/** Checks a baseline against the record, and makes its next version. */
public final class BaselineValidator {

  private final RegistrySnapshot registry;
  private final Violations violations;
  private final List<SourcedFactor> factors = new ArrayList<>();
  private final List<BaselineLine> lines = new ArrayList<>();

  public BaselineValidator(RegistrySnapshot registry, Violations violations) {
    this.registry = registry;
    this.violations = violations;
  }

  /** The next version, or the recorded one if nothing changes. */
  public Baseline nextVersion(String code, BaselineBody body) {
    CodeValidator.check(code, body.code(), CodePatterns.BASELINE, violations);
    for (int i = 0; i < body.factors().size(); i++) {
      checkFactor(body.factors().get(i), "/planningFactors/" + i);
    }
    for (int i = 0; i < body.lines().size(); i++) {
      checkLine(body.lines().get(i), "/requirements/" + i);
    }
    violations.refuseIfAny(ProblemException::ofBody);
    Baseline before = registry.baseline(code).orElse(null);
    Baseline next =
        new Baseline(
            code,
            before == null ? 1 : before.version(),
            Objects.requireNonNull(body.title()),
            Objects.requireNonNull(SourceBody.source(body.source())),
            factors,
            lines);
    return before == null || before.equals(next)
        ? next
        : new Baseline(
            code,
            before.version() + 1,
            next.title(),
            next.source(),
            next.planningFactors(),
            next.lines());
  }

  private void checkFactor(FactorBody body, String pointer) {
    FactorBody.Equals equals = body.equals();
    if (body.unit() == null || equals == null || equals.unit() == null) {
      return;
    }
    String account = equals.unit();
    List<Capability> counted =
        registry.capabilities().values().stream()
            .map(history -> history.latest())
            .filter(c -> c.unitOfAccount().equals(account))
            .toList();
    violations.addIf(
        counted.isEmpty(),
        pointer + "/equals/unit",
        account + " is not the unit of account of a capability. Convert to a unit of account");
    Set<String> units = new TreeSet<>();
    counted.forEach(capability -> units.addAll(capability.units()));
    if (!counted.isEmpty()) {
      violations.addIfUnknown(
          body.unit(), "unit of a capability counted in " + account, units, pointer + "/unit");
    }
    violations.addIf(
        body.unit().equals(account), pointer + "/unit", "is the unit of account itself");
    violations.addIf(
        new PlanningFactors(factors.stream().map(SourcedFactor::factor).toList())
            .factor(body.unit(), account)
            .isPresent(),
        pointer + "/unit",
        "already has a factor");
    checkEquals(equals, pointer + "/equals");
    PlanningFactor factor = factor(body.unit(), equals);
    if (factor != null) {
      factors.add(new SourcedFactor(factor, SourceBody.source(body.source())));
    }
  }

  private void checkEquals(FactorBody.Equals equals, String pointer) {
    boolean exact = equals.amount() != null;
    boolean range = equals.low() != null && equals.high() != null;
    boolean half = (equals.low() == null) != (equals.high() == null);
    violations.addIfMissing(
        exact == range || half || (exact && (equals.low() != null || equals.high() != null)),
        pointer,
        "must have either an amount or both low and high");
    violations.addIf(
        range
            && Objects.requireNonNull(equals.low()).compareTo(Objects.requireNonNull(equals.high()))
                > 0,
        pointer + "/low",
        "must not be above high");
  }

  private static @Nullable PlanningFactor factor(String unit, FactorBody.Equals equals) {
    BigDecimal low = equals.amount() == null ? equals.low() : equals.amount();
    BigDecimal high = equals.amount() == null ? equals.high() : equals.amount();
    boolean sound = low != null && high != null && low.signum() > 0 && low.compareTo(high) <= 0;
    return sound
        ? new PlanningFactor(
            unit,
            Objects.requireNonNull(low),
            Objects.requireNonNull(high),
            Objects.requireNonNull(equals.unit()))
        : null;
  }

  private void checkLine(RequirementBody body, String pointer) {
    violations.addIfMissing(
        body.capability() == null && body.milestone() == null,
        pointer + "/capability",
        "must be given, or milestone with the code of a condition");
    if (body.capability() != null) {
      violations.addIf(
          body.milestone() != null,
          pointer + "/milestone",
          "cannot be combined with capability. Leave out one of the two");
      checkRequirement(body, body.capability(), pointer);
    } else if (body.milestone() != null) {
      checkMilestone(body, body.milestone(), pointer);
    }
  }

  private void checkMilestone(RequirementBody body, String condition, String pointer) {
    violations.addIfUnknown(
        condition, "condition", registry.conditions().keySet(), pointer + "/milestone");
    violations.addIf(
        registry.condition(condition).filter(c -> c.condition().perAlly()).isPresent(),
        pointer + "/milestone",
        condition
            + " is per ally, so it has a state for each ally and not one for all. Name a condition"
            + " that is not per ally");
    String leftOut = "must be left out of a milestone, which counts no pledges";
    violations.addIf(body.required() != null, pointer + "/required", leftOut);
    violations.addIf(isNamed(body.purposes()), pointer + "/purposes", leftOut);
    violations.addIf(isNamed(body.places()), pointer + "/places", leftOut);
    violations.addIf(isNamed(body.refuses()), pointer + "/refuses", leftOut);
    if (body.code() != null) {
      add(new Milestone(body.code(), String.valueOf(body.title()), condition), pointer);
    }
  }

  private static boolean isNamed(@Nullable List<?> items) {
    return items != null && !items.isEmpty();
  }

  private void add(BaselineLine line, String pointer) {
    violations.addIf(
        lines.stream().anyMatch(other -> other.code().equals(line.code())),
        pointer + "/code",
        "is given twice");
    lines.add(line);
  }

  private void checkRequirement(RequirementBody body, String code, String pointer) {
    if (body.code() == null) {
      return;
    }
    Capability capability = registry.capability(code).orElse(null);
    if (capability == null) {
      violations.addIfUnknown(
          code, "capability", registry.capabilities().keySet(), pointer + "/capability");
      return;
    }
    RequirementBody.Amount amount = body.required();
    if (amount != null && amount.unit() != null) {
      checkUnit(amount.unit(), capability, pointer + "/required/unit");
    }
    Requirement requirement = requirement(body, amount);
    for (BaselineLine other : lines) {
      violations.addIf(
          other instanceof Requirement counts && counts.overlaps(requirement),
          pointer,
          "overlaps "
              + other.code()
              + ": one pledge could count toward both. Give them different purposes or places");
    }
    add(requirement, pointer);
  }

  private static Requirement requirement(
      RequirementBody body, RequirementBody.@Nullable Amount amount) {
    boolean quantified = amount != null && amount.amount() != null && amount.unit() != null;
    return new Requirement(
        Objects.requireNonNull(body.code()),
        String.valueOf(body.title()),
        Objects.requireNonNull(body.capability()),
        quantified
            ? new Requirement.Required(
                Objects.requireNonNull(Objects.requireNonNull(amount).amount()),
                Objects.requireNonNull(amount.unit()),
                amount.per() != null)
            : null,
        new TreeSet<>(body.purposes() == null ? List.of() : body.purposes()),
        new TreeSet<>(body.places() == null ? List.of() : body.places()),
        new TreeSet<>(body.refuses() == null ? List.of() : body.refuses()));
  }

  private void checkUnit(String unit, Capability capability, String pointer) {
    if (!capability.units().contains(unit)) {
      violations.addIfUnknown(unit, "unit of " + capability.code(), capability.units(), pointer);
      return;
    }
    boolean exact =
        unit.equals(capability.unitOfAccount())
            || factors.stream()
                .map(SourcedFactor::factor)
                .anyMatch(
                    f ->
                        f.unit().equals(unit)
                            && f.unitOfAccount().equals(capability.unitOfAccount())
                            && f.isExact());
    violations.addIf(
        !exact,
        pointer,
        "needs an exact planning factor to " + capability.unitOfAccount() + " in this baseline");
  }
}
