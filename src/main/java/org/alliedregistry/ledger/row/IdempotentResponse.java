package org.alliedregistry.ledger.row;

import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;

/** A reply under the key it is asked for again with. */
public record IdempotentResponse(IdempotencyKey key, StoredResponse reply) {

  /** The most bytes of a body that the embedded store keeps in one row, with some room. */
  private static final int MAX_BYTES = 1_000_000;

  /** Refuses what no row can keep; before anything is recorded, so that it can be asked without. */
  public IdempotentResponse {
    if (reply.body().length > MAX_BYTES) {
      throw ProblemException.because(
          ProblemType.TOO_LARGE,
          "The answer has more than 1,000,000 bytes, too many to keep: ask without the key.");
    }
  }
}
