package org.alliedregistry.ledger;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The uncertainty after a commit that failed: only the rows show what is written. If they cannot be
 * read, calls within a second after the failure fail at once. So several waiting writes do not wait
 * for the store one after the other.
 */
final class UncertainCommit {

  /** Reads the rows. */
  interface RowReader {
    void read() throws SQLException;
  }

  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

  private final LongSupplier nanos;
  private boolean exists;
  private boolean hasFailed;
  private long failedAt;

  UncertainCommit(LongSupplier nanos) {
    this.nanos = nanos;
  }

  boolean exists() {
    return exists;
  }

  void begin() {
    exists = true;
  }

  void end() {
    exists = false;
    hasFailed = false;
  }

  /**
   * Reads the rows, unless that failed within the last second.
   *
   * @throws SQLException if the rows cannot be read
   */
  void resolve(RowReader rows) throws SQLException {
    if (hasFailed && nanos.getAsLong() - failedAt < PAUSE) {
      throw new SQLTransientException("the store failed a moment ago");
    }
    try {
      rows.read();
    } catch (SQLException e) {
      hasFailed = true;
      failedAt = nanos.getAsLong();
      throw e;
    }
  }
}
