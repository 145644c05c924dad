package org.alliedregistry.domain.baseline;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.alliedregistry.domain.quantity.Exact;
import org.alliedregistry.domain.quantity.PlanningFactors;
import org.alliedregistry.domain.reference.Capability;
import org.alliedregistry.domain.reference.Source;

/**
 * A statement of requirements. A change makes a new version; old ones stay addressable.
 *
 * @param version counted from 1
 */
public record Baseline(
    String code,
    int version,
    String title,
    Source source,
    List<SourcedFactor> planningFactors,
    List<Requirement> requirements) {

  /** The code of the baseline that is used if a question names none. */
  public static final String DEFAULT = "four-brigades-ten-squadrons";

  public Baseline {
    planningFactors = List.copyOf(planningFactors);
    requirements = List.copyOf(requirements);
  }

  public PlanningFactors factors() {
    return new PlanningFactors(planningFactors.stream().map(SourcedFactor::factor).toList());
  }

  /** The required amount in the unit of account; empty where none is stated. */
  public Optional<BigDecimal> requiredInAccount(Requirement requirement, Capability capability) {
    Requirement.Required required = requirement.required();
    if (required == null || required.unit().equals(capability.unitOfAccount())) {
      return Optional.ofNullable(required).map(Requirement.Required::amount);
    }
    return factors()
        .factor(required.unit(), capability.unitOfAccount())
        .map(factor -> Exact.plain(factor.low().multiply(required.amount())));
  }
}
