package org.alliedregistry.ledger.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;

/** Changes the store in one transaction: all or nothing, and on the disk before it returns. */
@ApplicationScoped
public class DurableTransaction {

  /** What is done within the transaction. */
  public interface Change {
    void make(Connection connection) throws SQLException;
  }

  private static final long PATIENCE_SECONDS = 5;

  private final DataSource database;
  private final Optional<String> flush;

  /** Where there is a flush: what one writes is on the disk before another one writes. */
  private final ReentrantLock turn = new ReentrantLock();

  public DurableTransaction(DataSource database, LedgerConfig config) {
    this.database = database;
    this.flush = config.flushStatement();
  }

  /**
   * @throws SQLException where it is not known to be done; read the rows to find out
   */
  public void change(Change change) throws SQLException {
    if (flush.isEmpty()) {
      make(change);
      return;
    }
    await();
    try {
      make(change);
    } finally {
      turn.unlock();
    }
  }

  private void await() throws SQLException {
    try {
      if (!turn.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new SQLTransientException("the disk does not answer");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLTransientException("interrupted", e);
    }
  }

  private void make(Change change) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        change.make(connection);
        connection.commit();
      } catch (Throwable e) {
        undo(connection, e);
        throw e;
      }
      flush(connection);
      EmbeddedStoreFile.compact(connection);
    }
  }

  /** Whatever was thrown: the pool would commit what is left open. */
  private void undo(Connection connection, Throwable thrown) {
    try {
      connection.rollback();
      flush(connection);
    } catch (SQLException e) {
      thrown.addSuppressed(e);
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
