package org.alliedregistry.ledger;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.alliedregistry.ledger.store.LedgerConfig;
import org.alliedregistry.ledger.store.StoreErrors;
import org.alliedregistry.lifecycle.GracefulShutdown;
import org.alliedregistry.lifecycle.PeriodicTask;

/** Reads periodically the entries that other nodes recorded in the same store. */
@ApplicationScoped
public class LedgerFollower {

  /** Runs after the registry is opened. */
  private static final int AFTER_OPENING = 10_000;

  private final Ledger ledger;
  private final Clock clock;
  private final Optional<Duration> every;
  private volatile Instant caughtUpAt = Instant.MAX;
  private final AtomicBoolean isLost = new AtomicBoolean();

  LedgerFollower(Ledger ledger, Clock clock, LedgerConfig config) {
    this.ledger = ledger;
    this.clock = clock;
    this.every = config.pollInterval();
  }

  void follow(
      @Observes @Priority(AFTER_OPENING) StartupEvent event,
      Vertx vertx,
      GracefulShutdown stopping) {
    if (every.isPresent()) {
      caughtUpAt = clock.instant();
      PeriodicTask.run(vertx, stopping, every.get(), this::catchUp);
    }
  }

  private void catchUp() {
    try {
      Instant startedAt = clock.instant();
      ledger.catchUpTo(Long.MAX_VALUE);
      if (isLost.getAndSet(false)) {
        Log.info("the store answers again, and the entries of other nodes are read");
      }
      caughtUpAt = startedAt;
    } catch (SQLException e) {
      logOnce(StoreErrors.reason(e));
    } catch (RuntimeException e) {
      logOnce(e.getClass().getSimpleName());
    }
  }

  /** Logs only the first of several failures in a row. */
  private void logOnce(String reason) {
    if (!isLost.getAndSet(true)) {
      Log.errorf("the store does not answer, and reads show what was recorded before: %s", reason);
    }
  }

  /** A node with a greater lag may miss entries of other nodes. */
  public static final Duration STALE_AFTER = Duration.ofSeconds(5);

  /**
   * The time since this node last had all entries; zero on a store that no other node writes to.
   */
  public Duration lag() {
    Instant then = caughtUpAt;
    return then.equals(Instant.MAX) ? Duration.ZERO : Duration.between(then, clock.instant());
  }
}
