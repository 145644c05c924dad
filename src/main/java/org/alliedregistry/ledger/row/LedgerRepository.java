package org.alliedregistry.ledger.row;

import io.quarkus.logging.Log;
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
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.EntryStamp;
import org.alliedregistry.ledger.store.DurableTransaction;
import org.alliedregistry.ledger.store.HeadWitness;
import org.alliedregistry.ledger.store.LedgerCorrupted;
import org.alliedregistry.ledger.store.LedgerHead;
import org.jspecify.annotations.Nullable;

/** Entries as rows: appended in one transaction, read back in order, never changed. */
@ApplicationScoped
public class LedgerRepository {

  private static final String INSERT_ENTRY =
      "insert into ledger_entry (sequence, recorded_at, actor, kind, subject, content_digest,"
          + " previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String INSERT_RECORD =
      "insert into record (sequence, content) values (?, ?)";
  private static final String SELECT_AFTER =
      "select " + LedgerRow.COLUMNS + " where e.sequence > ? order by e.sequence limit ?";
  private static final String SELECT_HASH = "select hash from ledger_entry where sequence = ?";
  private static final String SELECT_ORPHANS =
      "select r.sequence from record r where not exists"
          + " (select 1 from ledger_entry e where e.sequence = r.sequence) order by r.sequence";

  /** So many rows are in memory at once, however long the ledger is. */
  private static final int PAGE = 5_000;

  private final DataSource database;
  private final IdempotentResponseRepository responses;
  private final DurableTransaction durably;
  private final HeadWitness witness;
  private final CommitNotifier notice;
  private final AppendMetrics appends;

  LedgerRepository(
      DataSource database,
      IdempotentResponseRepository responses,
      DurableTransaction durably,
      HeadWitness witness,
      CommitNotifier notice,
      AppendMetrics appends) {
    this.database = database;
    this.responses = responses;
    this.durably = durably;
    this.witness = witness;
    this.notice = notice;
    this.appends = appends;
  }

  /**
   * Writes all of them or none, and onto the disk before it returns.
   *
   * @param kept the replies to them that are to be kept
   * @throws LedgerCorrupted where the entry that they come after is not there, and nothing is
   *     written
   * @throws SQLException where it is not known to be written; read the rows to find out
   */
  public void append(List<PendingEntry> added, List<IdempotentResponse> kept) throws SQLException {
    appends.measure(added.size(), () -> appendDurably(added, kept));
    if (!added.isEmpty()) {
      witness.after(head(added));
    }
  }

  private static LedgerHead head(List<PendingEntry> added) {
    return LedgerHead.of(added.get(added.size() - 1).entry().stamp());
  }

  private void appendDurably(List<PendingEntry> added, List<IdempotentResponse> kept)
      throws SQLException {
    durably.change(
        connection -> {
          if (!added.isEmpty()) {
            ChainLink first = added.get(0).link();
            requireThere(connection, first.sequence() - 1, first.previousHash());
          }
          try (PreparedStatement entries = connection.prepareStatement(INSERT_ENTRY);
              PreparedStatement records = connection.prepareStatement(INSERT_RECORD)) {
            for (PendingEntry written : added) {
              bind(entries, written.link(), written.entry().stamp().hash());
              records.setLong(1, written.link().sequence());
              records.setString(2, written.content());
              records.addBatch();
            }
            entries.executeBatch();
            records.executeBatch();
          }
          if (!added.isEmpty()) {
            witness.within(connection, head(added));
          }
          for (IdempotentResponse reply : kept) {
            responses.add(connection, reply);
          }
          notice.notifyCommit(connection, added);
        });
  }

  /** The database may have been put back to an earlier state behind our back. */
  private static void requireThere(Connection connection, long sequence, String hash)
      throws SQLException {
    if (sequence > 0) {
      try (PreparedStatement select = connection.prepareStatement(SELECT_HASH)) {
        select.setLong(1, sequence);
        try (ResultSet row = select.executeQuery()) {
          if (!row.next() || !row.getString(1).equals(hash)) {
            throw new LedgerCorrupted(sequence);
          }
        }
      }
    }
  }

  private static void bind(PreparedStatement entries, ChainLink link, String hash)
      throws SQLException {
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

  /**
   * Reads what was recorded after an entry, which must be there; the whole ledger after none.
   *
   * @throws LedgerCorrupted naming the first row that is missing, changed or out of place, or the
   *     last entry and the one that should be
   */
  public List<Entry> readAfter(@Nullable EntryStamp last) throws SQLException {
    List<Entry> read = new ArrayList<>();
    long expected = last == null ? 1 : last.sequence() + 1;
    String previous = last == null ? ChainLink.ROOT : last.hash();
    try (Connection connection = database.getConnection()) {
      requireThere(connection, expected - 1, previous);
      Optional<LedgerHead> noted = witness.head(connection);
      List<LedgerRow> page =
          after(connection, last == null ? Long.MIN_VALUE : last.sequence(), PAGE);
      while (!page.isEmpty()) {
        for (LedgerRow stored : page) {
          if (stored.sequence() != expected
              || !stored.isHashCorrect()
              || !stored.previousHash().equals(previous)) {
            throw new LedgerCorrupted(expected);
          }
          read.add(stored.entry());
          previous = stored.hash();
          expected++;
        }
        page = page.size() < PAGE ? List.of() : after(connection, expected - 1, PAGE);
      }
      if (noted.isPresent()) {
        LedgerHead end = expected == 1 ? null : new LedgerHead(expected - 1, previous);
        witness.requireWhole(noted.get(), end, read);
      }
    }
    return read;
  }

  /**
   * Reads the whole ledger, and notes its last entry.
   *
   * @throws LedgerCorrupted where it is not whole
   */
  public List<Entry> readAll() throws SQLException {
    if (witness.acceptsLoss()) {
      Log.warn("registry.ledger.accept-lost-entries is set: the ledger is taken as it is");
      durably.change(witness::forget);
    }
    List<Entry> all = readAfter(null);
    if (!all.isEmpty()) {
      witness.after(LedgerHead.of(all.get(all.size() - 1).stamp()));
    }
    return all;
  }

  /** The next rows after a sequence, whatever they are; none where there are no more. */
  public List<LedgerRow> after(long sequence, int limit) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return after(connection, sequence, limit);
    }
  }

  private static List<LedgerRow> after(Connection connection, long sequence, int limit)
      throws SQLException {
    List<LedgerRow> rows = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(SELECT_AFTER)) {
      select.setLong(1, sequence);
      select.setInt(2, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          rows.add(LedgerRow.of(row));
        }
      }
    }
    return rows;
  }

  /** The sequences of contents that no entry goes with. */
  public List<Long> orphans() throws SQLException {
    List<Long> orphans = new ArrayList<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SELECT_ORPHANS)) {
      while (row.next()) {
        orphans.add(row.getLong(1));
      }
    }
    return orphans;
  }
}
