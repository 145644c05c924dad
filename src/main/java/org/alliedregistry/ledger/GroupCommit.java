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
 * The order of the writes. Each is decided alone, on the one before it; those decided while a
 * transaction is on its way to the disk go there together in the next one. Two locks, taken in this
 * order: the disk's, held by whoever writes a batch; this object's, held while something is
 * decided.
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
        become(RegistrySnapshot.EMPTY.apply(rows.readAll()));
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
  WriteDecision together(Function<RegistrySnapshot, WriteDecision> decision) throws SQLException {
    WriteBatch batch;
    WriteDecision mine;
    boolean isFirst;
    synchronized (this) {
      findOut();
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
   * By whoever opened the batch, for all that are in it by the time the disk is free: if each took
   * its turn at the lock, only to see that another one wrote it, little would come together.
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
  WriteDecision alone(Function<RegistrySnapshot, WriteDecision> decision) throws SQLException {
    disk.lock();
    try {
      synchronized (this) {
        commitOpen();
        findOut();
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
  RegistrySnapshot settled() throws SQLException {
    disk.lock();
    try {
      commitOpen();
      synchronized (this) {
        findOut();
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
    if (current.journal().size() >= sequence) {
      return false;
    }
    disk.lock();
    try {
      synchronized (this) {
        RegistrySnapshot before = current;
        if (before.journal().size() < sequence) {
          readOn();
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

  /** Holding the disk's lock. It is there for everybody before anybody is told that it is. */
  private void commit(WriteBatch batch) {
    try {
      if (batch.written().isEmpty() && isOvertaken()) {
        batch.isOvertaken();
        return;
      }
      if (!batch.isEmpty()) {
        rows.append(batch.written(), batch.kept());
      }
    } catch (SQLException e) {
      undo(batch, e);
      return;
    } catch (RuntimeException | Error e) {
      undo(batch, new SQLException(e));
      throw e;
    }
    if (batch.written().isEmpty()) {
      batch.isDone();
    } else {
      current = batch.after();
      batch.isDone();
      listeners.tell();
    }
  }

  /**
   * Whether other nodes recorded something that was not known here. A row finds out by its
   * sequence; a refusal, and a decision that nothing changes, have none and must ask.
   */
  private synchronized boolean isOvertaken() throws SQLException {
    RegistrySnapshot before = current;
    readOn();
    return current != before;
  }

  /** What was decided on a batch that failed has to be decided anew. */
  private synchronized void undo(WriteBatch batch, SQLException reason) {
    doubt.begin();
    abandonOpen();
    batch.failed(reason);
  }

  /** After a failure only the rows know what is written: whoever comes next reads them first. */
  private void findOut() throws SQLException {
    if (doubt.is()) {
      doubt.clear(this::readOn);
    }
  }

  private void readOn() throws SQLException {
    RegistrySnapshot before = current;
    List<Entry> others = rows.readAfter(before.last());
    if (!others.isEmpty() || doubt.is()) {
      abandonOpen();
      become(before.apply(others));
    }
    if (!others.isEmpty()) {
      listeners.tell();
    }
  }

  private void become(RegistrySnapshot registry) {
    current = registry;
    decided = registry;
    doubt.end();
  }

  private void abandonOpen() {
    if (open != null) {
      open.isOvertaken();
      open = null;
    }
  }
}
