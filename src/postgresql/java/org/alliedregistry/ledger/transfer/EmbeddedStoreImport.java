package org.alliedregistry.ledger.transfer;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.alliedregistry.ledger.store.HeadFile;
import org.alliedregistry.ledger.store.LedgerHead;
import org.alliedregistry.problem.StartupRefused;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Imports an embedded store before the registry is opened, in one transaction: all rows or none. It
 * is committed only after the chain of the copied rows is verified.
 */
@ApplicationScoped
class EmbeddedStoreImport {

  /** Runs before the registry is opened, which would fill an empty store. */
  private static final int FIRST = 1;

  private static final String SELECT_HASH = "select hash from ledger_entry where sequence = ?";
  private static final String NOTE_HEAD =
      "insert into ledger_head (id, sequence, hash) select 1, sequence, hash from ledger_entry"
          + " where sequence = (select max(sequence) from ledger_entry)";

  private final DataSource database;
  private final EmbeddedStoreImportConfig config;

  EmbeddedStoreImport(DataSource database, EmbeddedStoreImportConfig config) {
    this.database = database;
    this.config = config;
  }

  void move(@Observes @Priority(FIRST) StartupEvent event) {
    if (config.embeddedStore().isPresent()) {
      moveFrom(config.embeddedStore().get().toAbsolutePath());
    }
  }

  private void moveFrom(Path directory) {
    if (!Files.exists(directory.resolve("registry.mv.db"))) {
      throw new StartupRefused("nothing is moved: there is no store in " + directory);
    }
    try (Connection from = opened(directory);
        Connection to = database.getConnection()) {
      to.setAutoCommit(false);
      try {
        refuseUnlessWhole(from, directory);
        fill(to, from);
        to.commit();
      } catch (Throwable e) {
        to.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw failed("nothing is moved: the store here failed", e);
    }
  }

  /** Opens the embedded store read-only. This fails while a service has it open. */
  private static Connection opened(Path directory) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(
        "jdbc:h2:file:"
            + directory.resolve("registry")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
            + ";ACCESS_MODE_DATA=r;LAZY_QUERY_EXECUTION=TRUE");
    try {
      return source.getConnection();
    } catch (SQLException e) {
      throw failed(
          "nothing is moved: the store in "
              + directory
              + " cannot be opened; stop the service that has it",
          e);
    }
  }

  /** Refuses a store that lost its last entries; its chain alone is valid. */
  private static void refuseUnlessWhole(Connection from, Path directory) throws SQLException {
    Optional<LedgerHead> noted = new HeadFile(directory.resolve("registry.head")).read();
    if (noted.isPresent()) {
      try (PreparedStatement select = from.prepareStatement(SELECT_HASH)) {
        select.setLong(1, noted.get().sequence());
        try (ResultSet row = select.executeQuery()) {
          if (!row.next() || !row.getString(1).equals(noted.get().hash())) {
            throw new StartupRefused(
                "nothing is moved: the store there lacks "
                    + noted.get()
                    + "; restore a newer backup, or start the embedded service on it with"
                    + " REGISTRY_LEDGER_ACCEPT_LOST_ENTRIES=true");
          }
        }
      }
    }
  }

  private static void fill(Connection to, Connection from) throws SQLException {
    lock(to);
    refuseOtherVersion(versions(from), versions(to));
    StoredChain there = StoredChain.of(from, "there");
    for (String table : TableCopy.IN_ORDER) {
      TableCopy.copy(table, from, to);
    }
    noteHead(to);
    StoredChain here = StoredChain.of(to, "here");
    Log.infof("there: %d entries, head %s", there.length(), there.head());
    Log.infof("here:  %d entries, head %s", here.length(), here.head());
    if (!here.equals(there)) {
      throw new StartupRefused("nothing is moved: the chains differ");
    }
  }

  private static void noteHead(Connection to) throws SQLException {
    try (Statement statement = to.createStatement()) {
      statement.executeUpdate(NOTE_HEAD);
    }
  }

  /**
   * Locks the tables: another node that starts meanwhile waits, and then finds the imported rows.
   */
  private static void lock(Connection to) throws SQLException {
    try (Statement statement = to.createStatement()) {
      int patience = to.getNetworkTimeout();
      to.setNetworkTimeout(Runnable::run, 0);
      statement.execute(
          "lock table " + String.join(", ", TableCopy.IN_ORDER) + " in access exclusive mode");
      to.setNetworkTimeout(Runnable::run, patience);
      for (String table : TableCopy.IN_ORDER) {
        try (ResultSet row = statement.executeQuery("select 1 from " + table + " limit 1")) {
          if (row.next()) {
            throw new StartupRefused(
                "nothing is moved: this store is not empty, " + table + " has rows");
          }
        }
      }
    }
  }

  /** The applied migrations, with the checksums of their text. */
  private static List<String> versions(Connection store) throws SQLException {
    List<String> versions = new ArrayList<>();
    try (Statement statement = store.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select version, checksum from flyway_schema_history where success and version is not null"
                    + " order by installed_rank")) {
      while (row.next()) {
        versions.add(row.getString(1) + " (" + row.getInt(2) + ")");
      }
    }
    return versions;
  }

  private static void refuseOtherVersion(List<String> there, List<String> here) {
    if (!there.equals(here)) {
      throw new StartupRefused(
          "nothing is moved: the tables there are of versions "
              + there
              + ", here "
              + here
              + "; start the embedded service of this release on it once, and stop it");
    }
  }

  /** Leaves the message of the database out of the log, because it may quote content. */
  private static StartupRefused failed(String what, SQLException e) {
    return new StartupRefused(
        what + " (SQL state " + e.getSQLState() + ", code " + e.getErrorCode() + ")");
  }
}
