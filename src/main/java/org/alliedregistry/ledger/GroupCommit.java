package org.alliedregistry.ledger;

import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.ledger.row.LedgerStore;
import org.alliedregistry.ledger.row.StoredResponse;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;

/**
 * Orders the writes on one thread. The thread takes all waiting writes, decides each on the
 * snapshot after the one before it, and stores them in one transaction. Writes that come meanwhile
 * share the next one. The thread also reads the entries of other nodes, so decisions need no lock.
 */
@ApplicationScoped
public class GroupCommit {

  /**
   * How often writes are decided again because another node was first. A node loses about once to
   * each other node, so it is not reached in practice.
   */
  private static final int MAX_ATTEMPTS = 100;

  private final LedgerStore rows;
  private final WriterThread thread = new WriterThread();
  private final BlockingQueue<PendingWrite> waiting = new LinkedBlockingQueue<>();
  private final CommittedSnapshot committed;

  public GroupCommit(LedgerStore rows) {
    this.rows = rows;
    this.committed = new CommittedSnapshot(rows);
  }

  /** Adds a listener that runs after each commit. It must return at once. */
  void onRecorded(Runnable listener) {
    committed.onRecorded(listener);
  }

  /** The snapshot of all entries that are on the disk. */
  RegistrySnapshot current() {
    return committed.current();
  }

  /** Reads the whole ledger. */
  RegistrySnapshot load() throws SQLException {
    return thread.call(committed::load);
  }

  /**
   * Decides a write, and returns when it is on the disk. It may share a transaction with other
   * writes: the first task of the thread takes all writes that wait, and the next find none. {@link
   * WriteLimit} bounds how many requests wait.
   *
   * @throws SQLException if the store fails; the write may be recorded nevertheless
   */
  WriteDecision commit(PendingWrite write) throws SQLException {
    waiting.add(write);
    if (!thread.tryExecute(this::storeWaiting) && waiting.remove(write)) {
      throw stopped();
    }
    return WriterThread.resultOf(write.result());
  }

  /**
   * Returns the snapshot after all writes that wait now. If a commit failed, the rows are read
   * first.
   */
  RegistrySnapshot flush() throws SQLException {
    return thread.call(
        () -> {
          committed.resolveUncertainty();
          return committed.current();
        });
  }

  /**
   * Reads the entries that are recorded and not here yet.
   *
   * @param sequence a sequence that is recorded; if its entry is here, no rows are read
   * @return whether there was any entry
   */
  boolean catchUp(long sequence) throws SQLException {
    return lacks(sequence) && thread.call(() -> lacks(sequence) && committed.readNewEntries());
  }

  private boolean lacks(long sequence) {
    return committed.current().log().size() < sequence;
  }

  /** Refuses the writes that wait, and waits some seconds for those that are being stored. */
  @PreDestroy
  void stop() {
    drain().forEach(write -> write.fail(stopped()));
    thread.stop();
  }

  private static ProblemException stopped() {
    return ProblemException.because(
        ProblemType.SHUTTING_DOWN, "The service is stopping. Nothing was recorded.");
  }

  private List<PendingWrite> drain() {
    List<PendingWrite> writes = new ArrayList<>();
    waiting.drainTo(writes);
    return writes;
  }

  private void storeWaiting() {
    List<PendingWrite> writes = drain();
    if (!writes.isEmpty()) {
      store(writes);
    }
  }

  private void store(List<PendingWrite> writes) {
    try {
      decideAndStore(writes);
    } catch (Throwable e) {
      committed.beginUncertainty();
      writes.forEach(write -> write.fail(new SQLException(e)));
      Log.error("a write failed, and the store is not the cause", e);
    }
  }

  /** Stores writes. If other nodes recorded entries meanwhile, the writes are decided again. */
  private void decideAndStore(List<PendingWrite> writes) {
    List<PendingWrite> left = new ArrayList<>(writes);
    for (int attempt = 0; attempt < MAX_ATTEMPTS && !left.isEmpty(); attempt++) {
      try {
        committed.resolveUncertainty();
        if (attempt > 0) {
          left.removeAll(completeAnswered(left));
          committed.readNewEntries();
        }
        if (tryStore(left)) {
          return;
        }
      } catch (SQLException e) {
        committed.beginUncertainty();
        if (!CommitFailure.isKeyTaken(e)) {
          storeAloneOrFail(left, e);
          return;
        }
      }
    }
    ProblemException tooMany =
        ProblemException.because(
            ProblemType.STORE_UNAVAILABLE,
            "Other nodes were first at each of 100 attempts. This write was not recorded.");
    left.forEach(write -> write.fail(tooMany));
  }

  /**
   * Decides the writes, and stores their entries in one transaction. If another node took a
   * sequence, the primary key refuses the whole batch, so refusals in it are decided again too. A
   * batch without any entry inserts nothing, so the rows are read.
   *
   * @return false if other nodes recorded entries meanwhile; then nothing is stored
   */
  private boolean tryStore(List<PendingWrite> writes) throws SQLException {
    WriteBatch batch = WriteBatch.of(committed.current(), writes);
    if (batch.entries().isEmpty()) {
      if (committed.readNewEntries()) {
        return false;
      }
    } else {
      rows.append(batch.entries(), batch.responses());
      committed.advance(batch.after());
    }
    complete(writes);
    if (!batch.entries().isEmpty()) {
      committed.notifyListeners();
    }
    return true;
  }

  /**
   * Ends the writes. A write without an entry may be refused only because an earlier request with
   * its key is recorded. So its stored response is looked up first.
   */
  private void complete(List<PendingWrite> writes) {
    writes.stream().filter(write -> !write.isWithoutEntry()).forEach(PendingWrite::complete);
    List<PendingWrite> rest = writes.stream().filter(PendingWrite::isWithoutEntry).toList();
    try {
      completeAnswered(rest);
      rest.forEach(PendingWrite::complete);
    } catch (SQLException e) {
      rest.forEach(write -> write.fail(e));
    }
  }

  /**
   * Ends the writes whose request is answered already: by another node, or by a commit whose result
   * was not known. Fails the writes whose key was used for another request.
   *
   * @return the writes that have ended
   */
  private List<PendingWrite> completeAnswered(List<PendingWrite> writes) throws SQLException {
    Map<PendingWrite, StoredResponse> answered = new LinkedHashMap<>();
    List<PendingWrite> ended = new ArrayList<>();
    for (PendingWrite write : writes) {
      if (write.key().isPresent()) {
        try {
          rows.findResponse(write.key().get()).ifPresent(found -> answered.put(write, found));
        } catch (ProblemException e) {
          write.fail(e);
          ended.add(write);
        }
      }
    }
    if (!answered.isEmpty()) {
      committed.readNewEntries();
      answered.forEach((write, response) -> write.completeWith(committed.current(), response));
      ended.addAll(answered.keySet());
    }
    return ended;
  }

  /**
   * If the store refuses the data of one of several writes, each gets its own transaction. After
   * any other failure all fail, because any of them may be recorded.
   */
  private void storeAloneOrFail(List<PendingWrite> writes, SQLException reason) {
    if (writes.size() > 1 && CommitFailure.isRefusedData(reason)) {
      writes.forEach(write -> store(List.of(write)));
    } else {
      writes.forEach(write -> write.fail(reason));
    }
  }
}
