package org.alliedregistry.ledger;

import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.ledger.row.LedgerRepository;
import org.alliedregistry.ledger.row.StoredResponse;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;

/**
 * Orders the writes on one thread. The thread takes all waiting writes, decides each on the
 * snapshot after the one before it, and stores them in one transaction. Writes that come meanwhile
 * share the next one. The thread also takes over the entries of other nodes, so no lock is needed.
 */
@ApplicationScoped
public class GroupCommit {

  /** The maximum of attempts against other nodes; there are far fewer nodes. */
  private static final int MAX_ATTEMPTS = 100;

  private final LedgerRepository rows;
  private final WriterThread thread = new WriterThread();
  private final BlockingQueue<PendingWrite> waiting = new LinkedBlockingQueue<>();
  private final CommitListeners listeners = new CommitListeners();
  private final UncertainCommit uncertainty = new UncertainCommit(System::nanoTime);
  private volatile RegistrySnapshot current = RegistrySnapshot.EMPTY;

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
    return thread.call(
        () -> {
          install(RegistrySnapshot.EMPTY.apply(rows.readAll()));
          return current;
        });
  }

  /**
   * Decides a write, and returns when it is on the disk. It may share a transaction with other
   * writes. {@link WriteLimit} bounds how many wait.
   *
   * @throws SQLException if it is not known whether it is written
   */
  WriteDecision commit(PendingWrite write) throws SQLException {
    waiting.add(write);
    thread.execute(this::commitWaiting);
    return WriterThread.resultOf(write.result());
  }

  /** Returns the snapshot after all writes that wait now. After a failure the rows are read. */
  RegistrySnapshot flush() throws SQLException {
    return thread.call(
        () -> {
          resolveUncertainty();
          return current;
        });
  }

  /**
   * Takes over what other nodes recorded.
   *
   * @param sequence a sequence that is recorded; if its entry is here, no rows are read
   * @return whether there was any entry
   */
  boolean catchUp(long sequence) throws SQLException {
    return current.log().size() < sequence
        && thread.call(() -> current.log().size() < sequence && readNewEntries());
  }

  /** Ends the thread, after all writes. */
  @PreDestroy
  void stop() {
    thread.stop();
  }

  private void commitWaiting() {
    List<PendingWrite> writes = new ArrayList<>();
    waiting.drainTo(writes);
    try {
      commit(writes);
    } catch (RuntimeException | Error e) {
      uncertainty.begin();
      Log.error("a write failed for a reason that is not the store's", e);
      fail(writes, new SQLException(e));
    }
  }

  /** Commits writes. If other nodes recorded entries meanwhile, the writes are decided again. */
  private void commit(List<PendingWrite> writes) {
    for (int attempt = 0; attempt < MAX_ATTEMPTS && !writes.isEmpty(); attempt++) {
      try {
        resolveUncertainty();
        if (attempt > 0) {
          completeAnswered(writes);
        }
        if (isCommitted(writes)) {
          return;
        }
      } catch (SQLException e) {
        uncertainty.begin();
        if (!CommitFailure.isOvertaken(e)) {
          endFailed(writes, e);
          return;
        }
      }
    }
    fail(
        writes,
        ProblemException.because(
            ProblemType.STORE_UNAVAILABLE, "Too many write at once; nothing is recorded."));
  }

  /**
   * Decides the writes, and stores their entries in one transaction. A row with a sequence that
   * another node took is refused by its key. Refusals and writes without a change have no row, so
   * they are checked by reading.
   *
   * @return false if other nodes recorded entries meanwhile; then nothing is stored
   */
  private boolean isCommitted(List<PendingWrite> writes) throws SQLException {
    WriteBatch batch = WriteBatch.of(current, writes);
    if (batch.entries().isEmpty()) {
      if (readNewEntries()) {
        return false;
      }
      writes.forEach(PendingWrite::complete);
      return true;
    }
    rows.append(batch.entries(), batch.responses());
    current = batch.after();
    writes.forEach(PendingWrite::complete);
    listeners.run();
    return true;
  }

  /** Ends the writes whose request another node has answered meanwhile. */
  private void completeAnswered(List<PendingWrite> writes) throws SQLException {
    for (Iterator<PendingWrite> each = writes.iterator(); each.hasNext(); ) {
      PendingWrite write = each.next();
      if (write.key().isPresent()) {
        try {
          Optional<StoredResponse> stored = rows.findResponse(write.key().get());
          if (stored.isPresent()) {
            write.completeWith(current, stored.get());
            each.remove();
          }
        } catch (ProblemException e) {
          write.fail(e);
          each.remove();
        }
      }
    }
  }

  /** If the store refuses the data of one of several writes, each gets its own transaction. */
  private void endFailed(List<PendingWrite> writes, SQLException reason) {
    if (writes.size() > 1 && CommitFailure.isRefusedData(reason)) {
      writes.forEach(write -> commit(new ArrayList<>(List.of(write))));
    } else {
      fail(writes, reason);
    }
  }

  private static void fail(List<PendingWrite> writes, Exception reason) {
    writes.forEach(write -> write.fail(reason));
  }

  /** Reads the rows after a failure, because only they show what is written. */
  private void resolveUncertainty() throws SQLException {
    if (uncertainty.exists()) {
      uncertainty.resolve(this::readNewEntries);
    }
  }

  private boolean readNewEntries() throws SQLException {
    List<Entry> others = rows.readAfter(current.last());
    if (!others.isEmpty() || uncertainty.exists()) {
      install(current.apply(others));
    }
    if (!others.isEmpty()) {
      listeners.run();
    }
    return !others.isEmpty();
  }

  private void install(RegistrySnapshot registry) {
    current = registry;
    uncertainty.end();
  }
}
