package org.alliedregistry.ledger.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.alliedregistry.problem.StartupRefused;

/**
 * Checks a store of an earlier release, which has two rows for each entry, before the migration
 * that makes one of them. If one of the two is missing, it refuses the start and changes nothing.
 * Names are compared without case, because the embedded database may have them in capitals.
 */
final class PairedRowsCheck {

  private static final String ALONE =
      "select min(sequence) from (select sequence from ledger_entry e where not exists (select 1"
          + " from record r where r.sequence = e.sequence) union all select sequence from record r"
          + " where not exists (select 1 from ledger_entry e where e.sequence = r.sequence)) alone";

  private PairedRowsCheck() {}

  /**
   * @throws StartupRefused naming the first entry that lost a row
   */
  static void refuseUnpaired(Connection connection) throws SQLException {
    if (!hasTable(connection, "record") || hasColumn(connection, "ledger_entry", "content")) {
      return;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(ALONE)) {
      if (row.next() && row.getObject(1) != null) {
        throw new StartupRefused(
            "ledger entry " + row.getLong(1) + " has lost one of its two rows; restore a backup");
      }
    }
  }

  private static boolean hasTable(Connection connection, String table) throws SQLException {
    try (ResultSet found =
        connection.getMetaData().getTables(null, connection.getSchema(), null, null)) {
      while (found.next()) {
        if (table.equalsIgnoreCase(found.getString("TABLE_NAME"))) {
          return true;
        }
      }
      return false;
    }
  }

  /** Whether the column exists. After an interrupted migration it does, and all is repeated. */
  private static boolean hasColumn(Connection connection, String table, String column)
      throws SQLException {
    try (ResultSet found =
        connection.getMetaData().getColumns(null, connection.getSchema(), null, null)) {
      while (found.next()) {
        if (table.equalsIgnoreCase(found.getString("TABLE_NAME"))
            && column.equalsIgnoreCase(found.getString("COLUMN_NAME"))) {
          return true;
        }
      }
      return false;
    }
  }
}
