package org.alliedregistry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.alliedregistry.support.Nodes;
import org.alliedregistry.support.Store;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a node tells what another recorded, and by what it knows. */
@Tag("thorough")
class NotifiedIT {

  private static final int WRITES = 20;

  /** So seldom that whatever is told within the patience of a test was notified. */
  private static final String SELDOM = "1h";

  private static final String LISTENERS =
      " from pg_stat_activity where application_name = 'ledger-listener'"
          + " and datname = current_database()";

  @TempDir Path directory = Path.of("");

  private Nodes started(String setting, String value) throws Exception {
    Map<String, String> settings = new HashMap<>(Store.of(directory.toString()));
    settings.put(setting, value);
    return new Nodes(2, directory, settings);
  }

  private int count(String select) throws SQLException {
    Map<String, String> store = Store.of(directory.toString());
    try (Connection connection =
            DriverManager.getConnection(
                store.get("QUARKUS_DATASOURCE_JDBC_URL"),
                store.get("QUARKUS_DATASOURCE_USERNAME"),
                store.get("QUARKUS_DATASOURCE_PASSWORD"));
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(select)) {
      row.next();
      return row.getInt(1);
    }
  }

  private static void expectAllTold(Nodes nodes, String reference) throws Exception {
    for (int w = 0; w < WRITES; w++) {
      nodes.spread(w, reference + w);
    }
  }

  @Test
  void itHearsOfItAndListensAnewAfterItsConnectionIsLost() throws Exception {
    try (Nodes nodes = started("REGISTRY_LEDGER_POLL_INTERVAL", SELDOM)) {
      Nodes.eventually(() -> count("select count(*)" + LISTENERS) == 2);
      expectAllTold(nodes, "heard-");

      assertThat(count("select count(pg_terminate_backend(pid))" + LISTENERS)).isEqualTo(2);
      String missed = Nodes.pledge(nodes.open(0, "missed"));
      Nodes.eventually(() -> nodes.get(1).get(missed).statusCode() == 200);
      Nodes.eventually(() -> count("select count(*)" + LISTENERS) == 2);
      expectAllTold(nodes, "heard-again-");
    }
  }

  @Test
  void whatAnybodyElseNotifiesDoesNoHarm() throws Exception {
    try (Nodes nodes = started("REGISTRY_LEDGER_POLL_INTERVAL", SELDOM)) {
      Nodes.eventually(() -> count("select count(*)" + LISTENERS) == 2);
      for (String payload : new String[] {"", "nonsense", "-1", "9223372036854775808"}) {
        count("select 1 from pg_notify('ledger', '" + payload + "')");
      }
      Nodes.eventually(() -> count("select count(*)" + LISTENERS) == 2);
      String path = Nodes.pledge(nodes.open(0, "all-the-same"));
      Nodes.eventually(() -> nodes.get(1).get(path).statusCode() == 200);
    }
  }

  @Test
  void withoutItLooksOftenEnough() throws Exception {
    try (Nodes nodes = started("REGISTRY_LEDGER_NOTIFICATIONS", "false")) {
      expectAllTold(nodes, "looked-for-");
      assertThat(count("select count(*)" + LISTENERS)).isZero();
    }
  }
}
