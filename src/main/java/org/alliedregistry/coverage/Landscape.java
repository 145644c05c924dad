package org.alliedregistry.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.alliedregistry.baseline.Baseline;
import org.alliedregistry.baseline.Requirement;
import org.alliedregistry.pledge.Dossier;
import org.alliedregistry.pledge.Standing;
import org.alliedregistry.quantity.UnitOfAccount;
import org.alliedregistry.reference.Capability;
import org.alliedregistry.reference.ConditionFile;
import org.alliedregistry.reference.Viewpoint;

/**
 * Everything recorded that a caller may see, before any question is asked of it.
 *
 * @param dossiers the pledges by id, the oldest first
 */
public record Landscape(
    Map<String, Capability> capabilities,
    Map<String, Dossier> dossiers,
    Map<String, ConditionFile> conditions) {

  public List<Dossier> dossiersOf(String capability) {
    return dossiers.values().stream()
        .filter(d -> d.pledge().capability().equals(capability))
        .toList();
  }

  /** The pledges of a capability as they stand from one viewpoint, the oldest first. */
  List<Standing> standings(String capability, Viewpoint view, UnitOfAccount account) {
    Map<String, Standing> wholes = new HashMap<>();
    List<Standing> standings = new ArrayList<>();
    for (Dossier dossier : dossiersOf(capability)) {
      String partOf = dossier.pledge().partOf();
      Dossier whole = partOf == null ? null : dossiers.get(partOf);
      standings.add(
          Standing.of(
              dossier,
              view,
              account,
              whole == null
                  ? null
                  : wholes.computeIfAbsent(
                      whole.pledge().id(), id -> Standing.of(whole, view, account, null))));
    }
    return standings;
  }

  /** The unit that a requirement is counted in, under a question's baseline. */
  UnitOfAccount accountOf(Requirement requirement, Baseline baseline) {
    return baseline.accountOf(capabilityOf(requirement));
  }

  Capability capabilityOf(Requirement requirement) {
    return Objects.requireNonNull(capabilities.get(requirement.capability()));
  }
}
