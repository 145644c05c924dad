package org.alliedregistry.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.registry.Registry;
import org.jspecify.annotations.Nullable;

/** Writes that share a transaction, in the order in which they were decided. */
final class Batch {

  private final List<Written> written = new ArrayList<>();
  private final List<KeptReply> kept = new ArrayList<>();
  private Registry after;
  private int writes;
  private boolean isOver;
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

  boolean isOfOne() {
    return writes == 1;
  }

  boolean isEmpty() {
    return written.isEmpty() && kept.isEmpty();
  }

  boolean isOver() {
    return isOver;
  }

  void isDone() {
    isOver = true;
  }

  void isOvertaken(boolean alone) {
    isOver = true;
    overtaken = new Overtaken(alone);
  }

  void failed(SQLException reason) {
    isOver = true;
    failure = reason;
  }

  /**
   * How it ended.
   *
   * @throws Overtaken where nothing of it is written, and each is to be decided anew
   * @throws SQLException where it is not known to be written
   */
  void result() throws SQLException {
    if (overtaken != null) {
      throw overtaken;
    }
    if (failure != null) {
      throw failure;
    }
  }
}
