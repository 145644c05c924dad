package org.alliedregistry.ledger.store;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.QuarkusTransactionException;
import io.quarkus.narayana.jta.TransactionRunnerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Reads and changes the store in transactions of the framework. Any exception or error rolls back
 * the whole transaction. A change is on the disk when the call returns.
 */
@ApplicationScoped
public class StoreTransactions {

  /** Reads within a transaction. */
  public interface Reading<T> {
    T read() throws SQLException;
  }

  /** Changes within a transaction. */
  public interface Change {
    void make() throws SQLException;
  }

  private static final long TIMEOUT_SECONDS = 5;

  private final StoreDialect dialect;

  /**
   * On a store that must be flushed: a change is on the disk before the next one begins. It is
   * fair, so that a read need not wait for many changes.
   */
  private final ReentrantLock lock = new ReentrantLock(true);

  /** Whether there is a committed change that may not be on the disk. */
  private volatile boolean owesFlush;

  public StoreTransactions(StoreDialect dialect) {
    this.dialect = dialect;
  }

  /**
   * Reads only data that is on the disk: it waits for the flush of what it may have read. If a
   * flush failed, it is repeated; where the disk itself failed, that is no proof.
   *
   * @throws SQLException if the store fails; its state and its code are those of the database
   */
  public <T> T read(Reading<T> reading) throws SQLException {
    T result;
    try {
      result = newTransaction().call(reading::read);
    } catch (QuarkusTransactionException | PersistenceException e) {
      throw failure(e);
    }
    awaitFlush();
    return result;
  }

  /**
   * @throws SQLException if the store fails. After a violation of a key nothing is changed;
   *     otherwise only the rows show it
   */
  public void change(Change change) throws SQLException {
    if (!dialect.isEmbedded()) {
      make(change);
      return;
    }
    acquireLock();
    try {
      makeAndFlush(change);
    } finally {
      lock.unlock();
    }
  }

  /** Tries a change without effect. It does not wait for other changes, and is not flushed. */
  public void probe(Change change) throws SQLException {
    make(change);
  }

  /** A change that was read holds the lock until it is flushed, or leaves the flush to be made. */
  private void awaitFlush() throws SQLException {
    if (owesFlush || lock.isLocked()) {
      acquireLock();
      try {
        if (owesFlush) {
          flush();
        }
      } finally {
        lock.unlock();
      }
    }
  }

  private void acquireLock() throws SQLException {
    try {
      if (!lock.tryLock(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        throw new SQLTransientException("the disk does not answer");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLTransientException("interrupted", e);
    }
  }

  /** Makes a change and flushes it. A rollback is flushed too, before the next change. */
  private void makeAndFlush(Change change) throws SQLException {
    try {
      make(change);
    } catch (Throwable e) {
      try {
        flush();
      } catch (SQLException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw e;
    }
    flush();
  }

  /** Needs the lock. */
  private void flush() throws SQLException {
    try {
      dialect.flush();
      owesFlush = false;
    } catch (Throwable e) {
      owesFlush = true;
      throw e;
    }
  }

  private static void make(Change change) throws SQLException {
    try {
      newTransaction()
          .call(
              () -> {
                change.make();
                return true;
              });
    } catch (QuarkusTransactionException | PersistenceException e) {
      throw failure(e);
    }
  }

  private static TransactionRunnerOptions newTransaction() {
    return QuarkusTransaction.requiringNew();
  }

  /** The exception of the database within that of the framework. */
  private static SQLException failure(RuntimeException thrown) {
    if (thrown instanceof QuarkusTransactionException && thrown.getCause() instanceof Error error) {
      throw error;
    }
    SQLException found = sqlException(thrown);
    return found == null ? new SQLException(thrown) : found;
  }

  /** Searches suppressed exceptions too: a failed commit has its reason there. */
  private static @Nullable SQLException sqlException(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException found) {
        return found;
      }
      for (Throwable suppressed : cause.getSuppressed()) {
        SQLException found = sqlException(suppressed);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
