package org.alliedregistry.domain.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alliedregistry.domain.reference.Condition.State;
import org.jspecify.annotations.Nullable;

/**
 * A statement that a condition is met, failed or open again.
 *
 * @param state null only in a correction that voids
 * @param ally whose condition it is, for one that is per ally; null = all allies
 */
public record ConditionStatement(
    String id, Attribution attribution, @Nullable State state, @Nullable String ally)
    implements AttributedStatement {

  /** The state for one ally, by its own statements and by those for all allies. */
  public static State stateFor(String ally, List<ConditionStatement> applicable) {
    return StatementSelection.deciding(applicable, s -> s.ally == null || s.ally.equals(ally))
        .map(ConditionStatement::state)
        .orElse(State.OPEN);
  }

  /** The state for each ally that is named, as {@link #stateFor} gives it; in one pass. */
  public static Map<String, State> statesOfEach(List<ConditionStatement> applicable) {
    Map<String, ConditionStatement> deciding = new HashMap<>();
    @Nullable ConditionStatement forAll = null;
    for (ConditionStatement statement : applicable) {
      if (statement.ally == null) {
        forAll = statement.after(forAll);
        deciding.replaceAll((ally, before) -> statement.after(before));
      } else {
        ConditionStatement before = deciding.getOrDefault(statement.ally, forAll);
        deciding.put(statement.ally, statement.after(before));
      }
    }
    Map<String, State> states = new HashMap<>();
    deciding.forEach(
        (ally, last) -> states.put(ally, last.state == null ? State.OPEN : last.state));
    return states;
  }

  /** Whichever decides: this statement, or the one that decided before it. */
  private ConditionStatement after(@Nullable ConditionStatement before) {
    return before != null && attribution.evidence().isWeakerThan(before.attribution.evidence())
        ? before
        : this;
  }

  /** The state by the statements that name no ally. */
  public static State stateForAll(List<ConditionStatement> applicable) {
    return StatementSelection.deciding(applicable, s -> s.ally == null)
        .map(ConditionStatement::state)
        .orElse(State.OPEN);
  }
}
