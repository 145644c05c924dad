package org.alliedregistry.ledger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;

/** A store in memory that no other test sees, migrated as the service migrates its own. */
final class PrivateStore {

  /** Of a store that no other node has and that needs no flush. */
  static final LedgerConfig SETTINGS = new Settings(Optional.empty(), Optional.empty(), false);

  /** What a test says of a store that is its own. */
  record Settings(
      Optional<String> flushStatement, Optional<Path> headFile, boolean acceptLostEntries)
      implements LedgerConfig {

    @Override
    public Optional<String> notifyStatement() {
      return Optional.empty();
    }

    @Override
    public Optional<Duration> tail() {
      return Optional.empty();
    }

    @Override
    public Optional<String> sizeQuery() {
      return Optional.empty();
    }
  }

  private final JdbcDataSource database = new JdbcDataSource();

  PrivateStore() {
    database.setURL(
        "jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
    Flyway.configure().dataSource(database).load().migrate();
  }

  /** A ledger on this store, as a fresh process would have it. */
  Ledger ledger(Clock clock) {
    KeptReplies replies = new KeptReplies(database, clock);
    return ledger(database, replies, clock);
  }

  /** A ledger on the rows of a database. */
  static Ledger ledger(javax.sql.DataSource database, KeptReplies replies, Clock clock) {
    return ledger(database, replies, clock, SETTINGS);
  }

  static Ledger ledger(
      javax.sql.DataSource database, KeptReplies replies, Clock clock, LedgerConfig settings) {
    Rows rows =
        new Rows(
            database,
            replies,
            new Durably(database, settings),
            new Witness(settings),
            new Notice(settings),
            new Appends(new SimpleMeterRegistry()));
    Ledger ledger = new Ledger(rows, replies, new Commits(rows), clock);
    ledger.load();
    return ledger;
  }

  JdbcDataSource database() {
    return database;
  }

  void execute(String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }
}
