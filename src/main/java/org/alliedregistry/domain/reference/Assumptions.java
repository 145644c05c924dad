package org.alliedregistry.domain.reference;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alliedregistry.domain.reference.Condition.State;

/**
 * The states of conditions that a question assumes, by {@code CODE} for all allies or by {@code
 * CODE@ALLY} for one; the second wins.
 */
public record Assumptions(Map<String, State> states) {

  public static final Assumptions NONE = new Assumptions(Map.of());

  public Assumptions {
    states = Map.copyOf(states);
  }

  /** The state that is assumed for all allies. */
  public Optional<State> of(String code) {
    return Optional.ofNullable(states.get(code));
  }

  public Optional<State> of(String code, String ally) {
    if (states.isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(states.get(code + "@" + ally))
        .or(() -> Optional.ofNullable(states.get(code)));
  }

  /** Adds the state of a condition for all allies. */
  public Assumptions and(String code, State state) {
    return and(Set.of(code), state);
  }

  /** Adds the state of some conditions for all allies. */
  public Assumptions and(Set<String> codes, State state) {
    Map<String, State> more = new HashMap<>(states);
    more.keySet().removeIf(key -> codes.contains(key.split("@", 2)[0]));
    codes.forEach(code -> more.put(code, state));
    return new Assumptions(more);
  }
}
