package org.alliedregistry.coverage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.alliedregistry.baseline.Baseline;
import org.alliedregistry.baseline.Requirement;
import org.alliedregistry.pledge.Binders;
import org.alliedregistry.pledge.Dossier;
import org.alliedregistry.quantity.UnitOfAccount;
import org.alliedregistry.reference.Capability;
import org.alliedregistry.reference.ConditionFile;

/**
 * Everything recorded that a caller may see, before any question is asked of it.
 *
 * @param dossiers the pledges by id, the oldest first
 * @param binders the same dossiers, those of a family together
 */
public record Landscape(
    Map<String, Capability> capabilities,
    Map<String, Dossier> dossiers,
    Map<String, ConditionFile> conditions,
    Binders binders) {

  /**
   * The same, of dossiers in no binders yet.
   *
   * @param dossiers the oldest first, whatever ages they have
   */
  public static Landscape of(
      Map<String, Capability> capabilities,
      Map<String, Dossier> dossiers,
      Map<String, ConditionFile> conditions) {
    Map<String, Dossier> aged = new LinkedHashMap<>();
    dossiers.forEach((id, dossier) -> aged.put(id, dossier.aged(aged.size())));
    return new Landscape(capabilities, aged, conditions, Binders.of(aged));
  }

  public List<Dossier> dossiersOf(String capability) {
    return dossiers.values().stream()
        .filter(d -> d.pledge().capability().equals(capability))
        .toList();
  }

  /** The unit that a requirement is counted in, under a question's baseline. */
  UnitOfAccount accountOf(Requirement requirement, Baseline baseline) {
    return baseline.accountOf(capabilityOf(requirement));
  }

  Capability capabilityOf(Requirement requirement) {
    return Objects.requireNonNull(capabilities.get(requirement.capability()));
  }
}
