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

  /** What was said, in the unit of account; empty where no factor leads there. */
  public Optional<Quantity> convert(Quantity statement, String unitOfAccount) {
    return statement.unit().equals(unitOfAccount)
        ? Optional.of(statement)
        : factor(statement.unit(), unitOfAccount).map(f -> f.convert(statement));
  }
}
