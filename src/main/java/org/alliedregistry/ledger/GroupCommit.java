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
 * Orders the writes. Each is decided alone, on the state after the one before it. Writes decided
 * during a transaction are stored together in the next one. Two locks, always taken in this order:
 * the lock of the disk, while a batch is stored; the lock of this object, while a write is decided.
 */
@ApplicationScoped
public class GroupCommit {

  private final LedgerRepository rows;
  private final ReentrantLock disk = new ReentrantLock();
  private final CommitListeners listeners = new CommitListeners();
  private volatile RegistrySnapshot current = RegistrySnapshot.EMPTY;
  private RegistrySnapshot decided = RegistrySnapshot.EMPTY;
  private @Nullable WriteBatch open;
  private final UncertainCommit doubt = new UncertainCommit(System::nanoTime);

  public GroupCommit(LedgerRepository rows) {
    this.rows = rows;
  }

  /**
   * @param listener called whenever something was recorded; it only hands the word on
   */
  void onRecorded(Runnable listener) {
    listeners.add(listener);
  }

  /** Everything that is on the disk. */
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
   * Decides on the last that was decided, and returns once that is on the disk, in one transaction
   * with what others decide meanwhile.
   *
   * @throws ConcurrentAppend where it has to be decided anew
   * @throws SQLException where it is not known to be written
   */
  WriteDecision commitGrouped(Function<RegistrySnapshot, WriteDecision> decision)
      throws SQLException {
    WriteBatch batch;
    WriteDecision mine;
    boolean isFirst;
    synchronized (this) {
      resolveDoubt();
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
   * Called by the thread that opened the batch, for all writes in it when the disk becomes free. If
   * each thread waited for the lock itself, the batches would stay small.
   */
  private void write(WriteBatch batch) {
    disk.lock();
    try {
      if (!batch.isOver()) {
        close();
        commit(batch);
      }
    } finally {
      disk.unlock();
    }
  }

  /** The same in a transaction of its own. */
  WriteDecision commitAlone(Function<RegistrySnapshot, WriteDecision> decision)
      throws SQLException {
    disk.lock();
    try {
      synchronized (this) {
        commitOpen();
        resolveDoubt();
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

  /** Everything decided so far, on the disk; after a failure the rows tell what that is. */
  RegistrySnapshot flush() throws SQLException {
    disk.lock();
    try {
      commitOpen();
      synchronized (this) {
        resolveDoubt();
        return current;
      }
    } finally {
      disk.unlock();
    }
  }

  /**
   * Takes over what other nodes recorded.
   *
   * @param sequence known to be recorded; where it is here, nothing is looked for
   * @return whether there was anything
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

  private synchronized void close() {
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

  /** Needs the lock of the disk. Every reader sees the batch before its writers get an answer. */
  private void commit(WriteBatch batch) {
    try {
      if (!batch.written().isEmpty()) {
        rows.append(batch.written(), batch.kept());
      } else if (hasConflict()) {
        batch.conflict();
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
   * Whether other nodes recorded something that was not known here. A row finds out by its
   * sequence; a refusal, and a decision that nothing changes, have none and must ask.
   */
  private synchronized boolean hasConflict() throws SQLException {
    RegistrySnapshot before = current;
    readNewEntries();
    return current != before;
  }

  /** What was decided on a batch that failed has to be decided anew. */
  private synchronized void undo(WriteBatch batch, SQLException reason) {
    doubt.begin();
    abandonOpen();
    batch.failed(reason);
  }

  /** After a failure only the rows know what is written: whoever comes next reads them first. */
  private void resolveDoubt() throws SQLException {
    if (doubt.is()) {
      doubt.clear(this::readNewEntries);
    }
  }

  private void readNewEntries() throws SQLException {
    RegistrySnapshot before = current;
    List<Entry> others = rows.readAfter(before.last());
    if (!others.isEmpty() || doubt.is()) {
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
    doubt.end();
  }

  private void abandonOpen() {
    if (open != null) {
      open.conflict();
      open = null;
    }
  }
}
