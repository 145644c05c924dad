package org.alliedregistry.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.alliedregistry.problem.StartRefused;

/**
 * The chain of a store, computed anew from its rows.
 *
 * @param length how many entries it has
 * @param head the hash of the last one
 */
record Chain(long length, String head) {

  private static final String SELECT = "select " + StoredRow.COLUMNS + " order by e.sequence";

  /**
   * Reads the whole chain, a few rows at a time.
   *
   * @param store within a transaction, or the rows come all at once
   * @param where which store it is, for people
   * @throws StartRefused naming the first row that is missing, changed or out of place
   */
  static Chain of(Connection store, String where) throws SQLException {
    Chain soFar = new Chain(0, Link.ROOT);
    try (PreparedStatement select = store.prepareStatement(SELECT)) {
      select.setFetchSize(Tables.BATCH);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          soFar = soFar.with(StoredRow.of(row), where);
        }
      }
    }
    return soFar;
  }

  private Chain with(StoredRow next, String where) {
    if (next.sequence() != length + 1 || !next.previousHash().equals(head) || !next.isSound()) {
      throw new StartRefused(
          "nothing is moved: ledger entry "
              + (length + 1)
              + " "
              + where
              + " is missing, changed or out of place");
    }
    return new Chain(next.sequence(), next.hash());
  }
}
