package org.alliedregistry.domain.quantity;

import java.util.List;
import java.util.Optional;

/** The planning factors of one baseline. They are not chained. */
public record PlanningFactors(List<PlanningFactor> factors) {

  public PlanningFactors {
    factors = List.copyOf(factors);
  }

  public Optional<PlanningFactor> factor(String unit, String unitOfAccount) {
    return factors.stream()
        .filter(f -> f.unit().equals(unit) && f.unitOfAccount().equals(unitOfAccount))
        .findFirst();
  }

  /**
   * Converts a quantity to the unit of account; empty if there is no factor for its unit. An
   * approximate quantity is widened in its own unit first.
   */
  public Optional<Quantity> convert(Quantity quantity, String unitOfAccount) {
    Quantity meant = quantity.widened();
    return meant.unit().equals(unitOfAccount)
        ? Optional.of(meant)
        : factor(meant.unit(), unitOfAccount).map(f -> f.convert(meant));
  }
}
