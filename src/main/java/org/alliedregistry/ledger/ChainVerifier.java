package org.alliedregistry.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.EntryLog;
import org.alliedregistry.ledger.Verification.Fault;
import org.alliedregistry.ledger.Verification.Kind;
import org.alliedregistry.ledger.row.LedgerStore;
import org.alliedregistry.ledger.row.StoredEntry;

/**
 * Compares the rows of the store with the entries in memory. The entries in memory are known to be
 * correct: this process verified them when it read them, or wrote them itself. So a difference
 * shows whether a row was changed, moved, inserted or deleted. Rows are read in order of sequence,
 * a page at a time, and only suspect ones are kept.
 */
final class ChainVerifier {

  /** The maximum number of suspect rows that are kept. */
  private static final int MAX_SUSPECTS = 10_000;

  /** The number of rows in a page. */
  private static final int PAGE = 10_000;

  private final List<StoredEntry> suspects = new ArrayList<>();
  private final List<Long> absent = new ArrayList<>();
  private long next = 1;

  /** Compares all rows with all entries, while writes continue. */
  static Verification of(LedgerStore rows, Ledger ledger) throws SQLException {
    ChainVerifier inspection = new ChainVerifier();
    long last = Long.MIN_VALUE;
    EntryLog log = ledger.registry().log();
    List<StoredEntry> page = rows.after(last, PAGE);
    while (!page.isEmpty()) {
      EntryLog before = log;
      page.forEach(row -> inspection.inspect(row, before));
      last = page.get(page.size() - 1).sequence();
      log = ledger.registry().log();
      page = rows.after(last, PAGE);
    }
    return inspection.result(log.size(), ledger.flush().log());
  }

  /** Checks the next row. A row that is newer than the log is judged at the end. */
  void inspect(StoredEntry row, EntryLog log) {
    for (; next < row.sequence() && next <= log.size(); next++) {
      note(absent, next);
    }
    next = Math.max(next, row.sequence() + 1);
    if (!isAsRecorded(row, log)) {
      note(suspects, row);
    }
  }

  private static boolean isAsRecorded(StoredEntry row, EntryLog log) {
    return row.sequence() >= 1
        && row.sequence() <= log.size()
        && hashAt(row.sequence(), log).equals(row.hash())
        && row.isHashCorrect();
  }

  private static <T> void note(List<T> noted, T value) {
    if (noted.size() < MAX_SUSPECTS) {
      noted.add(value);
    }
  }

  /**
   * The result, after all rows are read.
   *
   * @param written the number of entries that were written before the last page was read
   * @param log all entries, including those written since
   */
  Verification result(int written, EntryLog log) {
    for (; next <= written; next++) {
      note(absent, next);
    }
    suspects.removeIf(row -> isAsRecorded(row, log));
    Map<String, Long> recorded = recorded(log);
    Set<String> found = new HashSet<>();
    suspects.forEach(row -> found.add(row.hash()));
    List<Fault> faults = new ArrayList<>();
    for (StoredEntry row : suspects) {
      faults.add(judge(row, recorded.get(row.hash()), found, log));
    }
    for (long sequence : absent) {
      if (!found.contains(hashAt(sequence, log))) {
        faults.add(new Fault(sequence, Kind.MISSING, "The entry is missing."));
      }
    }
    return Verification.of(Objects.requireNonNull(log.last()), faults);
  }

  /** Hash of a suspect row → the sequence under which it was recorded. */
  private Map<String, Long> recorded(EntryLog log) {
    Set<String> asked = new HashSet<>();
    suspects.forEach(row -> asked.add(row.hash()));
    Map<String, Long> recorded = new HashMap<>();
    if (!asked.isEmpty()) {
      for (Entry entry : log) {
        if (asked.contains(entry.stamp().hash())) {
          recorded.put(entry.stamp().hash(), entry.stamp().sequence());
        }
      }
    }
    return recorded;
  }

  private static Fault judge(
      StoredEntry row,
      @org.jspecify.annotations.Nullable Long recorded,
      Set<String> found,
      EntryLog log) {
    long sequence = row.sequence();
    if (recorded != null && recorded != sequence) {
      return new Fault(sequence, Kind.REORDERED, "The row was recorded as entry " + recorded + ".");
    }
    if (recorded != null) {
      return row.content() == null
          ? new Fault(sequence, Kind.MISSING, "The content of the entry is missing.")
          : new Fault(sequence, Kind.CHANGED, "The row differs from what was recorded.");
    }
    boolean moved = sequence < 1 || sequence > log.size() || found.contains(hashAt(sequence, log));
    return moved
        ? new Fault(sequence, Kind.INSERTED, "The row was never recorded.")
        : new Fault(sequence, Kind.CHANGED, "The row differs from what was recorded.");
  }

  private static String hashAt(long sequence, EntryLog log) {
    return log.get(Math.toIntExact(sequence) - 1).stamp().hash();
  }
}
