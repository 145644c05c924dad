package org.alliedregistry.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.alliedregistry.support.PackagedService;
import org.alliedregistry.support.Store;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database whose ledger lacks its last rows. */
@Tag("thorough")
class LostRowsIT {

  @TempDir Path dir = Path.of("");

  @Test
  void isRefusedUnlessThatIsTold() throws Exception {
    PackagedService.start(dir, "REGISTRY_PUBLIC_RECORD", "false").close();
    Map<String, String> store = new HashMap<>(Store.of(dir.toString()));
    execute(
        store,
        "delete from ledger_entry where sequence = (select max(sequence) from ledger_entry)");

    assertThat(PackagedService.refused(dir).orElseThrow().log().lines())
        .last()
        .asString()
        .contains("The registry does not start: the ledger ends with entry")
        .contains("REGISTRY_LEDGER_ACCEPT_LOST_ENTRIES=true");
    PackagedService.start(dir, "REGISTRY_LEDGER_ACCEPT_LOST_ENTRIES", "true").close();
    PackagedService.start(dir).close();
  }

  private static void execute(Map<String, String> store, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                store.get("QUARKUS_DATASOURCE_JDBC_URL"),
                store.get("QUARKUS_DATASOURCE_USERNAME"),
                store.get("QUARKUS_DATASOURCE_PASSWORD"));
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }
}
