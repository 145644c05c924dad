package org.alliedregistry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.alliedregistry.support.Nodes;
import org.alliedregistry.support.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How soon a node tells what another recorded, and by what it knows. */
class NotifiedIT {

  private static final int WRITES = 20;
  private static final Duration PROMISE = Duration.ofSeconds(1);
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

  /** One in twenty may be late: what else runs on the machine is not ours. */
  private static void expectPromiseKept(Nodes nodes, String reference) throws Exception {
    int late = 0;
    for (int w = 0; w < WRITES; w++) {
      if (nodes.spread(w, reference + w).compareTo(PROMISE) > 0) {
        late++;
      }
    }
    assertThat(late).isLessThanOrEqualTo(WRITES / 20);
  }

  @Test
  void itHearsOfItAndListensAnewAfterItsConnectionIsLost() throws Exception {
    try (Nodes nodes = started("REGISTRY_LEDGER_TAIL", "30s")) {
      Nodes.eventually(() -> count("select count(*)" + LISTENERS) == 2);
      expectPromiseKept(nodes, "heard-");

      assertThat(count("select count(pg_terminate_backend(pid))" + LISTENERS)).isEqualTo(2);
      String missed = Nodes.pledge(nodes.open(0, "missed"));
      Nodes.eventually(() -> nodes.get(1).get(missed).statusCode() == 200);
      Nodes.eventually(() -> count("select count(*)" + LISTENERS) == 2);
      expectPromiseKept(nodes, "heard-again-");
    }
  }

  @Test
  void whatAnybodyElseNotifiesDoesNoHarm() throws Exception {
    try (Nodes nodes = started("REGISTRY_LEDGER_TAIL", "30s")) {
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
    try (Nodes nodes = started("REGISTRY_LEDGER_NOTIFY_STATEMENT", "")) {
      expectPromiseKept(nodes, "looked-for-");
      assertThat(count("select count(*)" + LISTENERS)).isZero();
    }
  }
}
