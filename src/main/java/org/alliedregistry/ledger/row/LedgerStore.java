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

/**
 * Stores entries: appends them in one transaction, and reads them in order with a check of the
 * chain. It joins the rows ({@link LedgerEntryRepository}), the stored responses and the record of
 * the last entry.
 */
@ApplicationScoped
public class LedgerStore {

  /** The number of rows that are read at a time. */
  static final int PAGE = 1_000;

  private final LedgerEntryRepository entries;
  private final IdempotentResponseRepository responses;
  private final StoreTransactions transactions;
  private final StoreDialect dialect;
  private final HeadWitness witness;
  private final AppendMetrics appends;

  LedgerStore(
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
   * Writes all entries or none. They are on the disk when it returns.
   *
   * @param newResponses the responses to store with them
   * @throws LedgerCorrupted if the entry before them is missing; then nothing is written
   * @throws SQLException if the store fails. After a violation of a key nothing is written;
   *     otherwise only the rows show it
   */
  public void append(List<ChainedEntry> newEntries, List<IdempotentResponse> newResponses)
      throws SQLException {
    LedgerHead head = LedgerHead.of(newEntries.get(newEntries.size() - 1).entry().stamp());
    appends.measure(
        newEntries.size(),
        () -> transactions.change(() -> appendWithin(newEntries, newResponses, head)));
    witness.recordAfterCommit(head);
  }

  private void appendWithin(
      List<ChainedEntry> newEntries, List<IdempotentResponse> newResponses, LedgerHead head)
      throws SQLException {
    ChainLink first = newEntries.get(0).link();
    requireThere(first.sequence() - 1, first.previousHash());
    entries.insert(newEntries);
    witness.recordInTransaction(head);
    newResponses.forEach(responses::add);
    dialect.notifyOthers(head.sequence());
  }

  /**
   * Checks that the entry before is in its place; the database may have been restored meanwhile.
   */
  private void requireThere(long sequence, String hash) throws LedgerCorrupted {
    if (sequence > 0 && !entries.hash(sequence).equals(Optional.of(hash))) {
      throw new LedgerCorrupted(sequence);
    }
  }

  /**
   * The stored response to this request.
   *
   * @throws ProblemException if the key was used for another request
   */
  public Optional<StoredResponse> findResponse(IdempotencyKey key) throws SQLException {
    return transactions.read(() -> responses.find(key));
  }

  /**
   * Reads the entries after an entry, which must be in its place; without one, the whole ledger.
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
   * Reads the rows in pages, each by a query of its own, so that the memory holds only one page and
   * the embedded store can be compacted meanwhile.
   *
   * @return the last entry; null if there is none
   */
  private @Nullable LedgerHead readInto(List<Entry> read, @Nullable LedgerHead after)
      throws LedgerCorrupted {
    LedgerHead end = after;
    List<StoredEntry> page;
    do {
      page = entries.listAfter(end == null ? Long.MIN_VALUE : end.sequence(), PAGE);
      for (StoredEntry row : page) {
        requireFollows(row, end);
        read.add(row.entry());
        end = new LedgerHead(row.sequence(), row.hash());
      }
    } while (page.size() == PAGE);
    return end;
  }

  private static void requireFollows(StoredEntry row, @Nullable LedgerHead before)
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
   * Reads the whole ledger, and records its last entry.
   *
   * @throws LedgerCorrupted if an entry is missing or changed
   */
  public List<Entry> readAll() throws SQLException {
    if (witness.acceptsLoss()) {
      Log.warn("registry.ledger.accept-lost-entries is set: the ledger is used as it is");
      transactions.change(witness::forget);
    }
    List<Entry> all = readAfter(null);
    if (!all.isEmpty()) {
      witness.recordAfterCommit(LedgerHead.of(all.get(all.size() - 1).stamp()));
    }
    return all;
  }

  /** The next rows after a sequence, unchecked; empty if there are no more. */
  public List<StoredEntry> after(long sequence, int limit) throws SQLException {
    return transactions.read(() -> entries.listAfter(sequence, limit));
  }
}
