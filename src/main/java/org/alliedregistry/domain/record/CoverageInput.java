package org.alliedregistry.domain.record;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.baseline.Requirement;
import org.alliedregistry.domain.pledge.PledgePartitions;
import org.alliedregistry.domain.pledge.PledgeStatements;
import org.alliedregistry.domain.quantity.ExchangeRates;
import org.alliedregistry.domain.quantity.UnitOfAccount;
import org.alliedregistry.domain.reference.Capability;
import org.alliedregistry.domain.reference.ConditionStatements;
import org.jspecify.annotations.Nullable;

/**
 * The part of the record that coverage is computed on, as far as the caller may see it.
 *
 * @param pledges the pledges with their statements by id, in opening order
 * @param partitions the same pledges; a whole and its parts are in one partition
 * @param exchangeRates by the unit that they convert
 */
public record CoverageInput(
    Map<String, Capability> capabilities,
    Map<String, PledgeStatements> pledges,
    Map<String, ConditionStatements> conditions,
    PledgePartitions partitions,
    Map<String, ExchangeRates> exchangeRates) {

  public CoverageInput {
    exchangeRates = Map.copyOf(exchangeRates);
  }

  /** The input of pledges that are not in partitions yet, without exchange rates. */
  public static CoverageInput of(
      Map<String, Capability> capabilities,
      Map<String, PledgeStatements> pledges,
      Map<String, ConditionStatements> conditions) {
    return of(capabilities, pledges, conditions, Map.of());
  }

  /**
   * The input of pledges that are not in partitions yet.
   *
   * @param pledges in opening order; their own opening orders are replaced
   */
  public static CoverageInput of(
      Map<String, Capability> capabilities,
      Map<String, PledgeStatements> pledges,
      Map<String, ConditionStatements> conditions,
      Map<String, ExchangeRates> exchangeRates) {
    Map<String, PledgeStatements> ordered = new LinkedHashMap<>();
    pledges.forEach((id, statements) -> ordered.put(id, statements.withOrder(ordered.size())));
    return new CoverageInput(
        capabilities, ordered, conditions, PledgePartitions.of(ordered), exchangeRates);
  }

  public List<PledgeStatements> pledgesOf(String capability) {
    return pledges.values().stream()
        .filter(d -> d.pledge().capability().equals(capability))
        .toList();
  }

  /**
   * The unit that a requirement is counted in, with what converts to it.
   *
   * @param ratesOn the day whose exchange rates convert everything; null = the day on which each
   *     amount was said
   * @param day its calendar year is the one that a requirement per year is counted in
   */
  public UnitOfAccount accountOf(
      Requirement requirement, Baseline baseline, @Nullable LocalDate ratesOn, LocalDate day) {
    return new UnitOfAccount(
        capabilityOf(requirement).unitOfAccount(),
        baseline.factors(),
        exchangeRates,
        ratesOn,
        requirement.isPerYear() ? day.getYear() : null);
  }

  public Capability capabilityOf(Requirement requirement) {
    return Objects.requireNonNull(capabilities.get(requirement.capability()));
  }
}
