package org.alliedregistry.ledger.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.alliedregistry.domain.record.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the last head apart from the ledger. A ledger that lacks its last entries is a sound chain;
 * only this tells that they were there. It may name an earlier entry than the last, never a later
 * one: a file is written after the commit, a row in the same transaction.
 */
@ApplicationScoped
public class HeadWitness {

  private static final String SELECT = "select sequence, hash from ledger_head";
  private static final String UPDATE = "update ledger_head set sequence = ?, hash = ?";
  private static final String INSERT =
      "insert into ledger_head (sequence, hash, id) values (?, ?, 1)";

  private static final String DELETE = "delete from ledger_head";

  private final Optional<HeadFile> file;
  private final boolean acceptsLoss;

  public HeadWitness(LedgerConfig config) {
    this.file = config.headFile().map(HeadFile::new);
    this.acceptsLoss = config.acceptLostEntries();
  }

  /** The head that was noted last; to be read before the entries are. */
  public Optional<LedgerHead> head(Connection connection) throws SQLException {
    if (file.isPresent()) {
      return file.get().read();
    }
    try (PreparedStatement select = connection.prepareStatement(SELECT);
        ResultSet row = select.executeQuery()) {
      return row.next()
          ? Optional.of(new LedgerHead(row.getLong(1), row.getString(2)))
          : Optional.empty();
    }
  }

  /** Notes the head in the transaction that records it. */
  public void within(Connection connection, LedgerHead head) throws SQLException {
    if (file.isEmpty() && !write(connection, UPDATE, head)) {
      write(connection, INSERT, head);
    }
  }

  private static boolean write(Connection connection, String sql, LedgerHead head)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, head.sequence());
      statement.setString(2, head.hash());
      return statement.executeUpdate() > 0;
    }
  }

  /** Notes the head once it is on the disk. */
  public void after(LedgerHead head) {
    file.ifPresent(noted -> noted.write(head));
  }

  /** Whether a start goes on without entries that are lost. */
  public boolean acceptsLoss() {
    return acceptsLoss;
  }

  /** Nothing is held against the ledger until the next head is noted. */
  public void forget(Connection connection) throws SQLException {
    file.ifPresent(HeadFile::forget);
    try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
      delete.executeUpdate();
    }
  }

  /**
   * Refuses a ledger that lacks what was noted.
   *
   * @param last the head it has; null where it is empty
   * @param read the entries that were read, up to that one
   * @throws LedgerCorrupted naming both heads
   */
  public void requireWhole(LedgerHead noted, @Nullable LedgerHead last, List<Entry> read)
      throws LedgerCorrupted {
    if (last == null || noted.sequence() > last.sequence()) {
      throw lost(last == null ? "the ledger is empty" : "the ledger ends with " + last, noted);
    }
    long index = read.size() - 1 - (last.sequence() - noted.sequence());
    if (index >= 0 && !LedgerHead.of(read.get(Math.toIntExact(index)).stamp()).equals(noted)) {
      throw lost(
          "the ledger has " + LedgerHead.of(read.get(Math.toIntExact(index)).stamp()), noted);
    }
  }

  private static LedgerCorrupted lost(String what, LedgerHead noted) {
    return new LedgerCorrupted(
        what
            + ", but "
            + noted
            + " was recorded; restore a newer backup, or set"
            + " REGISTRY_LEDGER_ACCEPT_LOST_ENTRIES=true to go on without what is lost");
  }
}
