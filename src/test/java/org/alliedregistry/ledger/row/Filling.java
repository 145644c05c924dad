package org.alliedregistry.ledger.row;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.bench.Synthetic;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.RegistrySnapshot;

/** Records made up statements in the embedded store of a data directory that no service uses. */
public final class Filling {

  /** Recorded in one transaction. */
  private static final int AT_ONCE = 5_000;

  private static final String COLUMNS =
      "sequence, recorded_at, actor, kind, subject, content_digest, previous_hash, hash, content";

  private Filling() {}

  /**
   * @param args the data directory, and how many statements
   */
  public static void main(String[] args) {
    fill(Path.of(args[0]), Integer.parseInt(args[1]));
  }

  /** Into a store that a service has made. */
  public static void fill(Path dataDir, int statements) {
    try (Connection store =
        DriverManager.getConnection(
            "jdbc:h2:file:"
                + dataDir.toAbsolutePath()
                + "/registry;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH")) {
      store.setAutoCommit(false);
      RegistrySnapshot registry = RegistrySnapshot.EMPTY.apply(entries(store));
      for (int from = 0; from < statements; from += AT_ONCE) {
        int end = Math.min(statements, from + AT_ONCE);
        registry = record(store, registry, from, end);
        if (end % (AT_ONCE * 20) == 0) {
          System.err.println("  " + end + " of " + statements + " statements");
        }
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** All entries of a store. */
  static List<Entry> entries(Connection store) throws SQLException {
    return entries(store, "select " + COLUMNS + " from ledger_entry order by sequence");
  }

  /** The same, by a query for the columns of a row. */
  static List<Entry> entries(Connection store, String query) throws SQLException {
    List<Entry> entries = new ArrayList<>();
    try (Statement select = store.createStatement();
        ResultSet row = select.executeQuery(query)) {
      while (row.next()) {
        entries.add(
            new StoredEntry(
                    row.getLong(1),
                    row.getObject(2, OffsetDateTime.class).toInstant(),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8),
                    row.getString(9))
                .entry());
      }
    }
    return entries;
  }

  private static RegistrySnapshot record(
      Connection store, RegistrySnapshot before, int from, int end) throws SQLException {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    List<ChainedEntry> added =
        ChainedEntry.after(
            before.last(), now, "synthetic", () -> Synthetic.contents(before, from, end));
    try (PreparedStatement insert =
        store.prepareStatement(
            "insert into ledger_entry (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      for (ChainedEntry entry : added) {
        LedgerEntryRow row = new LedgerEntryRow(entry);
        insert.setLong(1, row.sequence);
        insert.setObject(2, OffsetDateTime.ofInstant(row.recordedAt, ZoneOffset.UTC));
        insert.setString(3, row.actor);
        insert.setString(4, row.kind);
        insert.setString(5, row.subject);
        insert.setString(6, row.contentDigest);
        insert.setString(7, row.previousHash);
        insert.setString(8, row.hash);
        insert.setString(9, row.content);
        insert.addBatch();
      }
      insert.executeBatch();
    }
    store.commit();
    return before.apply(added.stream().map(ChainedEntry::entry).toList());
  }
}
