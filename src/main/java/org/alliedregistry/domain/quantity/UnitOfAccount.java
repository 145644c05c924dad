package org.alliedregistry.domain.quantity;

import java.util.Optional;

/** The unit a capability is counted in, and the factors that lead to it. */
public record UnitOfAccount(String unit, PlanningFactors factors) {

  /** What was said, in this unit; empty where no planning factor leads here. */
  public Optional<Quantity> convert(Quantity statement) {
    return factors.convert(statement, unit);
  }

  /** Whether a planning factor, not the speaker, puts it into this unit. */
  public boolean derives(Quantity statement) {
    return !statement.unit().equals(unit) && factors.factor(statement.unit(), unit).isPresent();
  }
}
