package org.alliedregistry.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.alliedregistry.registry.Registry;
import org.jspecify.annotations.Nullable;

/** Writes that share a transaction, in the order in which they were decided. */
final class Batch {

  /** SQL state: a row with this key is there already. */
  private static final String TAKEN = "23505";

  /** Classes of SQL states that say that a statement was refused for what it is, and undone. */
  private static final List<String> REFUSED = List.of("22", "23", "54");

  private final List<Written> written = new ArrayList<>();
  private final List<KeptReply> kept = new ArrayList<>();
  private Registry after;
  private final CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
  private int writes;
  private @Nullable Overtaken overtaken;
  private @Nullable SQLException failure;

  /**
   * @param before what it is decided on
   */
  Batch(Registry before) {
    this.after = before;
  }

  void add(Decided decided) {
    written.addAll(decided.written());
    kept.addAll(decided.kept());
    after = decided.after();
    writes++;
  }

  List<Written> written() {
    return written;
  }

  List<KeptReply> kept() {
    return kept;
  }

  /** The registry with all of it. */
  Registry after() {
    return after;
  }

  boolean isEmpty() {
    return written.isEmpty() && kept.isEmpty();
  }

  boolean isOver() {
    return over.isDone();
  }

  void isDone() {
    over.complete(null);
  }

  /** Each of its writes is to be decided anew, on what others recorded meanwhile. */
  void isOvertaken() {
    isUndone(new Overtaken(false));
  }

  /** The store failed: where that says which way, its writes are to be decided anew. */
  void failed(SQLException reason) {
    String state = String.valueOf(reason.getSQLState());
    if (TAKEN.equals(state)) {
      isOvertaken();
    } else if (writes > 1 && REFUSED.stream().anyMatch(state::startsWith)) {
      isUndone(new Overtaken(true));
    } else {
      failure = reason;
      over.complete(null);
    }
  }

  private void isUndone(Overtaken how) {
    overtaken = how;
    over.complete(null);
  }

  /**
   * How it ended, once it did.
   *
   * @throws Overtaken where nothing of it is written, and each is to be decided anew
   * @throws SQLException where it is not known to be written
   */
  void result() throws SQLException {
    over.join();
    if (overtaken != null) {
      throw overtaken;
    }
    if (failure != null) {
      throw failure;
    }
  }
}
