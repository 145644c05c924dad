package org.alliedregistry.coverage;

import java.util.List;
import java.util.Map;
import org.alliedregistry.pledge.Dossier;
import org.alliedregistry.reference.Capability;
import org.alliedregistry.reference.ConditionFile;

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
}
