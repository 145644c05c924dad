package org.alliedregistry.domain.quantity;

import java.util.List;
import java.util.Optional;

/** The planning factors of one baseline. They are not chained. */
public record PlanningFactors(List<PlanningFactor> factors) {

  public static final PlanningFactors NONE = new PlanningFactors(List.of());

  public PlanningFactors {
    factors = List.copyOf(factors);
  }

  public Optional<PlanningFactor> factor(String unit, String unitOfAccount) {
    return factors.stream()
        .filter(f -> f.unit().equals(unit) && f.unitOfAccount().equals(unitOfAccount))
        .findFirst();
  }
}
