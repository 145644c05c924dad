package org.alliedregistry.ledger;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * From a failure on, only the rows know what is written. Where they cannot be read either, whoever
 * waited to read them too fails at once: each waits for a store that does not answer once, not for
 * all before it.
 */
final class UncertainCommit {

  /** Looks at the rows. */
  interface Look {
    void at() throws SQLException;
  }

  private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

  private final LongSupplier nanos;
  private boolean is;
  private boolean hasFailed;
  private long failedAt;

  UncertainCommit(LongSupplier nanos) {
    this.nanos = nanos;
  }

  boolean is() {
    return is;
  }

  void begin() {
    is = true;
  }

  void end() {
    is = false;
    hasFailed = false;
  }

  /**
   * Looks, unless that failed a moment ago.
   *
   * @throws SQLException where the rows cannot be read
   */
  void clear(Look look) throws SQLException {
    if (hasFailed && nanos.getAsLong() - failedAt < PAUSE) {
      throw new SQLTransientException("the store failed a moment ago");
    }
    try {
      look.at();
    } catch (SQLException e) {
      hasFailed = true;
      failedAt = nanos.getAsLong();
      throw e;
    }
  }
}
