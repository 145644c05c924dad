package org.alliedregistry.ledger.row;

import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;

/** A response that is stored under an idempotency key. */
public record IdempotentResponse(IdempotencyKey key, StoredResponse reply) {

  /** The maximum size of a body, a little less than the embedded store accepts in one row. */
  private static final int MAX_BYTES = 1_000_000;

  /** Refuses a body that is too large for a row, before anything is recorded. */
  public IdempotentResponse {
    if (reply.body().length > MAX_BYTES) {
      throw ProblemException.because(
          ProblemType.TOO_LARGE,
          "The answer has more than 1,000,000 bytes, which is too many to store. Send the request"
              + " without the key.");
    }
  }
}
