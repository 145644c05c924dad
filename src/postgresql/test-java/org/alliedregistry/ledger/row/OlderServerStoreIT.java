package org.alliedregistry.ledger.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.ledger.store.MigrationPreparation;
import org.alliedregistry.ledger.transfer.TableCopy;
import org.alliedregistry.support.Store;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store with two rows for each entry on PostgreSQL: the rows of {@link OlderStore}. */
@Tag("thorough")
class OlderServerStoreIT {

  private static final int CONNECTIONS = 4;
  private static final int SILENCE_SECONDS = 1;
  private static final int LONG_SECONDS = 60;

  @TempDir Path dir = Path.of("");

  private final Map<String, String> server = Store.of("older-" + UUID.randomUUID());
  private final ExecutorService nodes = Executors.newCachedThreadPool();
  private AgroalDataSource database;

  @BeforeEach
  void fill() throws Exception {
    database = pool(SILENCE_SECONDS);
    flyway(database).target("4").load().migrate();
    try (Connection from = OlderStore.unpack(dir).getConnection();
        Connection to = database.getConnection()) {
      for (String table : List.of("ledger_entry", "record", "kept_reply", "access_token")) {
        TableCopy.copy(table, from, to);
      }
    }
  }

  @AfterEach
  void close() {
    nodes.shutdownNow();
    database.close();
  }

  /**
   * As the service has one.
   *
   * @param silenceSeconds how long the server may be silent
   */
  private AgroalDataSource pool(int silenceSeconds) throws SQLException {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(CONNECTIONS)
                        .connectionFactoryConfiguration(
                            connection ->
                                connection
                                    .jdbcUrl(server.get("QUARKUS_DATASOURCE_JDBC_URL"))
                                    .principal(
                                        new NamePrincipal(
                                            server.get("QUARKUS_DATASOURCE_USERNAME")))
                                    .credential(
                                        new SimplePassword(
                                            server.get("QUARKUS_DATASOURCE_PASSWORD")))
                                    .jdbcProperty(
                                        "socketTimeout", Integer.toString(silenceSeconds)))));
  }

  private static FluentConfiguration flyway(DataSource database) {
    return Flyway.configure().dataSource(database).callbacks(new MigrationPreparation());
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> rows(String table) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select t::text from " + table + " t order by 1")) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }

  private List<String> everything() throws SQLException {
    List<String> all = new ArrayList<>();
    for (String table :
        List.of("ledger_entry", "record", "kept_reply", "access_token", "flyway_schema_history")) {
      all.addAll(rows(table));
    }
    return all;
  }

  private RegistrySnapshot twoRows() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return OlderStore.recorded(connection);
    }
  }

  private RegistrySnapshot oneRow() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return RegistrySnapshot.EMPTY.apply(Filling.entries(connection));
    }
  }

  @Test
  void isCarriedOver() throws Exception {
    RegistrySnapshot before = twoRows();
    List<String> replies = rows("kept_reply");
    List<String> tokens = rows("access_token");

    flyway(database).load().migrate();

    assertThat(oneRow()).isEqualTo(before);
    assertThat(oneRow().log()).hasSize(OlderStore.ENTRIES);
    assertThat(rows("kept_reply")).isEqualTo(replies).hasSize(1);
    assertThat(rows("access_token")).isEqualTo(tokens).hasSize(2);
    assertThatThrownBy(() -> rows("record")).hasMessageContaining("record");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from record where sequence = 70",
        "alter table record drop constraint record_sequence_fkey;"
            + " delete from ledger_entry where sequence = 70"
      })
  void isRefusedAndLeftAsItIsWhereOneOfTheTwoIsMissing(String change) throws Exception {
    execute(change);
    List<String> before = everything();

    assertThatThrownBy(() -> flyway(database).load().migrate())
        .rootCause()
        .hasMessage("ledger entry 70 has lost one of its two rows; restore a backup");

    assertThat(everything()).isEqualTo(before);
    assertThatThrownBy(() -> execute("select content from ledger_entry"))
        .hasMessageContaining("content");
    assertPatienceIsRestored();
  }

  /** A large store takes minutes; here another session holds the rows for as long. */
  @Test
  void mayTakeLongerThanTheServerMayBeSilent() throws Exception {
    RegistrySnapshot before = twoRows();
    Future<?> migrated;
    try (Connection other = locked("record", "access exclusive")) {
      migrated = nodes.submit(() -> flyway(database).load().migrate());
      assertThatThrownBy(() -> migrated.get(3L * SILENCE_SECONDS, TimeUnit.SECONDS))
          .isInstanceOf(TimeoutException.class);
      other.rollback();
    }
    migrated.get(1, TimeUnit.MINUTES);

    assertThat(oneRow()).isEqualTo(before);
    assertPatienceIsRestored();
  }

  private Connection locked(String table, String mode) throws SQLException {
    Connection connection = database.getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("lock table " + table + " in " + mode + " mode");
    }
    return connection;
  }

  private void assertPatienceIsRestored() throws SQLException {
    List<Connection> all = new ArrayList<>();
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        all.add(database.getConnection());
        assertThat(all.get(i).getNetworkTimeout()).isEqualTo(1_000 * SILENCE_SECONDS);
      }
    } finally {
      for (Connection connection : all) {
        connection.close();
      }
    }
  }

  @Test
  void isCarriedOverOnceWhereTwoNodesStartTogether() throws Exception {
    RegistrySnapshot before = twoRows();
    List<Future<?>> migrated = new ArrayList<>();
    try (AgroalDataSource first = pool(LONG_SECONDS);
        AgroalDataSource second = pool(LONG_SECONDS);
        Connection other = locked("ledger_entry", "access share")) {
      migrated.add(nodes.submit(() -> flyway(first).load().migrate()));
      awaitWaiting(1);
      migrated.add(nodes.submit(() -> flyway(second).load().migrate()));
      assertThatThrownBy(() -> migrated.get(1).get(SILENCE_SECONDS, TimeUnit.SECONDS))
          .isInstanceOf(TimeoutException.class);
      other.rollback();
      for (Future<?> node : migrated) {
        node.get(1, TimeUnit.MINUTES);
      }
    }

    assertThat(oneRow()).isEqualTo(before);
    assertThat(rows("flyway_schema_history")).hasSize(5);
  }

  /** Until so many sessions wait for a lock on a table. */
  private void awaitWaiting(int sessions) throws Exception {
    while (rows("(select 1 from pg_locks where not granted and locktype = 'relation')").size()
        < sessions) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }
}
