package org.alliedregistry.recording;

import java.math.BigDecimal;
import org.alliedregistry.domain.pledge.statement.Progress;
import org.alliedregistry.domain.quantity.Quantity;
import org.alliedregistry.domain.reference.Capability;
import org.alliedregistry.problem.Violations;
import org.jspecify.annotations.Nullable;

/** Reads the amounts of a statement, and adds a violation for each that is not valid. */
final class StatedAmounts {

  private final @Nullable Capability capability;
  private final Violations violations;

  /**
   * @param capability the capability of the pledge, whose units are accepted; null if it is unknown
   */
  StatedAmounts(@Nullable Capability capability, Violations violations) {
    this.capability = capability;
    this.violations = violations;
  }

  /** Reads an amount; null if it was not sent, or is not valid. */
  @Nullable Quantity quantity(@Nullable QuantityBody sent, String pointer) {
    if (sent == null) {
      return null;
    }
    checkUnit(sent.unit(), pointer);
    violations.addIfMissing(
        sent.low() == null && sent.high() == null,
        pointer,
        "must have a low, a high or both. Leave it out if no number was said");
    return bounds(sent, pointer);
  }

  private @Nullable Quantity bounds(QuantityBody sent, String pointer) {
    BigDecimal low = sent.low();
    BigDecimal high = sent.high();
    String unit = sent.unit();
    boolean approximate = Boolean.TRUE.equals(sent.approximate());
    boolean isLowAboveHigh = low != null && high != null && low.compareTo(high) > 0;
    violations.addIf(isLowAboveHigh, pointer + "/low", "must not be above high");
    boolean isAboutNothing = approximate && (isZero(low) || isZero(high));
    violations.addIf(
        isAboutNothing,
        pointer + "/approximate",
        "must be left out if low or high is 0. Leave out that bound, or leave out approximate");
    boolean isValid =
        !isLowAboveHigh
            && !isAboutNothing
            && (low != null || high != null)
            && (low == null || low.signum() >= 0)
            && (high == null || high.signum() >= 0);
    return isValid && unit != null
        ? new Quantity(low, high, unit, approximate, sent.per() != null)
        : null;
  }

  private static boolean isZero(@Nullable BigDecimal bound) {
    return bound != null && bound.signum() == 0;
  }

  /** Reads how much has come so far; null if it was not sent, or is not valid. */
  @Nullable Progress progress(@Nullable ProgressBody sent, String pointer) {
    if (sent == null) {
      return null;
    }
    boolean counted = sent.low() != null || sent.high() != null;
    boolean approximate = Boolean.TRUE.equals(sent.approximate());
    violations.addIf(
        approximate && !counted,
        pointer + "/approximate",
        "must be left out unless low or high is given");
    violations.addIf(
        sent.per() != null && !counted,
        pointer + "/per",
        "must be left out unless low or high is given");
    if (Boolean.TRUE.equals(sent.all())) {
      violations.addIf(
          counted || sent.unit() != null,
          pointer,
          "must be {\"all\": true} alone, a quantity, or a unit alone");
      return new Progress.All();
    }
    violations.addIfMissing(
        sent.unit() == null,
        pointer,
        "must be {\"all\": true}, a quantity with its unit, or a unit alone");
    checkUnit(sent.unit(), pointer);
    if (counted) {
      Quantity quantity = bounds(sent.quantity(), pointer);
      return quantity == null ? null : new Progress.Counted(quantity);
    }
    return sent.unit() == null ? null : new Progress.Some(sent.unit());
  }

  private void checkUnit(@Nullable String unit, String pointer) {
    if (unit != null && capability != null) {
      violations.addIfUnknown(
          unit, "unit of " + capability.code(), capability.units(), pointer + "/unit");
    }
  }
}
