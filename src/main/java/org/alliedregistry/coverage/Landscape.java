package org.alliedregistry.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.alliedregistry.baseline.Baseline;
import org.alliedregistry.baseline.Requirement;
import org.alliedregistry.pledge.Binders;
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

  /** The pledges of a requirement's capability as they stand, the oldest first. */
  List<Standing> standings(Rules rules) {
    return standings(dossiers.values(), rules);
  }

  /** The same of some of them; each is folded once, also where others lie in it. */
  List<Standing> standings(Collection<Dossier> some, Rules rules) {
    String capability = rules.requirement().capability();
    Viewpoint view = rules.query().view();
    UnitOfAccount account = accountOf(rules.requirement(), rules.query().baseline());
    Map<String, Standing> wholes = new HashMap<>();
    List<Standing> standings = new ArrayList<>();
    for (Dossier dossier : some) {
      if (dossier.pledge().capability().equals(capability)) {
        rules.limit().spend(dossier.standing().size());
        String partOf = dossier.pledge().partOf();
        Dossier whole = partOf == null ? null : dossiers.get(partOf);
        standings.add(
            whole == null
                ? wholes.computeIfAbsent(
                    dossier.pledge().id(), id -> Standing.of(dossier, view, account, null))
                : Standing.of(
                    dossier,
                    view,
                    account,
                    wholes.computeIfAbsent(partOf, id -> Standing.of(whole, view, account, null))));
      }
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
