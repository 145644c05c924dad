package org.alliedregistry.ledger.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.ledger.store.PairedRowsCheck;
import org.alliedregistry.support.PrivateStores;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A store that the packaged service of November 2026 wrote, with two rows for each entry: the
 * public record, a pledge that is not public, a token and a kept answer.
 */
@QuarkusTest
@TestProfile(PrivateStores.class)
class OlderStoreTest {

  private static final int ENTRIES = 451;

  private static final String TWO_ROWS =
      "select e.sequence, e.recorded_at, e.actor, e.kind, e.subject, e.content_digest,"
          + " e.previous_hash, e.hash, r.content from ledger_entry e join record r"
          + " on r.sequence = e.sequence order by e.sequence";

  @TempDir Path dir = Path.of("");

  private final JdbcDataSource database = new JdbcDataSource();

  @BeforeEach
  void unpack() throws IOException {
    try (InputStream in =
            Objects.requireNonNull(
                OlderStoreTest.class.getResourceAsStream("/old-store/two-rows-an-entry.zip"));
        ZipInputStream files = new ZipInputStream(in)) {
      for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
        Files.copy(files, dir.resolve(file.getName()));
      }
    }
    database.setURL(
        "jdbc:h2:file:"
            + dir.resolve("registry")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
  }

  @AfterEach
  void release() {
    PrivateStore.release();
  }

  private RegistrySnapshot recorded() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return RegistrySnapshot.EMPTY.apply(Filling.entries(connection, TWO_ROWS));
    }
  }

  private FluentConfiguration flyway() {
    return Flyway.configure().dataSource(database).callbacks(new PairedRowsCheck());
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private Ledger opened() {
    return new PrivateStore(database, UnaryOperator.identity())
        .ledger(
            Clock.systemUTC(),
            new PrivateStore.Settings(Optional.of(dir.resolve("registry.head")), false));
  }

  @Test
  void isCarriedOverAndTellsWhatItTold() throws Exception {
    RegistrySnapshot before = recorded();

    flyway().load().migrate();
    Ledger ledger = opened();

    assertThat(ledger.registry()).isEqualTo(before);
    assertThat(ledger.registry().log()).hasSize(ENTRIES);
    assertThat(ledger.verify().faults()).isEmpty();
    assertThat(count("access_token where revoked_at is null")).isEqualTo(2);
    assertThat(count("kept_reply where octet_length(body) > 100")).isEqualTo(1);
    assertThatThrownBy(this::recorded).hasMessageContaining("record");
  }

  private int count(String from) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("select count(*) from " + from)) {
      row.next();
      return row.getInt(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "delete from record where sequence = 70",
        "set referential_integrity false; delete from ledger_entry where sequence = 70"
      })
  void isRefusedAndLeftAsItIsWhereOneOfTheTwoIsMissing(String change) throws Exception {
    execute(change);

    assertThatThrownBy(() -> flyway().load().migrate())
        .rootCause()
        .hasMessage("ledger entry 70 has lost one of its two rows; restore a backup");
    assertThat(count("record")).isGreaterThanOrEqualTo(ENTRIES - 1);
    assertThat(count("flyway_schema_history where version is not null")).isEqualTo(4);
    assertThatThrownBy(() -> count("ledger_entry where content is null"))
        .hasMessageContaining("content");
  }

  /** The embedded store commits each statement of a migration by itself. */
  @Test
  void isCarriedOverWhereTheProcessWasKilledInBetween() throws Exception {
    RegistrySnapshot before = recorded();
    execute("alter table ledger_entry add column content varchar");
    execute(
        "update ledger_entry set content = (select content from record r"
            + " where r.sequence = ledger_entry.sequence) where sequence < 200");
    flyway().load().migrate();
    assertThat(opened().registry()).isEqualTo(before);

    execute("delete from flyway_schema_history where version = '5'");
    flyway().load().migrate();
    assertThat(opened().registry()).isEqualTo(before);
  }
}
