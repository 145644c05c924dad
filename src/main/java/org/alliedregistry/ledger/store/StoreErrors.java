package org.alliedregistry.ledger.store;

import io.quarkus.logging.Log;
import java.sql.SQLException;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;

/** The problems and log lines for failures of the store. */
public final class StoreErrors {

  private StoreErrors() {}

  /** Of a write, which may be recorded all the same. */
  public static ProblemException ofWrite(SQLException e) {
    Log.error("the store failed: " + reason(e));
    return ProblemException.because(
        ProblemType.STORE_UNAVAILABLE,
        e instanceof LedgerCorrupted
            ? "The store is not what was recorded; nothing is written until its operator mends it."
            : "Whether it was recorded is not known; read before you repeat it.");
  }

  /** Of a read. */
  public static ProblemException ofRead(SQLException e) {
    Log.error("the store cannot be read: " + reason(e));
    return silently();
  }

  /** Of a read that is tried again and again: whoever does so says it once. */
  public static ProblemException silently() {
    return ProblemException.because(ProblemType.STORE_UNAVAILABLE, "The store cannot be read now.");
  }

  /** Without its message, which may quote what was to be stored, unless it is ours. */
  public static String reason(SQLException e) {
    return e instanceof LedgerCorrupted
        ? String.valueOf(e.getMessage())
        : String.format(
            "%s, SQL state %s, code %d",
            e.getClass().getSimpleName(), e.getSQLState(), e.getErrorCode());
  }
}
