package org.alliedregistry.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.alliedregistry.registry.Content;
import org.alliedregistry.registry.Entry;
import org.alliedregistry.registry.Stamp;

/** Entries as rows: appended in one transaction, read back in order, never changed. */
@ApplicationScoped
class Rows {

  private static final String INSERT_ENTRY =
      "insert into ledger_entry (sequence, recorded_at, actor, kind, subject, content_digest,"
          + " previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String INSERT_RECORD =
      "insert into record (sequence, content) values (?, ?)";
  private static final String SELECT =
      "select e.sequence, e.recorded_at, e.actor, e.kind, e.subject, e.content_digest,"
          + " e.previous_hash, e.hash, r.content from ledger_entry e"
          + " left join record r on r.sequence = e.sequence order by e.sequence";

  private final DataSource database;
  private final Optional<String> flush;

  Rows(DataSource database, LedgerConfig config) {
    this.database = database;
    this.flush = config.flushStatement();
  }

  /**
   * Writes all of them or none, and onto the disk before it returns.
   *
   * @throws SQLException where it is not known to be written; read the rows to find out
   */
  void append(List<Written> added) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement entries = connection.prepareStatement(INSERT_ENTRY);
          PreparedStatement records = connection.prepareStatement(INSERT_RECORD)) {
        for (Written written : added) {
          bind(entries, written.link(), written.entry().stamp().hash());
          records.setLong(1, written.link().sequence());
          records.setString(2, written.content());
          records.addBatch();
        }
        entries.executeBatch();
        records.executeBatch();
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
      flush(connection);
    }
  }

  private static void bind(PreparedStatement entries, Link link, String hash) throws SQLException {
    entries.setLong(1, link.sequence());
    entries.setObject(2, OffsetDateTime.ofInstant(link.recordedAt(), ZoneOffset.UTC));
    entries.setString(3, link.actor());
    entries.setString(4, link.kind());
    entries.setString(5, link.subject());
    entries.setString(6, link.contentDigest());
    entries.setString(7, link.previousHash());
    entries.setString(8, hash);
    entries.addBatch();
  }

  /** Forces what is committed onto the disk, where the database would rather wait. */
  private void flush(Connection connection) throws SQLException {
    if (flush.isPresent()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(flush.get());
        connection.commit();
      }
    }
  }

  /**
   * Reads the whole ledger.
   *
   * @throws IllegalStateException naming the first row that is missing, changed or out of place
   */
  List<Entry> read() throws SQLException {
    List<Entry> read = new ArrayList<>();
    String previous = Link.ROOT;
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SELECT)) {
      while (row.next()) {
        Entry entry = entry(row, read.size() + 1L, previous);
        read.add(entry);
        previous = entry.stamp().hash();
      }
    }
    return read;
  }

  private static Entry entry(ResultSet row, long sequence, String previous) throws SQLException {
    String content = row.getString(9);
    OffsetDateTime at = row.getObject(2, OffsetDateTime.class);
    if (content == null || at == null || row.getLong(1) != sequence) {
      throw broken(sequence);
    }
    Link link =
        new Link(
            sequence,
            at.toInstant(),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getString(6),
            row.getString(7));
    boolean chained =
        link.previousHash().equals(previous)
            && link.hash().equals(row.getString(8))
            && Link.sha256(content).equals(link.contentDigest());
    if (!chained) {
      throw broken(sequence);
    }
    Content read = ContentJson.read(link.kind(), content);
    return new Entry(new Stamp(sequence, link.recordedAt(), link.actor(), link.hash()), read);
  }

  private static IllegalStateException broken(long sequence) {
    return new IllegalStateException(
        "ledger entry " + sequence + " is missing, changed or out of place; restore a backup");
  }
}
