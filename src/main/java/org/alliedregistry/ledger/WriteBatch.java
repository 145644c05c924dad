package org.alliedregistry.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.ledger.row.IdempotentResponse;
import org.alliedregistry.ledger.row.PendingEntry;
import org.jspecify.annotations.Nullable;

/** Writes that share a transaction, in the order in which they were decided. */
final class WriteBatch {

  /** SQL state: a row with this key is there already. */
  private static final String UNIQUE_VIOLATION = "23505";

  /** Classes of SQL states that say that a statement was refused for what it is, and undone. */
  private static final List<String> DATA_ERRORS = List.of("22", "23", "54");

  private final List<PendingEntry> written = new ArrayList<>();
  private final List<IdempotentResponse> kept = new ArrayList<>();
  private RegistrySnapshot after;
  private final CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
  private int writes;
  private @Nullable ConcurrentAppend concurrentAppend;
  private @Nullable SQLException failure;

  /**
   * @param before what it is decided on
   */
  WriteBatch(RegistrySnapshot before) {
    this.after = before;
  }

  void add(WriteDecision decided) {
    written.addAll(decided.written());
    kept.addAll(decided.kept());
    after = decided.after();
    writes++;
  }

  List<PendingEntry> written() {
    return written;
  }

  List<IdempotentResponse> kept() {
    return kept;
  }

  /** The registry with all of it. */
  RegistrySnapshot after() {
    return after;
  }

  boolean isOver() {
    return over.isDone();
  }

  void complete() {
    over.complete(null);
  }

  /** Each of its writes is to be decided anew, on what others recorded meanwhile. */
  void conflict() {
    abort(new ConcurrentAppend(false));
  }

  /** The store failed: where that says which way, its writes are to be decided anew. */
  void failed(SQLException reason) {
    String state = String.valueOf(reason.getSQLState());
    if (UNIQUE_VIOLATION.equals(state)) {
      conflict();
    } else if (writes > 1 && DATA_ERRORS.stream().anyMatch(state::startsWith)) {
      abort(new ConcurrentAppend(true));
    } else {
      failure = reason;
      over.complete(null);
    }
  }

  private void abort(ConcurrentAppend how) {
    concurrentAppend = how;
    over.complete(null);
  }

  /**
   * How it ended, once it did.
   *
   * @throws ConcurrentAppend where nothing of it is written, and each is to be decided anew
   * @throws SQLException where it is not known to be written
   */
  void result() throws SQLException {
    over.join();
    if (concurrentAppend != null) {
      throw concurrentAppend;
    }
    if (failure != null) {
      throw failure;
    }
  }
}
