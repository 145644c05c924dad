package org.alliedregistry.ledger.row;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.alliedregistry.problem.StartupRefused;

/**
 * The chain of a store, computed anew from its rows.
 *
 * @param length how many entries it has
 * @param head the hash of the last one
 */
record StoredChain(long length, String head) {

  private static final String SELECT = "select " + LedgerRow.COLUMNS + " order by e.sequence";

  /**
   * Reads the whole chain, a few rows at a time.
   *
   * @param store within a transaction, or the rows come all at once
   * @param where which store it is, for people
   * @throws StartupRefused naming the first row that is missing, changed or out of place
   */
  static StoredChain of(Connection store, String where) throws SQLException {
    StoredChain soFar = new StoredChain(0, ChainLink.ROOT);
    try (PreparedStatement select = store.prepareStatement(SELECT)) {
      select.setFetchSize(TableCopy.BATCH);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          soFar = soFar.with(LedgerRow.of(row), where);
        }
      }
    }
    return soFar;
  }

  private StoredChain with(LedgerRow next, String where) {
    if (next.sequence() != length + 1
        || !next.previousHash().equals(head)
        || !next.isHashCorrect()) {
      throw new StartupRefused(
          "nothing is moved: ledger entry "
              + (length + 1)
              + " "
              + where
              + " is missing, changed or out of place");
    }
    return new StoredChain(next.sequence(), next.hash());
  }
}
