package org.alliedregistry.ledger;

import io.quarkus.logging.Log;
import java.sql.SQLException;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.problem.Refusal;

/** What callers and operators are told when the store fails. */
final class StoreFailure {

  private StoreFailure() {}

  /** Of a write, which may be recorded all the same. */
  static Refusal ofWrite(SQLException e) {
    Log.error("the store failed: " + reason(e));
    return Refusal.because(
        ProblemType.UNAVAILABLE,
        e instanceof Broken
            ? "The store is not what was recorded; nothing is written until its operator mends it."
            : "Whether it was recorded is not known; read before you repeat it.");
  }

  /** Of a read. */
  static Refusal ofRead(SQLException e) {
    Log.error("the store cannot be read: " + reason(e));
    return unsaid();
  }

  /** Of a read that is tried again and again: whoever does so says it once. */
  static Refusal unsaid() {
    return Refusal.because(ProblemType.UNAVAILABLE, "The store cannot be read now.");
  }

  /** Without its message, which may quote what was to be stored, unless it is ours. */
  static String reason(SQLException e) {
    return e instanceof Broken
        ? String.valueOf(e.getMessage())
        : String.format(
            "%s, SQL state %s, code %d",
            e.getClass().getSimpleName(), e.getSQLState(), e.getErrorCode());
  }
}
