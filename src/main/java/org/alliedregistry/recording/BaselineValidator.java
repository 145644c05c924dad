package org.alliedregistry.recording;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.alliedregistry.domain.baseline.Baseline;
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
  private final List<Requirement> requirements = new ArrayList<>();

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
      checkRequirement(body.lines().get(i), "/requirements/" + i);
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
            requirements);
    return before == null || before.equals(next)
        ? next
        : new Baseline(
            code,
            before.version() + 1,
            next.title(),
            next.source(),
            next.planningFactors(),
            next.requirements());
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

  private void checkRequirement(RequirementBody body, String pointer) {
    if (body.code() == null || body.capability() == null) {
      return;
    }
    Capability capability = registry.capability(body.capability()).orElse(null);
    if (capability == null) {
      violations.addIfUnknown(
          body.capability(),
          "capability",
          registry.capabilities().keySet(),
          pointer + "/capability");
      return;
    }
    RequirementBody.Amount amount = body.required();
    if (amount != null && amount.unit() != null) {
      checkUnit(amount.unit(), capability, pointer + "/required/unit");
    }
    Requirement requirement = requirement(body, amount);
    for (Requirement other : requirements) {
      violations.addIf(
          other.code().equals(requirement.code()), pointer + "/code", "is given twice");
      violations.addIf(
          other.overlaps(requirement),
          pointer,
          "overlaps "
              + other.code()
              + ": one pledge could count toward both. Give them different purposes or places");
    }
    requirements.add(requirement);
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
