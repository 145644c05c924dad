package org.alliedregistry.ledger.row;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.alliedregistry.bench.Synthetic;
import org.alliedregistry.ledger.Ledger;
import org.h2.jdbcx.JdbcDataSource;

/** Records made up statements in the embedded store of a data directory that no service uses. */
public final class Filling {

  /** Recorded in one transaction. */
  private static final int AT_ONCE = 5_000;

  private Filling() {}

  /**
   * @param args the data directory, and how many statements
   */
  public static void main(String[] args) {
    fill(Path.of(args[0]), Integer.parseInt(args[1]));
  }

  /** Into a store that a service has made. */
  public static void fill(Path dataDir, int statements) {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL(
        "jdbc:h2:file:"
            + dataDir.toAbsolutePath()
            + "/registry;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
    Clock clock = Clock.systemUTC();
    Ledger ledger =
        PrivateStore.ledger(database, new IdempotentResponseRepository(database, clock), clock);
    for (int from = 0; from < statements; from += AT_ONCE) {
      int first = from;
      int end = Math.min(statements, from + AT_ONCE);
      ledger.append("synthetic", List.of(registry -> Synthetic.contents(registry, first, end)));
      if (end % (AT_ONCE * 20) == 0) {
        System.err.println("  " + end + " of " + statements + " statements");
      }
    }
  }
}
