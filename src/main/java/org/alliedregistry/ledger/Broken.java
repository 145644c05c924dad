package org.alliedregistry.ledger;

import java.sql.SQLException;

/** The rows are not what was recorded: nothing is told on them, and nothing added to them. */
final class Broken extends SQLException {

  private static final long serialVersionUID = 1L;

  /**
   * @param sequence of the first entry that is not as it was
   */
  Broken(long sequence) {
    this("ledger entry " + sequence + " is missing, changed or out of place; restore a backup");
  }

  /**
   * @param what is not as it was, and what to do
   */
  Broken(String what) {
    super(what);
  }
}
