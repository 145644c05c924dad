package org.alliedregistry.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.ledger.row.ChainedEntry;
import org.alliedregistry.ledger.row.IdempotentResponse;
import org.jspecify.annotations.Nullable;

/** Writes that share a transaction, in the order in which they were decided. */
final class WriteBatch {

  /** The SQL state for a row whose key exists already. */
  private static final String UNIQUE_VIOLATION = "23505";

  /** The classes of SQL states for data that the store refuses; the transaction is rolled back. */
  private static final List<String> DATA_ERRORS = List.of("22", "23", "54");

  private final List<ChainedEntry> written = new ArrayList<>();
  private final List<IdempotentResponse> kept = new ArrayList<>();
  private RegistrySnapshot after;
  private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
  private int writes;
  private @Nullable RetryDecision retry;
  private @Nullable SQLException failure;

  /**
   * @param before the snapshot that the first write is decided on
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

  List<ChainedEntry> written() {
    return written;
  }

  List<IdempotentResponse> kept() {
    return kept;
  }

  /** The snapshot with all entries of the batch. */
  RegistrySnapshot after() {
    return after;
  }

  boolean isDone() {
    return done.isDone();
  }

  void complete() {
    done.complete(null);
  }

  /** Ends the batch: each write must be decided again, on the entries of other nodes. */
  void completeWithRetry() {
    retryWith(new RetryDecision(false));
  }

  /**
   * Ends the batch after a failure of the store. If the SQL state shows that nothing is written,
   * each write must be decided again. Otherwise it is not known whether the batch is written.
   */
  void completeWithFailure(SQLException reason) {
    String state = String.valueOf(reason.getSQLState());
    if (UNIQUE_VIOLATION.equals(state)) {
      completeWithRetry();
    } else if (writes > 1 && DATA_ERRORS.stream().anyMatch(state::startsWith)) {
      retryWith(new RetryDecision(true));
    } else {
      failure = reason;
      done.complete(null);
    }
  }

  private void retryWith(RetryDecision decision) {
    retry = decision;
    done.complete(null);
  }

  /**
   * Waits until the batch has ended.
   *
   * @throws RetryDecision if nothing of it is written, and each write must be decided again
   * @throws SQLException if it is not known whether it is written
   */
  void result() throws SQLException {
    done.join();
    if (retry != null) {
      throw retry;
    }
    if (failure != null) {
      throw failure;
    }
  }
}
