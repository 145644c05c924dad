package org.alliedregistry.ledger.health;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.alliedregistry.ledger.store.DataDirectory;
import org.alliedregistry.ledger.store.HeadWitness;
import org.alliedregistry.ledger.store.LedgerConfig;
import org.alliedregistry.ledger.store.StoreErrors;
import org.alliedregistry.ledger.store.StoreTransactions;
import org.alliedregistry.lifecycle.GracefulShutdown;
import org.alliedregistry.lifecycle.PeriodicTask;

/**
 * Checks periodically whether the store accepts writes, so that a reader of the result never waits
 * for the store.
 */
@ApplicationScoped
class StoreProbe {

  /** Runs after the registry is opened. */
  private static final int AFTER_OPENING = 10_000;

  private static final Duration INTERVAL = Duration.ofSeconds(1);
  private static final Duration STALE_AFTER = Duration.ofSeconds(5);

  /**
   * The result of one check.
   *
   * @param fault the reason why the store accepts no writes; empty if it does
   */
  private record Result(String fault, Instant at) {}

  private final StoreTransactions transactions;
  private final HeadWitness witness;
  private final Optional<Path> beside;
  private final Clock clock;
  private volatile Result last = new Result("the store was not checked yet", Instant.EPOCH);

  StoreProbe(
      StoreTransactions transactions, HeadWitness witness, LedgerConfig config, Clock clock) {
    this.transactions = transactions;
    this.witness = witness;
    this.beside = config.headFile().map(file -> file.toAbsolutePath().getParent());
    this.clock = clock;
  }

  void start(
      @Observes @Priority(AFTER_OPENING) StartupEvent event,
      Vertx vertx,
      GracefulShutdown stopping) {
    probe();
    PeriodicTask.run(vertx, stopping, INTERVAL, this::probe);
  }

  /** The reason why the store accepts no writes; empty if it does. */
  String fault() {
    Result result = last;
    boolean isStale = result.at().plus(STALE_AFTER).isBefore(clock.instant());
    return result.fault().isEmpty() && isStale ? "the store does not answer" : result.fault();
  }

  void probe() {
    String fault = beside.flatMap(DataDirectory::fault).orElseGet(this::ask);
    last = new Result(fault, clock.instant());
  }

  private String ask() {
    try {
      transactions.probe(witness::touch);
      return "";
    } catch (SQLException e) {
      return StoreErrors.reason(e);
    }
  }
}
