package org.alliedregistry.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.Connection;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.tool.schema.spi.SchemaManagementException;
import org.junit.jupiter.api.Test;

/** Why the service does not start, in one line. */
class StartupFailureTest {

  @Test
  void namesWhatOfTheTablesIsNotAsItShouldBe() {
    Throwable failure =
        new RuntimeException(
            "Failed to start quarkus",
            new IllegalStateException(
                new SchemaManagementException(
                    "Schema validation: missing column [content] in table [ledger_entry]")));

    assertThat(StartupFailure.reason(failure, null))
        .contains(
            "the tables of the store are not those of this release (Schema validation: missing"
                + " column [content] in table [ledger_entry]); undo what was changed in them by"
                + " hand, or restore a backup");
  }

  @Test
  void saysThatALaterReleaseHasTheStore() throws Exception {
    assertThat(
            afterMigrations(
                "insert into flyway_schema_history select 99, '99', 'later', 'SQL',"
                    + " 'V99__later.sql', 1, 'sa', current_timestamp, 1, true"))
        .contains(
            "the tables of the store are those of another release; start the release that used it"
                + " last, or restore a backup");
  }

  @Test
  void saysThatAMigrationFailed() throws Exception {
    assertThat(
            afterMigrations("update flyway_schema_history set success = false where version = '5'"))
        .contains(
            "the migration of the store to this release is not complete; restore the"
                + " backup that was made before, and start again");
  }

  private static Optional<String> afterMigrations(String change) throws Exception {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE");
    Flyway flyway =
        Flyway.configure().dataSource(database).ignoreMigrationPatterns(new String[0]).load();
    try (Connection open = database.getConnection();
        Statement statement = open.createStatement()) {
      flyway.migrate();
      statement.execute(change);
      return StartupFailure.reason(
          new IllegalStateException(catchThrowable(flyway::migrate)), null);
    }
  }

  @Test
  void saysNothingWhereItIsNotKnownWhatToDo() {
    assertThat(StartupFailure.reason(new IllegalStateException("?"), null)).isEmpty();
  }
}
