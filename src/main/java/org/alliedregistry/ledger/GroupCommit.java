package org.alliedregistry.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.ledger.row.LedgerRepository;
import org.jspecify.annotations.Nullable;

/**
 * Orders the writes. Each is decided on the snapshot after the one before it. Writes decided during
 * a transaction are stored together in the next one. Two locks, always taken in this order: {@code
 * disk}, while a batch is stored; the monitor, while a write is decided or other entries are read.
 */
@ApplicationScoped
public class GroupCommit {

  private final LedgerRepository rows;
  private final ReentrantLock disk = new ReentrantLock();
  private final CommitListeners listeners = new CommitListeners();
  private volatile RegistrySnapshot current = RegistrySnapshot.EMPTY;
  private RegistrySnapshot decided = RegistrySnapshot.EMPTY;
  private @Nullable WriteBatch open;
  private final UncertainCommit uncertainty = new UncertainCommit(System::nanoTime);

  public GroupCommit(LedgerRepository rows) {
    this.rows = rows;
  }

  /** Adds a listener that runs after each commit. It must return at once. */
  void onRecorded(Runnable listener) {
    listeners.add(listener);
  }

  /** The snapshot of all entries that are on the disk. */
  RegistrySnapshot current() {
    return current;
  }

  /** Reads the whole ledger. */
  RegistrySnapshot load() throws SQLException {
    disk.lock();
    try {
      synchronized (this) {
        install(RegistrySnapshot.EMPTY.apply(rows.readAll()));
        return current;
      }
    } finally {
      disk.unlock();
    }
  }

  /**
   * Decides a write, and returns when it is on the disk. It may share a transaction with the writes
   * of other threads.
   *
   * @throws RetryDecision if it must be decided again
   * @throws SQLException if it is not known whether it is written
   */
  WriteDecision commitGrouped(Function<RegistrySnapshot, WriteDecision> decision)
      throws SQLException {
    WriteBatch batch;
    WriteDecision mine;
    boolean isFirst;
    synchronized (this) {
      resolveUncertainty();
      mine = decision.apply(decided);
      isFirst = open == null;
      batch = open == null ? new WriteBatch(decided) : open;
      batch.add(mine);
      open = batch;
      decided = mine.after();
    }
    if (isFirst) {
      write(batch);
    }
    batch.result();
    return mine;
  }

  /**
   * Stores a batch. Only the thread that opened the batch calls this, and waits for the disk for
   * all writes in it. If each thread waited for the lock, the batches would stay small.
   */
  private void write(WriteBatch batch) {
    disk.lock();
    try {
      if (!batch.isDone()) {
        closeOpenBatch();
        commit(batch);
      }
    } finally {
      disk.unlock();
    }
  }

  /** Decides a write, and stores it in a transaction of its own. */
  WriteDecision commitAlone(Function<RegistrySnapshot, WriteDecision> decision)
      throws SQLException {
    disk.lock();
    try {
      synchronized (this) {
        commitOpen();
        resolveUncertainty();
        WriteDecision mine = decision.apply(decided);
        WriteBatch batch = new WriteBatch(decided);
        batch.add(mine);
        decided = mine.after();
        commit(batch);
        batch.result();
        return mine;
      }
    } finally {
      disk.unlock();
    }
  }

  /** Stores all decided writes, and returns the snapshot. After a failure the rows are read. */
  RegistrySnapshot flush() throws SQLException {
    disk.lock();
    try {
      commitOpen();
      synchronized (this) {
        resolveUncertainty();
        return current;
      }
    } finally {
      disk.unlock();
    }
  }

  /**
   * Takes over what other nodes recorded.
   *
   * @param sequence a sequence that is recorded; if its entry is here, no rows are read
   * @return whether there was any entry
   */
  boolean catchUp(long sequence) throws SQLException {
    if (current.log().size() >= sequence) {
      return false;
    }
    disk.lock();
    try {
      synchronized (this) {
        RegistrySnapshot before = current;
        if (before.log().size() < sequence) {
          readNewEntries();
        }
        return current != before;
      }
    } finally {
      disk.unlock();
    }
  }

  /** Lets no more writes join the open batch. */
  private synchronized void closeOpenBatch() {
    open = null;
  }

  private void commitOpen() {
    WriteBatch waiting;
    synchronized (this) {
      waiting = open;
      open = null;
    }
    if (waiting != null) {
      commit(waiting);
    }
  }

  /** Needs the disk lock. Readers see the batch before its writers get an answer. */
  private void commit(WriteBatch batch) {
    try {
      if (!batch.written().isEmpty()) {
        rows.append(batch.written(), batch.kept());
      } else if (takeOverOtherEntries()) {
        batch.completeWithRetry();
        return;
      }
    } catch (SQLException e) {
      undo(batch, e);
      return;
    } catch (RuntimeException | Error e) {
      undo(batch, new SQLException(e));
      throw e;
    }
    if (batch.written().isEmpty()) {
      batch.complete();
    } else {
      current = batch.after();
      batch.complete();
      listeners.run();
    }
  }

  /**
   * Takes over the entries of other nodes, for a batch without entries. A row with a sequence that
   * another node took is refused by its key; a refusal and a write without a change have no row.
   *
   * @return whether there was any entry
   */
  private synchronized boolean takeOverOtherEntries() throws SQLException {
    RegistrySnapshot before = current;
    readNewEntries();
    return current != before;
  }

  /** Ends a batch that failed. The writes decided after it must be decided again. */
  private synchronized void undo(WriteBatch batch, SQLException reason) {
    uncertainty.begin();
    abandonOpen();
    batch.completeWithFailure(reason);
  }

  /** Reads the rows after a failure, because only they show what is written. */
  private void resolveUncertainty() throws SQLException {
    if (uncertainty.exists()) {
      uncertainty.resolve(this::readNewEntries);
    }
  }

  private void readNewEntries() throws SQLException {
    RegistrySnapshot before = current;
    List<Entry> others = rows.readAfter(before.last());
    if (!others.isEmpty() || uncertainty.exists()) {
      abandonOpen();
      install(before.apply(others));
    }
    if (!others.isEmpty()) {
      listeners.run();
    }
  }

  private void install(RegistrySnapshot registry) {
    current = registry;
    decided = registry;
    uncertainty.end();
  }

  private void abandonOpen() {
    if (open != null) {
      open.completeWithRetry();
      open = null;
    }
  }
}
