package org.alliedregistry.http.write;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.alliedregistry.ledger.row.IdempotencyKey;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;

/** The writes with an Idempotency-Key that run now, by caller and key. */
@ApplicationScoped
class InFlightRequests {

  private final Set<List<String>> running = ConcurrentHashMap.newKeySet();

  /** Runs a write, unless another request of the caller with this key is running. */
  <T> T alone(IdempotencyKey key, Supplier<T> request) {
    List<String> name = List.of(key.caller(), key.key());
    if (!running.add(name)) {
      throw ProblemException.because(
          ProblemType.IDEMPOTENCY_KEY_IN_USE,
          "A request with this Idempotency-Key is not answered yet.");
    }
    try {
      return request.get();
    } finally {
      running.remove(name);
    }
  }
}
