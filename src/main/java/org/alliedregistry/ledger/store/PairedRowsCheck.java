package org.alliedregistry.ledger.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.alliedregistry.problem.StartupRefused;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Looks at a store of an earlier release, which has two rows for each entry, before the migration
 * that makes one of them. Where one of the two is missing, it refuses the start and changes
 * nothing.
 */
public final class PairedRowsCheck implements Callback {

  private static final String ALONE =
      "select min(sequence) from (select sequence from ledger_entry e where not exists"
          + " (select 1 from record r where r.sequence = e.sequence)"
          + " union all select sequence from record r where not exists"
          + " (select 1 from ledger_entry e where e.sequence = r.sequence)) alone";

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    try {
      refuseUnpaired(context.getConnection());
    } catch (SQLException e) {
      throw new StartupRefused("the store cannot be read: " + StoreErrors.reason(e), e);
    }
  }

  @Override
  public String getCallbackName() {
    return "paired rows";
  }

  private static void refuseUnpaired(Connection connection) throws SQLException {
    if (!has(connection, "record") || hasContent(connection)) {
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

  private static boolean has(Connection connection, String table) throws SQLException {
    try (ResultSet found =
        connection.getMetaData().getTables(null, connection.getSchema(), table, null)) {
      return found.next();
    }
  }

  /** Where the migration was interrupted, it is done again. */
  private static boolean hasContent(Connection connection) throws SQLException {
    try (ResultSet found =
        connection
            .getMetaData()
            .getColumns(null, connection.getSchema(), "ledger_entry", "content")) {
      return found.next();
    }
  }
}
