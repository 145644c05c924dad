package org.alliedregistry.ledger.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.ledger.store.MigrationPreparation;
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

/** A store of an earlier release is carried over, or refused and left as it is. */
@QuarkusTest
@TestProfile(PrivateStores.class)
class OlderStoreTest {

  @TempDir Path dir = Path.of("");

  private JdbcDataSource database = new JdbcDataSource();

  @BeforeEach
  void unpack() throws IOException {
    database = OlderStore.unpack(dir);
  }

  @AfterEach
  void release() {
    PrivateStore.release();
  }

  private RegistrySnapshot recorded() throws SQLException {
    try (Connection connection = database.getConnection()) {
      return OlderStore.recorded(connection);
    }
  }

  private FluentConfiguration flyway() {
    return Flyway.configure().dataSource(database).callbacks(new MigrationPreparation());
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
    assertThat(ledger.registry().log()).hasSize(OlderStore.ENTRIES);
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
    assertThat(count("record")).isGreaterThanOrEqualTo(OlderStore.ENTRIES - 1);
    assertThat(count("flyway_schema_history where version is not null")).isEqualTo(4);
    assertThatThrownBy(() -> count("ledger_entry where content is null"))
        .hasMessageContaining("content");
  }

  /** Somebody may have made it without the setting that writes names in small letters. */
  @Test
  void isRefusedWhereItsNamesAreInCapitals() throws Exception {
    database.setURL(
        "jdbc:h2:mem:capitals;MODE=PostgreSQL;DATABASE_TO_LOWER=FALSE;DB_CLOSE_DELAY=-1");
    flyway().target("4").load().migrate();
    execute(
        "insert into ledger_entry values"
            + " (1, current_timestamp, 'a', 'k', 's', 'd', 'none', 'first')");

    assertThatThrownBy(() -> flyway().load().migrate())
        .rootCause()
        .hasMessage("ledger entry 1 has lost one of its two rows; restore a backup");
    assertThat(count("record")).isZero();
    execute("shutdown");
  }

  @Test
  void isNotLookedAtByAnotherMigration() throws Exception {
    execute("delete from record where sequence = 70");
    execute("delete from flyway_schema_history where version in ('3', '4')");
    execute("drop table access_token");
    execute("drop table ledger_head");

    flyway().target("4").load().migrate();

    assertThat(count("record")).isEqualTo(OlderStore.ENTRIES - 1);
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
