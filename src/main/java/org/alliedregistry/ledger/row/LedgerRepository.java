package org.alliedregistry.ledger.row;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.EntryStamp;
import org.alliedregistry.ledger.store.HeadWitness;
import org.alliedregistry.ledger.store.LedgerCorrupted;
import org.alliedregistry.ledger.store.LedgerHead;
import org.alliedregistry.ledger.store.StoreDialect;
import org.alliedregistry.ledger.store.StoreTransactions;
import org.alliedregistry.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Entries as rows: appended in one transaction, read back in order, never changed. */
@ApplicationScoped
public class LedgerRepository {

  /** So many rows are read at a time. */
  static final int PAGE = 1_000;

  private final LedgerEntryRepository entries;
  private final IdempotentResponseRepository responses;
  private final StoreTransactions transactions;
  private final StoreDialect dialect;
  private final HeadWitness witness;
  private final AppendMetrics appends;

  LedgerRepository(
      LedgerEntryRepository entries,
      IdempotentResponseRepository responses,
      StoreTransactions transactions,
      StoreDialect dialect,
      HeadWitness witness,
      AppendMetrics appends) {
    this.entries = entries;
    this.responses = responses;
    this.transactions = transactions;
    this.dialect = dialect;
    this.witness = witness;
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
    LedgerHead head = LedgerHead.of(added.get(added.size() - 1).entry().stamp());
    appends.measure(added.size(), () -> transactions.change(() -> appendWithin(added, kept, head)));
    witness.after(head);
  }

  private void appendWithin(
      List<PendingEntry> added, List<IdempotentResponse> kept, LedgerHead head)
      throws SQLException {
    ChainLink first = added.get(0).link();
    requireThere(first.sequence() - 1, first.previousHash());
    entries.insert(added);
    witness.within(head);
    kept.forEach(responses::add);
    dialect.tellOthers(head.sequence());
  }

  /** The database may have been put back to an earlier state behind our back. */
  private void requireThere(long sequence, String hash) throws LedgerCorrupted {
    if (sequence > 0 && !entries.hash(sequence).equals(Optional.of(hash))) {
      throw new LedgerCorrupted(sequence);
    }
  }

  /**
   * What was replied to this request before.
   *
   * @throws ProblemException where the key was used for another request
   */
  public Optional<StoredResponse> findResponse(IdempotencyKey key) throws SQLException {
    return transactions.read(() -> responses.find(key));
  }

  /**
   * Reads what was recorded after an entry, which must be there; the whole ledger after none.
   *
   * @throws LedgerCorrupted naming the first row that is missing, changed or out of place, or the
   *     last entry and the one that should be
   */
  public List<Entry> readAfter(@Nullable EntryStamp last) throws SQLException {
    return transactions.read(() -> readWithin(last));
  }

  private List<Entry> readWithin(@Nullable EntryStamp last) throws SQLException {
    LedgerHead after = last == null ? null : LedgerHead.of(last);
    if (after != null) {
      requireThere(after.sequence(), after.hash());
    }
    Optional<LedgerHead> noted = witness.head();
    List<Entry> read = new ArrayList<>();
    LedgerHead end = readInto(read, after);
    if (noted.isPresent()) {
      witness.requireWhole(noted.get(), end, read);
    }
    return read;
  }

  /**
   * Some rows at a time, each page by a query of its own: the memory holds no more of them, and the
   * embedded store is not held back while all are read.
   *
   * @return the last entry there is; null where there is none
   */
  private @Nullable LedgerHead readInto(List<Entry> read, @Nullable LedgerHead after)
      throws LedgerCorrupted {
    LedgerHead end = after;
    List<LedgerRow> page;
    do {
      page = entries.listAfter(end == null ? Long.MIN_VALUE : end.sequence(), PAGE);
      for (LedgerRow row : page) {
        requireFollows(row, end);
        read.add(row.entry());
        end = new LedgerHead(row.sequence(), row.hash());
      }
    } while (page.size() == PAGE);
    return end;
  }

  private static void requireFollows(LedgerRow row, @Nullable LedgerHead before)
      throws LedgerCorrupted {
    long expected = before == null ? 1 : before.sequence() + 1;
    String previous = before == null ? ChainLink.ROOT : before.hash();
    if (row.sequence() != expected
        || !row.isHashCorrect()
        || !row.previousHash().equals(previous)) {
      throw new LedgerCorrupted(expected);
    }
  }

  /**
   * Reads the whole ledger, and notes its last entry.
   *
   * @throws LedgerCorrupted where it is not whole
   */
  public List<Entry> readAll() throws SQLException {
    if (witness.acceptsLoss()) {
      Log.warn("registry.ledger.accept-lost-entries is set: the ledger is taken as it is");
      transactions.change(witness::forget);
    }
    List<Entry> all = readAfter(null);
    if (!all.isEmpty()) {
      witness.after(LedgerHead.of(all.get(all.size() - 1).stamp()));
    }
    return all;
  }

  /** The next rows after a sequence, whatever they are; none where there are no more. */
  public List<LedgerRow> after(long sequence, int limit) throws SQLException {
    return transactions.read(() -> entries.listAfter(sequence, limit));
  }
}
