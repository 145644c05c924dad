package org.alliedregistry.ledger.row;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.h2.jdbcx.JdbcDataSource;

/**
 * A store that the packaged service of November 2026 wrote, with two rows for each entry: the
 * public record, a pledge that is not public, two tokens and a kept answer.
 */
final class OlderStore {

  static final int ENTRIES = 451;

  private static final String TWO_ROWS =
      "select e.sequence, e.recorded_at, e.actor, e.kind, e.subject, e.content_digest,"
          + " e.previous_hash, e.hash, r.content from ledger_entry e join record r"
          + " on r.sequence = e.sequence order by e.sequence";

  private OlderStore() {}

  /** Into a directory, with the file that names its last entry. */
  static JdbcDataSource unpack(Path directory) throws IOException {
    try (InputStream in =
            Objects.requireNonNull(
                OlderStore.class.getResourceAsStream("/old-store/two-rows-an-entry.zip"));
        ZipInputStream files = new ZipInputStream(in)) {
      for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
        Files.copy(files, directory.resolve(file.getName()));
      }
    }
    JdbcDataSource database = new JdbcDataSource();
    database.setURL(
        "jdbc:h2:file:"
            + directory.resolve("registry")
            + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
    return database;
  }

  /** What a store with two rows for each entry tells. */
  static RegistrySnapshot recorded(Connection store) throws SQLException {
    return RegistrySnapshot.EMPTY.apply(Filling.entries(store, TWO_ROWS));
  }
}
