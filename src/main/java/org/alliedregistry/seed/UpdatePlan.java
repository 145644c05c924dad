package org.alliedregistry.seed;

import java.util.List;
import java.util.Map;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.ledger.Ledger.AuthoredCommands;

/**
 * What a registry needs to say what the bundled files say.
 *
 * @param commands valid only on the registry that was compared
 * @param counts the number of changes of each kind that occurs
 * @param leftAlone the paths of what somebody else recorded last
 * @param refused the path and the reason of each change that the rules of the registry refuse
 */
record UpdatePlan(
    List<AuthoredCommands> commands,
    Map<Change.Kind, Integer> counts,
    List<String> leftAlone,
    List<String> refused) {

  UpdatePlan {
    commands = List.copyOf(commands);
    counts = Map.copyOf(counts);
    leftAlone = List.copyOf(leftAlone);
    refused = List.copyOf(refused);
  }

  /**
   * Compares a registry with the bundled files.
   *
   * @param registry must have at least one entry
   */
  static UpdatePlan of(RegistrySnapshot registry, ReferenceData data, PublicRecord record) {
    UpdateDraft draft = new UpdateDraft(registry);
    draft.decide(ReferenceData.RECORDER, data.steps());
    draft.decide(PublicRecord.RECORDER, record.steps(draft.registry()));
    return draft.plan();
  }

  boolean isEmpty() {
    return commands.isEmpty();
  }

  /** The number of changes of a kind. */
  int count(Change.Kind kind) {
    return counts.getOrDefault(kind, 0);
  }

  /** The counts in words, for the log. */
  String inWords() {
    int opened = count(Change.Kind.PLEDGE_OPENED);
    return "statements: %d corrected, %d added, %d voided; pledges: %d opened, %d changed;"
            .formatted(
                count(Change.Kind.STATEMENT_CORRECTED),
                count(Change.Kind.STATEMENT_ADDED) + opened,
                count(Change.Kind.STATEMENT_VOIDED),
                opened,
                count(Change.Kind.PLEDGE_CHANGED))
        + " reference data: "
        + count(Change.Kind.REFERENCE_DATA);
  }
}
