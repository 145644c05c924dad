package org.alliedregistry.pledge.web;

import java.util.Objects;
import java.util.Optional;
import org.alliedregistry.baseline.Baseline;
import org.alliedregistry.coverage.WorkLimit;
import org.alliedregistry.pledge.Standing;
import org.alliedregistry.quantity.PlanningFactors;
import org.alliedregistry.quantity.UnitOfAccount;
import org.alliedregistry.reference.Assumptions;
import org.alliedregistry.reference.Capability;
import org.alliedregistry.reference.ConditionBook;
import org.alliedregistry.reference.Viewpoint;
import org.alliedregistry.registry.PledgeFile;
import org.alliedregistry.registry.Registry;

/** A registry read from one viewpoint with the planning factors of one baseline. */
record Reading(
    Registry registry,
    Viewpoint view,
    Optional<Baseline> baseline,
    ConditionBook conditions,
    WorkLimit limit) {

  static Reading of(Registry registry, Viewpoint view, Optional<Baseline> baseline) {
    return new Reading(
        registry,
        view,
        baseline,
        ConditionBook.of(registry.conditionFiles(), view, Assumptions.NONE),
        WorkLimit.NONE);
  }

  /** The same, within a limit of work. */
  Reading within(WorkLimit other) {
    return new Reading(registry, view, baseline, conditions, other);
  }

  Standing standing(PledgeFile file) {
    limit.spend(1 + file.statements().size());
    UnitOfAccount account = accountOf(file.pledge().capability());
    String partOf = file.root();
    Standing whole =
        partOf == null
            ? null
            : registry
                .pledge(partOf)
                .map(f -> Standing.of(f.dossier(), view, account, null))
                .orElse(null);
    return Standing.of(file.dossier(), view, account, whole);
  }

  String unitOf(String capability) {
    return capability(capability).unitOfAccount();
  }

  private UnitOfAccount accountOf(String code) {
    Capability capability = capability(code);
    return baseline
        .map(b -> b.accountOf(capability))
        .orElseGet(
            () ->
                new UnitOfAccount(
                    capability.unitOfAccount(), new PlanningFactors(java.util.List.of())));
  }

  private Capability capability(String code) {
    return Objects.requireNonNull(registry.capability(code).orElse(null));
  }
}
