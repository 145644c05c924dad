package org.alliedregistry.ledger;

import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.problem.Refusal;

/** A reply under the key it is asked for again with. */
record KeptReply(RequestKey key, Reply reply) {

  /** The most bytes of a body that the embedded store keeps in one row, with some room. */
  private static final int MOST = 1_000_000;

  /** Refuses what no row can keep; before anything is recorded, so that it can be asked without. */
  KeptReply {
    if (reply.body().length > MOST) {
      throw Refusal.because(
          ProblemType.TOO_LARGE,
          "The answer has more than 1,000,000 bytes, too many to keep: ask without the key.");
    }
  }
}
