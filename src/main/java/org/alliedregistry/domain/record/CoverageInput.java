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
 * The part of the record that coverage is computed on, as far as the caller may see it.
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
   * The input of pledges that are not in partitions yet.
   *
   * @param pledges in opening order; their own opening orders are replaced
   */
  public static CoverageInput of(
      Map<String, Capability> capabilities,
      Map<String, PledgeStatements> pledges,
      Map<String, ConditionStatements> conditions) {
    Map<String, PledgeStatements> ordered = new LinkedHashMap<>();
    pledges.forEach((id, statements) -> ordered.put(id, statements.withOrder(ordered.size())));
    return new CoverageInput(capabilities, ordered, conditions, PledgePartitions.of(ordered));
  }

  public List<PledgeStatements> pledgesOf(String capability) {
    return pledges.values().stream()
        .filter(d -> d.pledge().capability().equals(capability))
        .toList();
  }

  /** The unit that a requirement is counted in, with the planning factors of a baseline. */
  public UnitOfAccount accountOf(Requirement requirement, Baseline baseline) {
    return baseline.accountOf(capabilityOf(requirement));
  }

  public Capability capabilityOf(Requirement requirement) {
    return Objects.requireNonNull(capabilities.get(requirement.capability()));
  }
}
