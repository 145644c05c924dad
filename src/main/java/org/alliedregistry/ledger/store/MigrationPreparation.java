package org.alliedregistry.ledger.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.alliedregistry.problem.StartupRefused;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;

/**
 * Prepares each migration, on its connection, while no other node migrates. It removes the network
 * timeout, because a migration may take longer. Before entries become one row each, it checks that
 * both rows of each entry exist.
 */
public final class MigrationPreparation implements Callback {

  private static final MigrationVersion ONE_ROW_FOR_EACH_ENTRY = MigrationVersion.fromVersion("5");

  /**
   * A connection without a network timeout.
   *
   * @param patience the timeout that it had before, in milliseconds
   */
  private record Unbounded(Connection connection, int patience) {}

  private @Nullable Unbounded unbounded;

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.BEFORE_EACH_MIGRATE
        || event == Event.AFTER_MIGRATE
        || event == Event.AFTER_MIGRATE_ERROR;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    if (event == Event.BEFORE_EACH_MIGRATE) {
      prepare(context.getConnection(), context.getMigrationInfo().getVersion());
    } else {
      bound();
    }
  }

  @Override
  public String getCallbackName() {
    return "before each migration";
  }

  private void prepare(Connection connection, @Nullable MigrationVersion next) {
    try {
      unbound(connection);
      if (ONE_ROW_FOR_EACH_ENTRY.equals(next)) {
        PairedRowsCheck.refuseUnpaired(connection);
      }
    } catch (SQLException e) {
      throw new StartupRefused("the store cannot be read: " + StoreErrors.reason(e), e);
    }
  }

  private void unbound(Connection connection) throws SQLException {
    if (unbounded == null) {
      unbounded = new Unbounded(connection, connection.getNetworkTimeout());
      connection.setNetworkTimeout(Runnable::run, 0);
    }
  }

  /** Restores the timeout after the commit, because the connection returns to the pool. */
  private void bound() {
    if (unbounded != null) {
      try {
        unbounded.connection().setNetworkTimeout(Runnable::run, unbounded.patience());
      } catch (SQLException e) {
        // the connection is broken, and is not used again
      }
      unbounded = null;
    }
  }
}
