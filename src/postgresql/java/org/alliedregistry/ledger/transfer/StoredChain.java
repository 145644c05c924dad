package org.alliedregistry.ledger.transfer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.alliedregistry.ledger.row.ChainLink;
import org.alliedregistry.ledger.row.StoredEntry;
import org.alliedregistry.problem.StartupRefused;

/**
 * The chain of a store, computed again from its rows.
 *
 * @param length the number of entries
 * @param head the hash of the last entry
 */
record StoredChain(long length, String head) {

  private static final String SELECT =
      "select sequence, recorded_at, actor, kind, subject, content_digest, previous_hash, hash,"
          + " content from ledger_entry order by sequence";

  /**
   * Reads the whole chain, a few rows at a time.
   *
   * @param store a connection in a transaction; without one, all rows would be read at once
   * @param where the name of the store for messages
   * @throws StartupRefused naming the first row that is missing, changed or out of place
   */
  static StoredChain of(Connection store, String where) throws SQLException {
    StoredChain soFar = new StoredChain(0, ChainLink.ROOT);
    try (PreparedStatement select = store.prepareStatement(SELECT)) {
      select.setFetchSize(TableCopy.BATCH);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          soFar = soFar.with(row(row), where);
        }
      }
    }
    return soFar;
  }

  private static StoredEntry row(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject(2, OffsetDateTime.class);
    return new StoredEntry(
        row.getLong(1),
        at == null ? null : at.toInstant(),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getString(9));
  }

  private StoredChain with(StoredEntry next, String where) {
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
