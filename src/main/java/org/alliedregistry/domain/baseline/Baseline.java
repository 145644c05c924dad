package org.alliedregistry.domain.baseline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alliedregistry.domain.quantity.Exact;
import org.alliedregistry.domain.quantity.PlanningFactors;
import org.alliedregistry.domain.reference.Capability;
import org.alliedregistry.domain.reference.Source;

/**
 * A statement of requirements. A change makes a new version; old ones stay addressable.
 *
 * @param version counted from 1
 * @param lines in the order in which answers show them
 */
public record Baseline(
    String code,
    int version,
    String title,
    Source source,
    List<SourcedFactor> planningFactors,
    List<BaselineLine> lines) {

  /** The code of the baseline that is used if a question names none. */
  public static final String DEFAULT = "four-brigades-ten-squadrons";

  public Baseline {
    planningFactors = List.copyOf(planningFactors);
    lines = List.copyOf(lines);
  }

  /** The lines that count pledges. */
  public List<Requirement> requirements() {
    return lines.stream()
        .flatMap(line -> line instanceof Requirement counts ? Stream.of(counts) : Stream.empty())
        .toList();
  }

  /** The lines that follow conditions. */
  public List<Milestone> milestones() {
    return lines.stream()
        .flatMap(line -> line instanceof Milestone follows ? Stream.of(follows) : Stream.empty())
        .toList();
  }

  /**
   * Puts answers in the order of the lines.
   *
   * @param ofRequirements one for each requirement, in order; further ones come last
   * @param ofMilestones one for each milestone, in order; further ones come last
   */
  public <T> List<T> inOrder(List<T> ofRequirements, List<T> ofMilestones) {
    Iterator<T> requirements = ofRequirements.iterator();
    Iterator<T> milestones = ofMilestones.iterator();
    List<T> inOrder = new ArrayList<>();
    for (BaselineLine line : lines) {
      inOrder.add(line instanceof Milestone ? milestones.next() : requirements.next());
    }
    requirements.forEachRemaining(inOrder::add);
    milestones.forEachRemaining(inOrder::add);
    return List.copyOf(inOrder);
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
