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
 * What no mapper says to a database: the SQL of H2, which keeps the store in a file, and of
 * PostgreSQL, which several nodes share. All SQL of the service stands here and in the migrations.
 */
@ApplicationScoped
public class StoreDialect {

  /** Forces what is committed onto the disk, where H2 would rather wait. */
  private static final String FLUSH = "checkpoint sync";

  private static final String EMBEDDED_SIZE =
      "select setting_value from information_schema.settings where setting_name = 'info.FILE_SIZE'";

  /** Tells other nodes up to which sequence something is recorded, once that is committed. */
  private static final String NOTIFY = "select pg_notify('ledger', ?)";

  /** By its name the connection is told from those of the pool. */
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

  /** Whether this process has the store for itself, in a file. */
  public boolean isEmbedded() {
    return isEmbedded;
  }

  /** Whether nodes tell each other what they record. */
  public boolean notifies() {
    return notifies;
  }

  /** Forces what is committed onto the disk; a server does so itself. */
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
   * Tells other nodes, in the transaction that records it: they hear of it once it is there. It
   * says up to which sequence, and nothing of what it is.
   */
  public void tellOthers(long sequence) throws SQLException {
    if (notifies) {
      try (Connection connection = database.getConnection();
          PreparedStatement statement = connection.prepareStatement(NOTIFY)) {
        statement.setString(1, Long.toString(sequence));
        statement.execute();
      }
    }
  }

  /** From now on the connection is told what other nodes record. */
  public void listen(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(LISTEN);
    }
  }

  /** How many bytes the store takes on the disk. */
  double size() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(isEmbedded ? EMBEDDED_SIZE : SERVER_SIZE)) {
      return row.next() ? Double.parseDouble(row.getString(1)) : Double.NaN;
    }
  }
}
