package org.alliedregistry.reference;

import java.util.List;
import org.alliedregistry.reference.Condition.State;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's word that a condition is met, failed or open again.
 *
 * @param state null only in a correction that voids
 * @param ally whose condition it is, for one that is per ally; null = all allies
 */
public record ConditionStatement(
    String id, Attribution said, @Nullable State state, @Nullable String ally) implements Spoken {

  /** The state for one ally, by its own statements and those for all. */
  public static State stateFor(String ally, List<ConditionStatement> heard) {
    return Hearing.deciding(heard, s -> s.ally == null || s.ally.equals(ally))
        .map(ConditionStatement::state)
        .orElse(State.OPEN);
  }

  /** The state that is nobody's in particular: by the statements for all. */
  public static State stateForAll(List<ConditionStatement> heard) {
    return Hearing.deciding(heard, s -> s.ally == null)
        .map(ConditionStatement::state)
        .orElse(State.OPEN);
  }
}
