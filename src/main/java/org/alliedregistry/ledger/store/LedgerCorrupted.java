package org.alliedregistry.ledger.store;

import java.sql.SQLException;

/** The rows differ from what was recorded. They are neither read nor extended. */
public final class LedgerCorrupted extends SQLException {

  private static final long serialVersionUID = 1L;

  /**
   * @param sequence the sequence of the first entry that differs
   */
  public LedgerCorrupted(long sequence) {
    this("ledger entry " + sequence + " is missing, changed or out of place; restore a backup");
  }

  /**
   * @param message the difference, and what to do
   */
  public LedgerCorrupted(String message) {
    super(message);
  }
}
