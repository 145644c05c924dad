package org.alliedregistry.ledger.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The SQL that Hibernate cannot express, for H2, which stores in a file, and for PostgreSQL, which
 * several nodes share. All SQL of the service is here and in the migrations.
 */
@ApplicationScoped
public class StoreDialect {

  /** Forces committed data to the disk; H2 would do so later. */
  private static final String FLUSH = "checkpoint sync";

  private static final String EMBEDDED_SIZE =
      "select setting_value from information_schema.settings where setting_name = 'info.FILE_SIZE'";

  /** Notifies other nodes of the last sequence, when the transaction is committed. */
  private static final String NOTIFY = "select pg_notify('ledger', ?)";

  /** The name distinguishes the connection from those of the pool. */
  private static final String LISTEN = "set application_name = 'ledger-listener'; listen ledger";

  private static final String SERVER_SIZE = "select pg_database_size(current_database())";

  private final DataSource database;
  private final boolean isEmbedded;
  private final boolean notifies;

  @Inject
  StoreDialect(
      DataSource database,
      LedgerConfig config,
      @ConfigProperty(name = "quarkus.datasource.db-kind") String kind) {
    this(database, "h2".equals(kind), config.notifications());
  }

  public StoreDialect(DataSource database, boolean isEmbedded, boolean notifies) {
    this.database = database;
    this.isEmbedded = isEmbedded;
    this.notifies = notifies && !isEmbedded;
  }

  /** Whether the store is a file of this process alone. */
  public boolean isEmbedded() {
    return isEmbedded;
  }

  /** Whether nodes notify each other of new entries. */
  public boolean notifies() {
    return notifies;
  }

  /** Forces committed data to the disk; a server does so itself. */
  void flush() throws SQLException {
    if (isEmbedded) {
      try (Connection connection = database.getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(FLUSH);
        EmbeddedStoreFile.compact(connection);
      }
    }
  }

  /**
   * Notifies other nodes in the transaction of the entries, so that they are notified at its
   * commit. The notification has the last sequence and no content.
   */
  public void notifyOthers(long sequence) throws SQLException {
    if (notifies) {
      try (Connection connection = database.getConnection();
          PreparedStatement statement = connection.prepareStatement(NOTIFY)) {
        statement.setString(1, Long.toString(sequence));
        statement.execute();
      }
    }
  }

  /** Lets a connection receive the notifications of other nodes. */
  public void listen(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(LISTEN);
    }
  }

  /** The size of the store on the disk in bytes. */
  double size() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(isEmbedded ? EMBEDDED_SIZE : SERVER_SIZE)) {
      return row.next() ? Double.parseDouble(row.getString(1)) : Double.NaN;
    }
  }
}
