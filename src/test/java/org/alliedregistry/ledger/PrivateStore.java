package org.alliedregistry.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;

/** A store in memory that no other test sees, migrated as the service migrates its own. */
final class PrivateStore {

  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  final JdbcDataSource database = new JdbcDataSource();
  final Rows rows = new Rows(database, Optional::empty);

  PrivateStore() {
    database.setURL(
        "jdbc:h2:mem:"
            + UUID.randomUUID()
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
    try (Stream<Path> files = Files.list(MIGRATIONS)) {
      List<Path> sorted = files.sorted().toList();
      for (Path file : sorted) {
        execute(Files.readString(file));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** A ledger on this store, as a fresh process would have it. */
  Ledger ledger(Clock clock) {
    Ledger ledger = new Ledger(rows, clock);
    ledger.load();
    return ledger;
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
