package org.alliedregistry.domain.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.baseline.Requirement;
import org.alliedregistry.domain.pledge.PledgePartitions;
import org.alliedregistry.domain.pledge.PledgeStatements;
import org.alliedregistry.domain.quantity.UnitOfAccount;
import org.alliedregistry.domain.reference.Capability;
import org.alliedregistry.domain.reference.ConditionStatements;

/**
 * Everything recorded that a caller may see, before any question is asked of it.
 *
 * @param pledges the pledges with their statements by id, in opening order
 * @param partitions the same pledges; a whole and its parts are in one partition
 */
public record CoverageInput(
    Map<String, Capability> capabilities,
    Map<String, PledgeStatements> pledges,
    Map<String, ConditionStatements> conditions,
    PledgePartitions partitions) {

  /**
   * The same, of pledges that are not yet in partitions.
   *
   * @param pledges in opening order; their own opening orders are replaced
   */
  public static CoverageInput of(
      Map<String, Capability> capabilities,
      Map<String, PledgeStatements> pledges,
      Map<String, ConditionStatements> conditions) {
    Map<String, PledgeStatements> aged = new LinkedHashMap<>();
    pledges.forEach((id, statements) -> aged.put(id, statements.withOrder(aged.size())));
    return new CoverageInput(capabilities, aged, conditions, PledgePartitions.of(aged));
  }

  public List<PledgeStatements> dossiersOf(String capability) {
    return pledges.values().stream()
        .filter(d -> d.pledge().capability().equals(capability))
        .toList();
  }

  /** The unit that a requirement is counted in, under a question's baseline. */
  public UnitOfAccount accountOf(Requirement requirement, Baseline baseline) {
    return baseline.accountOf(capabilityOf(requirement));
  }

  public Capability capabilityOf(Requirement requirement) {
    return Objects.requireNonNull(capabilities.get(requirement.capability()));
  }
}
