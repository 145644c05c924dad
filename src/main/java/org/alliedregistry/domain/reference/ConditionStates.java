package org.alliedregistry.domain.reference;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alliedregistry.domain.reference.Condition.State;

/** The state of each condition on one day, under the assumptions of one question. */
public final class ConditionStates {

  /**
   * The state of one condition by its statements.
   *
   * @param forAll the state for allies that no statement names
   * @param forOne the state for each ally that a statement names; empty unless it is per ally
   */
  public record ConditionEvidence(State forAll, Map<String, State> forOne) {

    public static ConditionEvidence of(ConditionStatements statements, AsOf view) {
      List<ConditionStatement> applicable =
          StatementSelection.applicable(statements.uncorrected(), view);
      return new ConditionEvidence(
          ConditionStatement.stateForAll(applicable),
          statements.condition().perAlly()
              ? ConditionStatement.statesOfEach(applicable)
              : Map.of());
    }

    /** The state for one ally. A condition that is not per ally has one state for all. */
    public State stateFor(String ally) {
      return forOne.getOrDefault(ally, forAll);
    }

    /** Whether the state of each of these allies is equal in both. */
    public boolean agreesWith(ConditionEvidence other, Collection<String> allies) {
      return allies.stream().allMatch(ally -> stateFor(ally) == other.stateFor(ally));
    }
  }

  /** The state of each condition by its statements, by code. */
  public static Map<String, ConditionEvidence> entries(
      Map<String, ConditionStatements> conditions, AsOf view) {
    Map<String, ConditionEvidence> entries = new HashMap<>();
    conditions.forEach(
        (code, statements) -> entries.put(code, ConditionEvidence.of(statements, view)));
    return entries;
  }

  /** The states of all conditions. */
  public static ConditionStates of(
      Map<String, ConditionStatements> conditions, AsOf view, Assumptions assumptions) {
    return new ConditionStates(entries(conditions, view), assumptions);
  }

  private final Map<String, ConditionEvidence> entries;
  private final Assumptions assumptions;

  /**
   * @param entries by code; not copied, so later changes of the map show here
   */
  public ConditionStates(Map<String, ConditionEvidence> entries, Assumptions assumptions) {
    this.entries = entries;
    this.assumptions = assumptions;
  }

  /** A condition is met if it is met for all these allies, and failed if it failed for one. */
  public State state(String code, Collection<String> allies) {
    boolean isMet = !allies.isEmpty();
    for (String ally : allies) {
      State state = stateFor(code, ally);
      if (state == State.FAILED) {
        return state;
      }
      isMet &= state == State.MET;
    }
    return isMet ? State.MET : State.OPEN;
  }

  /** The state of a condition that is not per ally. */
  public State state(String code) {
    ConditionEvidence entry = entries.get(code);
    return assumptions.of(code).orElseGet(() -> entry == null ? State.OPEN : entry.forAll());
  }

  private State stateFor(String code, String ally) {
    ConditionEvidence entry = entries.get(code);
    return assumptions
        .of(code, ally)
        .orElseGet(() -> entry == null ? State.OPEN : entry.stateFor(ally));
  }

  /** Assumes the state of a condition for all allies. */
  public ConditionStates and(String code, State state) {
    return and(Set.of(code), state);
  }

  /** Assumes the state of some conditions for all allies. */
  public ConditionStates and(Set<String> codes, State state) {
    return codes.isEmpty() ? this : new ConditionStates(entries, assumptions.and(codes, state));
  }
}
