package org.alliedregistry.ledger.store;

import io.quarkus.logging.Log;
import java.sql.SQLException;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;

/** The problems and log lines for failures of the store. */
public final class StoreErrors {

  private StoreErrors() {}

  /** The problem for a failed write, which may be recorded nevertheless. */
  public static ProblemException ofWrite(SQLException e) {
    Log.error("the store failed: " + reason(e));
    return ProblemException.because(
        ProblemType.STORE_UNAVAILABLE,
        e instanceof LedgerCorrupted
            ? "The store differs from what was recorded. Nothing is written until the"
                + " operator repairs it."
            : "It is not known whether the write was recorded. Read before you repeat it.");
  }

  /** The problem for a failed read. */
  public static ProblemException ofRead(SQLException e) {
    Log.error("the store cannot be read: " + reason(e));
    return silently();
  }

  /** The problem for a failed read that is not logged, because it is repeated periodically. */
  public static ProblemException silently() {
    return ProblemException.because(ProblemType.STORE_UNAVAILABLE, "The store cannot be read now.");
  }

  /**
   * The reason for the log. A message of the database is left out, because it may quote content.
   */
  public static String reason(SQLException e) {
    return e instanceof LedgerCorrupted
        ? String.valueOf(e.getMessage())
        : String.format(
            "%s, SQL state %s, code %d",
            e.getClass().getSimpleName(), e.getSQLState(), e.getErrorCode());
  }
}
