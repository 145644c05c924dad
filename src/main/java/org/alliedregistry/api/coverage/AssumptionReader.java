package org.alliedregistry.api.coverage;

import java.util.HashMap;
import java.util.Map;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Assumptions;
import org.alliedregistry.domain.reference.Condition.State;
import org.alliedregistry.http.QueryReader;
import org.jspecify.annotations.Nullable;

/** Reads assume= and deny=: known codes, each for all allies or for one, none in both. */
final class AssumptionReader {

  private final QueryReader query;
  private final RegistrySnapshot now;
  private final Map<String, State> states = new HashMap<>();

  AssumptionReader(QueryReader query, RegistrySnapshot now) {
    this.query = query;
    this.now = now;
  }

  void read(String name, @Nullable String value) {
    State state = name.equals("assume") ? State.MET : State.FAILED;
    for (String item : query.codes(name, value)) {
      int at = item.indexOf('@');
      query.known(
          name, at < 0 ? item : item.substring(0, at), "condition", now.conditions().keySet());
      if (at >= 0) {
        query.known(name, item.substring(at + 1), "ally", now.allies().keySet());
      }
      if (states.put(item, state) == (state == State.MET ? State.FAILED : State.MET)) {
        query.fault(name, item + " is both assumed and denied; take one of them out");
      }
    }
  }

  Assumptions assumptions() {
    return new Assumptions(states);
  }
}
