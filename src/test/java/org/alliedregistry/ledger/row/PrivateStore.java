package org.alliedregistry.ledger.row;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.alliedregistry.ledger.GroupCommit;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.ledger.store.DurableTransaction;
import org.alliedregistry.ledger.store.HeadWitness;
import org.alliedregistry.ledger.store.LedgerConfig;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/** A store in memory that no other test sees, migrated as the service migrates its own. */
public final class PrivateStore {

  /** Of a store that no other node has and that needs no flush. */
  public static final LedgerConfig SETTINGS =
      new Settings(Optional.empty(), Optional.empty(), false);

  /** What a test says of a store that is its own. */
  public record Settings(
      Optional<String> flushStatement, Optional<Path> headFile, boolean acceptLostEntries)
      implements LedgerConfig {

    @Override
    public Optional<String> notifyStatement() {
      return Optional.empty();
    }

    @Override
    public Optional<Duration> pollInterval() {
      return Optional.empty();
    }

    @Override
    public Optional<String> sizeQuery() {
      return Optional.empty();
    }
  }

  private final JdbcDataSource database = new JdbcDataSource();

  public PrivateStore() {
    database.setURL(
        "jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
    Flyway.configure().dataSource(database).load().migrate();
  }

  /** A ledger on this store, as a fresh process would have it. */
  public Ledger ledger(Clock clock) {
    IdempotentResponseRepository responses = new IdempotentResponseRepository(database, clock);
    return ledger(database, responses, clock);
  }

  /** A ledger on the rows of a database. */
  public static Ledger ledger(
      javax.sql.DataSource database, IdempotentResponseRepository responses, Clock clock) {
    return ledger(database, responses, clock, SETTINGS);
  }

  public static Ledger ledger(
      javax.sql.DataSource database,
      IdempotentResponseRepository responses,
      Clock clock,
      LedgerConfig settings) {
    LedgerRepository rows =
        new LedgerRepository(
            database,
            responses,
            new DurableTransaction(database, settings),
            new HeadWitness(settings),
            new CommitNotifier(settings),
            new AppendMetrics(new SimpleMeterRegistry()));
    Ledger ledger = new Ledger(rows, responses, new GroupCommit(rows), clock);
    ledger.load();
    return ledger;
  }

  public JdbcDataSource database() {
    return database;
  }

  public void execute(String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }
}
