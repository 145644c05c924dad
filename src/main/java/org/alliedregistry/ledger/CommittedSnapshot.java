package org.alliedregistry.ledger;

import java.sql.SQLException;
import java.util.List;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.ledger.row.LedgerStore;

/**
 * The snapshot of all entries that are on the disk. Any thread may read it, and only the writer
 * thread changes it.
 */
final class CommittedSnapshot {

  private final LedgerStore rows;
  private final CommitListeners listeners = new CommitListeners();
  private final UncertainCommit uncertainty = new UncertainCommit(System::nanoTime);
  private volatile RegistrySnapshot current = RegistrySnapshot.EMPTY;

  CommittedSnapshot(LedgerStore rows) {
    this.rows = rows;
  }

  void onRecorded(Runnable listener) {
    listeners.add(listener);
  }

  RegistrySnapshot current() {
    return current;
  }

  /** Reads the whole ledger. */
  RegistrySnapshot load() throws SQLException {
    install(RegistrySnapshot.EMPTY.apply(rows.readAll()));
    return current;
  }

  /** Installs the snapshot after a commit. Call {@link #notifyListeners} afterwards. */
  void advance(RegistrySnapshot after) {
    current = after;
  }

  void notifyListeners() {
    listeners.run();
  }

  /** Notes that a commit failed, so that only the rows show what is written. */
  void beginUncertainty() {
    uncertainty.begin();
  }

  /** Reads the rows if a commit failed. */
  void resolveUncertainty() throws SQLException {
    if (uncertainty.exists()) {
      uncertainty.resolve(this::readNewEntries);
    }
  }

  /**
   * Reads the entries that the snapshot lacks: those of other nodes, and its own after an uncertain
   * commit.
   *
   * @return whether there was any
   */
  boolean readNewEntries() throws SQLException {
    List<Entry> newEntries = rows.readAfter(current.last());
    if (!newEntries.isEmpty() || uncertainty.exists()) {
      install(current.apply(newEntries));
    }
    if (!newEntries.isEmpty()) {
      listeners.run();
    }
    return !newEntries.isEmpty();
  }

  private void install(RegistrySnapshot registry) {
    current = registry;
    uncertainty.end();
  }
}
