package org.alliedregistry.ledger;

import io.agroal.api.AgroalDataSource;
import io.agroal.pool.ConnectionFactory;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.alliedregistry.ledger.store.StoreDialect;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Receives the notifications of other nodes about new entries. If one is lost, {@link
 * LedgerFollower} finds the entry a little later. The connection has the settings of the pool, and
 * is not taken from it, because it is never returned.
 */
@ApplicationScoped
class LedgerNotificationListener {

  /** Runs after the registry is opened. */
  private static final int LAST = 10_000;

  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** After this time without a notification the connection is checked. */
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private final Ledger ledger;
  private final StoreDialect dialect;
  private final AgroalDataSource database;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile @Nullable Connection current;
  private final AtomicBoolean listeningFailed = new AtomicBoolean();

  LedgerNotificationListener(Ledger ledger, StoreDialect dialect, AgroalDataSource database) {
    this.ledger = ledger;
    this.dialect = dialect;
    this.database = database;
  }

  void start(@Observes @Priority(LAST) StartupEvent event) {
    if (dialect.notifies()) {
      Thread listener = new Thread(this::listenUntilStopped, "ledger-listener");
      listener.setDaemon(true);
      listener.start();
    }
  }

  void stop(@Observes ShutdownEvent event) throws SQLException {
    stopped.countDown();
    Connection open = current;
    if (open != null) {
      open.abort(Runnable::run);
    }
  }

  private void listenUntilStopped() {
    try {
      do {
        listen();
      } while (!stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Listens until the connection fails. First it reads the entries recorded before. */
  private void listen() {
    try (Connection connection = connected()) {
      current = connection;
      dialect.listen(connection);
      ledger.catchUpTo(Long.MAX_VALUE);
      listeningFailed.set(false);
      PGConnection listening = connection.unwrap(PGConnection.class);
      while (stopped.getCount() > 0) {
        onNotifications(
            listening.getNotifications(Math.toIntExact(SILENCE.toMillis())), connection);
      }
    } catch (SQLException | RuntimeException e) {
      if (stopped.getCount() > 0 && !listeningFailed.getAndSet(true)) {
        Log.infof("not listening to the store for a while: %s", e.getClass().getSimpleName());
      }
    } finally {
      current = null;
    }
  }

  private Connection connected() throws SQLException {
    return new ConnectionFactory(
            database
                .getConfiguration()
                .connectionPoolConfiguration()
                .connectionFactoryConfiguration())
        .createConnection()
        .getConnection();
  }

  /** Notifications arrive in the order of the commits, so the last is enough. */
  private void onNotifications(PGNotification[] notifications, Connection connection)
      throws SQLException {
    if (notifications.length > 0) {
      ledger.catchUpTo(Long.parseLong(notifications[notifications.length - 1].getParameter()));
    } else if (!connection.isValid(Math.toIntExact(SILENCE.toSeconds()))) {
      throw new SQLException("the store is silent");
    }
  }
}
