package org.alliedregistry.reference;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.alliedregistry.reference.Condition.State;

/** Where each condition stands from one viewpoint, under the assumptions of one question. */
public final class ConditionBook {

  /** A condition and what is heard of it, in order. */
  public record Entry(Condition condition, List<ConditionStatement> heard) {

    public static Entry of(ConditionFile file, Viewpoint view) {
      return new Entry(file.condition(), Hearing.heard(file.standing(), view));
    }

    /** Its state for one ally; one that is not per ally has the same state for all. */
    public State stateFor(String ally) {
      return condition.perAlly()
          ? ConditionStatement.stateFor(ally, heard)
          : ConditionStatement.stateForAll(heard);
    }
  }

  /** The book of all conditions, seen from one viewpoint. */
  public static ConditionBook of(
      Map<String, ConditionFile> conditions, Viewpoint view, Assumptions assumptions) {
    return new ConditionBook(
        conditions.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> Entry.of(e.getValue(), view))),
        assumptions);
  }

  private final Map<String, Entry> entries;
  private final Assumptions assumptions;

  public ConditionBook(Map<String, Entry> entries, Assumptions assumptions) {
    this.entries = entries;
    this.assumptions = assumptions;
  }

  /** Met when met for all these allies, failed when failed for one. */
  public State state(String code, Collection<String> allies) {
    List<State> states = allies.stream().map(ally -> stateFor(code, ally)).distinct().toList();
    return states.contains(State.FAILED)
        ? State.FAILED
        : states.equals(List.of(State.MET)) ? State.MET : State.OPEN;
  }

  private State stateFor(String code, String ally) {
    Entry entry = entries.get(code);
    return assumptions
        .of(code, ally)
        .orElseGet(() -> entry == null ? State.OPEN : entry.stateFor(ally));
  }

  /** The same book, with other words on one condition. */
  public ConditionBook with(Entry entry) {
    Map<String, Entry> others = new HashMap<>(entries);
    others.put(entry.condition().code(), entry);
    return new ConditionBook(others, assumptions);
  }

  public ConditionBook andMet(String code) {
    return new ConditionBook(entries, assumptions.andMet(code));
  }
}
