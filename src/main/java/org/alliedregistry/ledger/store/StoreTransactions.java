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
 * Reads and changes the store in transactions of the framework. Whatever is thrown, an error too,
 * undoes all of a transaction. What is changed is on the disk before it returns.
 */
@ApplicationScoped
public class StoreTransactions {

  /** What is read within a transaction. */
  public interface Reading<T> {
    T read() throws SQLException;
  }

  /** What is changed within a transaction. */
  public interface Change {
    void make() throws SQLException;
  }

  private static final long TIMEOUT_SECONDS = 5;

  private final StoreDialect dialect;

  /** Where there is a flush: what one writes is on the disk before another one writes. */
  private final ReentrantLock turn = new ReentrantLock();

  /** Whether something is committed that is not known to be on the disk. */
  private volatile boolean owesFlush;

  public StoreTransactions(StoreDialect dialect) {
    this.dialect = dialect;
  }

  /**
   * Reads only what is on the disk: where a flush failed, it is made up for first.
   *
   * @throws SQLException where the store fails; its state and its code are those of the database
   */
  public <T> T read(Reading<T> reading) throws SQLException {
    makeUpForFlush();
    try {
      return own().call(reading::read);
    } catch (QuarkusTransactionException | PersistenceException e) {
      throw failure(e);
    }
  }

  /**
   * @throws SQLException where it is not known to be done; read the rows to find out
   */
  public void change(Change change) throws SQLException {
    if (!dialect.isEmbedded()) {
      make(change);
      return;
    }
    await();
    try {
      makeAndFlush(change);
    } finally {
      turn.unlock();
    }
  }

  /** Tries a change that changes nothing: it is neither waited for nor flushed. */
  public void probe(Change change) throws SQLException {
    make(change);
  }

  private void makeUpForFlush() throws SQLException {
    if (owesFlush) {
      await();
      try {
        if (owesFlush) {
          flush();
        }
      } finally {
        turn.unlock();
      }
    }
  }

  private void await() throws SQLException {
    try {
      if (!turn.tryLock(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
        throw new SQLTransientException("the disk does not answer");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLTransientException("interrupted", e);
    }
  }

  /** What is undone is flushed too: the next change follows it on the disk. */
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

  /** Needs the turn. */
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
      own()
          .call(
              () -> {
                change.make();
                return true;
              });
    } catch (QuarkusTransactionException | PersistenceException e) {
      throw failure(e);
    }
  }

  private static TransactionRunnerOptions own() {
    return QuarkusTransaction.requiringNew();
  }

  /** What the store said, from beneath what the framework made of it. */
  private static SQLException failure(RuntimeException thrown) {
    if (thrown instanceof QuarkusTransactionException && thrown.getCause() instanceof Error error) {
      throw error;
    }
    SQLException found = sqlException(thrown);
    return found == null ? new SQLException(thrown) : found;
  }

  /** A transaction that cannot be committed has the reason among what it suppressed. */
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
