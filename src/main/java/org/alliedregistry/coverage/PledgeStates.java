package org.alliedregistry.coverage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alliedregistry.pledge.Dossier;
import org.alliedregistry.pledge.Standing;
import org.alliedregistry.quantity.UnitOfAccount;
import org.alliedregistry.reference.Viewpoint;

/** The pledges of a requirement's capability as they stand, the oldest first. */
final class PledgeStates {

  private PledgeStates() {}

  /** Of all that are recorded. */
  static List<Standing> of(Landscape landscape, Rules rules) {
    return of(landscape, landscape.dossiers().values(), rules);
  }

  /** Of some of them; each is folded once, also where others lie in it. */
  static List<Standing> of(Landscape landscape, Collection<Dossier> some, Rules rules) {
    String capability = rules.requirement().capability();
    Viewpoint view = rules.query().view();
    UnitOfAccount account = landscape.accountOf(rules.requirement(), rules.query().baseline());
    Map<String, Standing> wholes = new HashMap<>();
    List<Standing> states = new ArrayList<>();
    for (Dossier dossier : some) {
      if (dossier.pledge().capability().equals(capability)) {
        rules.limit().spend(dossier.standing().size());
        String partOf = dossier.pledge().partOf();
        Dossier whole = partOf == null ? null : landscape.dossiers().get(partOf);
        states.add(
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
    return states;
  }
}
