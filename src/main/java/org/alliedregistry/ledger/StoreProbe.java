package org.alliedregistry.ledger;

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
 * Whether the store takes writes: asked from time to time, so that who reads it never waits for a
 * store that does not answer.
 */
@ApplicationScoped
class StoreProbe {

  private static final int LAST = 10_000;
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final Duration LONG = Duration.ofSeconds(5);

  /** What was found, and when. */
  private record Found(String fault, Instant at) {}

  private final StoreTransactions transactions;
  private final HeadWitness witness;
  private final Optional<Path> beside;
  private final Clock clock;
  private volatile Found last = new Found("the store was not asked yet", Instant.EPOCH);

  StoreProbe(
      StoreTransactions transactions, HeadWitness witness, LedgerConfig config, Clock clock) {
    this.transactions = transactions;
    this.witness = witness;
    this.beside = config.headFile().map(file -> file.toAbsolutePath().getParent());
    this.clock = clock;
  }

  void start(@Observes @Priority(LAST) StartupEvent event, Vertx vertx, GracefulShutdown stopping) {
    probe();
    PeriodicTask.run(vertx, stopping, EVERY, this::probe);
  }

  /** Why it takes none; empty where it does. */
  String fault() {
    Found found = last;
    boolean isOld = found.at().plus(LONG).isBefore(clock.instant());
    return found.fault().isEmpty() && isOld ? "the store does not answer" : found.fault();
  }

  void probe() {
    String fault = beside.flatMap(DataDirectory::fault).orElseGet(this::ask);
    last = new Found(fault, clock.instant());
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
