package org.alliedregistry.domain.reference;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.alliedregistry.domain.reference.Condition.State;

/**
 * States a question takes for granted, by {@code CODE} for all allies or {@code CODE@ALLY}; the
 * more specific wins.
 */
public record Assumptions(Map<String, State> states) {

  public static final Assumptions NONE = new Assumptions(Map.of());

  public Assumptions {
    states = Map.copyOf(states);
  }

  public Optional<State> of(String code, String ally) {
    return Optional.ofNullable(states.get(code + "@" + ally))
        .or(() -> Optional.ofNullable(states.get(code)));
  }

  /** The same, with this condition met for all. */
  public Assumptions andMet(String code) {
    Map<String, State> met = new HashMap<>(states);
    met.keySet().removeIf(key -> key.startsWith(code + "@"));
    met.put(code, State.MET);
    return new Assumptions(met);
  }
}
