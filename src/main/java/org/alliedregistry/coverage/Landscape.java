package org.alliedregistry.coverage;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.alliedregistry.pledge.Dossier;
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

  public ConditionBook conditionsSeenFrom(Viewpoint view, Assumptions assumptions) {
    return new ConditionBook(
        conditions.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, e -> ConditionBook.Entry.of(e.getValue(), view))),
        assumptions);
  }
}
