package org.alliedregistry.api.pledge;

import java.util.Objects;
import java.util.Optional;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.coverage.contribution.WorkLimit;
import org.alliedregistry.domain.pledge.PledgeState;
import org.alliedregistry.domain.quantity.PlanningFactors;
import org.alliedregistry.domain.quantity.UnitOfAccount;
import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.domain.reference.Assumptions;
import org.alliedregistry.domain.reference.Capability;
import org.alliedregistry.domain.reference.ConditionStates;

/**
 * Evaluates pledges: computes their state as of one day with the factors of one baseline.
 *
 * @param staleAfter the days after which a promise is stale; 0 or more
 */
public record PledgeEvaluation(
    RegistrySnapshot registry,
    AsOf view,
    Optional<Baseline> baseline,
    ConditionStates conditions,
    int staleAfter,
    WorkLimit limit) {

  /** The days after which a promise is stale, if the question has none. */
  static final int STALE_AFTER = 365;

  /** An evaluation without a limit of work. */
  public static PledgeEvaluation of(
      RegistrySnapshot registry, AsOf view, Optional<Baseline> baseline) {
    return new PledgeEvaluation(
        registry,
        view,
        baseline,
        ConditionStates.of(registry.conditionStatements(), view, Assumptions.NONE),
        STALE_AFTER,
        WorkLimit.NONE);
  }

  /** Sets the limit of work. */
  public PledgeEvaluation withLimit(WorkLimit other) {
    return new PledgeEvaluation(registry, view, baseline, conditions, staleAfter, other);
  }

  /** Sets the days after which a promise is stale. */
  public PledgeEvaluation withStaleAfter(int days) {
    return new PledgeEvaluation(registry, view, baseline, conditions, days, limit);
  }

  /** The state of a pledge, with what it takes from its whole. */
  public PledgeState stateOf(PledgeRecord record) {
    limit.spend(1 + record.statements().size());
    UnitOfAccount account = accountOf(record.pledge().capability());
    String partOf = record.effectiveWhole();
    PledgeState whole =
        partOf == null
            ? null
            : registry
                .pledge(partOf)
                .map(f -> PledgeState.of(f.pledgeStatements(), view, account, null))
                .orElse(null);
    return PledgeState.of(record.pledgeStatements(), view, account, whole);
  }

  /** The unit of account of a capability that exists. */
  public String unitOf(String capability) {
    return capability(capability).unitOfAccount();
  }

  private UnitOfAccount accountOf(String code) {
    Capability capability = capability(code);
    return new UnitOfAccount(
        capability.unitOfAccount(),
        baseline.map(Baseline::factors).orElse(PlanningFactors.NONE),
        registry.latestExchangeRates(),
        null,
        null);
  }

  private Capability capability(String code) {
    return Objects.requireNonNull(registry.capability(code).orElse(null));
  }
}
