package org.alliedregistry.domain.reference;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alliedregistry.domain.reference.Condition.State;

/** Where each condition stands from one viewpoint, under the assumptions of one question. */
public final class ConditionStates {

  /**
   * Where a condition stands.
   *
   * @param forAll its state for who is not named in any statement
   * @param forOne its state for each ally that is; none where it is not per ally
   */
  public record ConditionEvidence(State forAll, Map<String, State> forOne) {

    public static ConditionEvidence of(ConditionStatements statements, AsOf view) {
      List<ConditionStatement> applicable =
          StatementSelection.applicable(statements.withoutCorrected(), view);
      return new ConditionEvidence(
          ConditionStatement.stateForAll(applicable),
          statements.condition().perAlly()
              ? ConditionStatement.statesOfEach(applicable)
              : Map.of());
    }

    /** Its state for one ally; one that is not per ally has the same state for all. */
    public State stateFor(String ally) {
      return forOne.getOrDefault(ally, forAll);
    }

    /** Whether it stands the same in another entry for each of these. */
    public boolean agreesWith(ConditionEvidence other, Collection<String> allies) {
      return allies.stream().allMatch(ally -> stateFor(ally) == other.stateFor(ally));
    }
  }

  /** The entries of all conditions, seen from one viewpoint. */
  public static Map<String, ConditionEvidence> entries(
      Map<String, ConditionStatements> conditions, AsOf view) {
    Map<String, ConditionEvidence> entries = new HashMap<>();
    conditions.forEach(
        (code, statements) -> entries.put(code, ConditionEvidence.of(statements, view)));
    return entries;
  }

  /** The book of all conditions, seen from one viewpoint. */
  public static ConditionStates of(
      Map<String, ConditionStatements> conditions, AsOf view, Assumptions assumptions) {
    return new ConditionStates(entries(conditions, view), assumptions);
  }

  private final Map<String, ConditionEvidence> entries;
  private final Assumptions assumptions;

  /**
   * @param entries by code; what is changed in them later is changed in the book
   */
  public ConditionStates(Map<String, ConditionEvidence> entries, Assumptions assumptions) {
    this.entries = entries;
    this.assumptions = assumptions;
  }

  /** Met when met for all these allies, failed when failed for one. */
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

  private State stateFor(String code, String ally) {
    ConditionEvidence entry = entries.get(code);
    return assumptions
        .of(code, ally)
        .orElseGet(() -> entry == null ? State.OPEN : entry.stateFor(ally));
  }

  public ConditionStates andMet(String code) {
    return new ConditionStates(entries, assumptions.andMet(code));
  }
}
