package org.alliedregistry.domain.quantity;

import java.util.Optional;

/** The unit that a capability is counted in, and the factors that convert to it. */
public record UnitOfAccount(String unit, PlanningFactors factors) {

  /** Converts a quantity to this unit; empty if there is no planning factor for its unit. */
  public Optional<Quantity> convert(Quantity quantity) {
    return factors.convert(quantity, unit);
  }

  /** Whether a quantity is in another unit that a planning factor converts to this one. */
  public boolean derives(Quantity quantity) {
    return !quantity.unit().equals(unit) && factors.factor(quantity.unit(), unit).isPresent();
  }
}
