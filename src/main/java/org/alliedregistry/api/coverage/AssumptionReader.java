package org.alliedregistry.api.coverage;

import java.util.HashMap;
import java.util.Map;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Assumptions;
import org.alliedregistry.domain.reference.Condition.State;
import org.alliedregistry.http.QueryReader;
import org.jspecify.annotations.Nullable;

/** Reads assume= and deny=: codes of conditions, each for all allies or for one, none in both. */
final class AssumptionReader {

  private final QueryReader reader;
  private final RegistrySnapshot registry;
  private final Map<String, State> states = new HashMap<>();

  AssumptionReader(QueryReader reader, RegistrySnapshot registry) {
    this.reader = reader;
    this.registry = registry;
  }

  void read(String name, @Nullable String value) {
    State state = name.equals("assume") ? State.MET : State.FAILED;
    for (String item : reader.codes(name, value)) {
      int at = item.indexOf('@');
      reader.known(
          name, at < 0 ? item : item.substring(0, at), "condition", registry.conditions().keySet());
      if (at >= 0) {
        reader.known(name, item.substring(at + 1), "ally", registry.allies().keySet());
      }
      if (states.put(item, state) == (state == State.MET ? State.FAILED : State.MET)) {
        reader.addViolation(name, item + " is both assumed and denied. Remove one of the two");
      }
    }
  }

  Assumptions assumptions() {
    return new Assumptions(states);
  }
}
