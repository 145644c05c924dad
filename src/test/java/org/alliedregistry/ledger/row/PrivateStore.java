package org.alliedregistry.ledger.row;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.enterprise.inject.spi.CDI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.alliedregistry.ledger.GroupCommit;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.ledger.store.HeadWitness;
import org.alliedregistry.ledger.store.LedgerConfig;
import org.alliedregistry.ledger.store.StoreDialect;
import org.alliedregistry.ledger.store.StoreTransactions;
import org.alliedregistry.support.StoreDriver;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.StatelessSession;

/**
 * A store that no other test sees, migrated as the service migrates its own. From when it is made
 * on, the pool of the running service is connected to it: one at a time.
 */
public final class PrivateStore {

  /** Of a store that no other node has. */
  public static final LedgerConfig SETTINGS = new Settings(Optional.empty(), false);

  /** What a test says of a store that is its own. */
  public record Settings(Optional<Path> headFile, boolean acceptLostEntries)
      implements LedgerConfig {

    @Override
    public boolean notifications() {
      return false;
    }

    @Override
    public Optional<Duration> pollInterval() {
      return Optional.empty();
    }
  }

  private final DataSource database;

  /** In memory. */
  public PrivateStore() {
    this(UnaryOperator.identity());
  }

  /**
   * In memory.
   *
   * @param wrapped what the pool is connected through
   */
  public PrivateStore(UnaryOperator<DataSource> wrapped) {
    this(inMemory(), wrapped);
  }

  public PrivateStore(DataSource database, UnaryOperator<DataSource> wrapped) {
    this.database = database;
    Flyway.configure().dataSource(database).load().migrate();
    StoreDriver.choose(wrapped.apply(database));
  }

  private static DataSource inMemory() {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL(
        "jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
    return database;
  }

  /** Leaves the pool to the service, before the store is closed. */
  public static void release() {
    StoreDriver.choose(null);
  }

  private static AgroalDataSource pool() {
    return CDI.current().select(AgroalDataSource.class).get();
  }

  /** A ledger on this store, as a fresh process would have it. */
  public Ledger ledger(Clock clock) {
    return ledger(clock, SETTINGS);
  }

  public Ledger ledger(Clock clock, LedgerConfig settings) {
    return ledger(clock, rows(clock, settings));
  }

  /**
   * A ledger on this store whose flushes go another way.
   *
   * @param wrapped what the flushes are asked through
   */
  Ledger ledger(Clock clock, UnaryOperator<DataSource> wrapped) {
    return ledger(
        clock, rows(clock, SETTINGS, new StoreDialect(wrapped.apply(pool()), true, false)));
  }

  private static Ledger ledger(Clock clock, LedgerStore rows) {
    Ledger ledger = new Ledger(rows, new GroupCommit(rows), clock);
    ledger.load();
    return ledger;
  }

  /** The rows of this store. */
  public LedgerStore rows(Clock clock) {
    return rows(clock, SETTINGS);
  }

  LedgerStore rows(Clock clock, LedgerConfig settings) {
    return rows(clock, settings, new StoreDialect(pool(), true, false));
  }

  private static LedgerStore rows(Clock clock, LedgerConfig settings, StoreDialect dialect) {
    StatelessSession session = CDI.current().select(StatelessSession.class).get();
    return new LedgerStore(
        new LedgerEntryRepository(session),
        new IdempotentResponseRepository(session, clock),
        new StoreTransactions(dialect),
        dialect,
        new HeadWitness(settings),
        new AppendMetrics(new SimpleMeterRegistry()));
  }

  public DataSource database() {
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
