package org.alliedregistry.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/** Changes the store in one transaction: all or nothing, and on the disk before it returns. */
@ApplicationScoped
class Durably {

  /** What is done within the transaction. */
  interface Change {
    void make(Connection connection) throws SQLException;
  }

  private final DataSource database;
  private final Optional<String> flush;

  Durably(DataSource database, LedgerConfig config) {
    this.database = database;
    this.flush = config.flushStatement();
  }

  /**
   * @throws SQLException where it is not known to be done; read the rows to find out
   */
  void change(Change change) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        change.make(connection);
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
      flush(connection);
    }
  }

  /** Forces what is committed onto the disk, where the database would rather wait. */
  private void flush(Connection connection) throws SQLException {
    if (flush.isPresent()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(flush.get());
        connection.commit();
      }
    }
  }
}
