package org.alliedregistry.ledger;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.problem.Refusal;
import org.alliedregistry.registry.Content;
import org.alliedregistry.registry.Journal;
import org.alliedregistry.registry.Registry;
import org.alliedregistry.registry.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * The only writer. Every accepted write is one transaction; once it is durable, the registry that
 * contains it becomes the one everybody reads.
 */
@ApplicationScoped
public class Ledger {

  /** How many rows are verified at a time. */
  private static final int PAGE = 10_000;

  private final Rows rows;
  private final KeptReplies replies;
  private final Clock clock;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Registry current = Registry.EMPTY;
  private boolean inDoubt;

  Ledger(Rows rows, KeptReplies replies, Clock clock) {
    this.rows = rows;
    this.replies = replies;
    this.clock = clock;
  }

  /**
   * Tells whenever something was recorded.
   *
   * @param listener called while nothing else can be written: it only hands the word on
   */
  public void onRecorded(Runnable listener) {
    listeners.add(listener);
  }

  /** Everything recorded so far; what a caller is told is computed on its view of it. */
  public Registry registry() {
    return current;
  }

  /**
   * Waits for a write that may still be recorded at or before an instant: it reads the clock first
   * and is there for everybody only when it is on the disk.
   *
   * @param instant before now
   */
  public void awaitWritesBy(Instant instant) {
    Stamp last = current.last();
    if (last == null || instant.isAfter(last.at())) {
      settled();
    }
  }

  /** The stamp of the last entry. */
  public Stamp head() {
    return Objects.requireNonNull(current.last());
  }

  /** Rebuilds the registry from the rows; refuses rows that do not chain. */
  public synchronized Registry load() {
    try {
      current = Registry.EMPTY.apply(rows.read());
      inDoubt = false;
      return current;
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /**
   * Computes the whole chain anew from the rows and says where it is not what was recorded. Writes
   * go on meanwhile.
   */
  public Verification verify() {
    try {
      Inspection inspection = new Inspection();
      long last = Long.MIN_VALUE;
      Journal journal = current.journal();
      List<StoredRow> page = rows.after(last, PAGE);
      while (!page.isEmpty()) {
        Journal before = journal;
        page.forEach(row -> inspection.look(row, before));
        last = page.get(page.size() - 1).sequence();
        journal = current.journal();
        page = rows.after(last, PAGE);
      }
      List<Long> orphans = rows.orphans();
      return inspection.result(journal.size(), settled().journal(), orphans);
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /**
   * Records what the plan decides on the current registry; a plan that refuses records nothing.
   *
   * @param reply what to answer, of the registry right after it
   * @param key where the request has one: the reply is kept under it in the same transaction
   */
  public synchronized Reply write(
      String actor,
      Function<Registry, List<Content>> plan,
      Function<Registry, Reply> reply,
      @Nullable RequestKey key) {
    Registry before = settled();
    List<Written> written =
        write(before.last(), recordedAt(before.last()), actor, plan.apply(before));
    Registry after = before.apply(written.stream().map(Written::entry).toList());
    Reply replied = reply.apply(after);
    append(written, key == null ? null : new KeptReply(key, replied));
    advance(after, written);
    return replied;
  }

  /**
   * Records what several plans decide in order, each after the one before: all or none.
   *
   * @return the registry right after it
   */
  public synchronized Registry write(String actor, List<Function<Registry, List<Content>>> plans) {
    Registry planned = settled();
    Instant at = recordedAt(planned.last());
    List<Written> written = new ArrayList<>();
    for (Function<Registry, List<Content>> plan : plans) {
      List<Written> next = write(planned.last(), at, actor, plan.apply(planned));
      planned = planned.apply(next.stream().map(Written::entry).toList());
      written.addAll(next);
    }
    append(written, null);
    advance(planned, written);
    return current;
  }

  /** What was written is there for everybody, and whoever waits for it is told. */
  private void advance(Registry after, List<Written> written) {
    if (!written.isEmpty()) {
      current = after;
      listeners.forEach(Runnable::run);
    }
  }

  /**
   * Keeps what is replied to a request that records nothing.
   *
   * @throws Refusal where too much is kept for the caller already
   */
  public void keep(RequestKey key, Reply reply) {
    try {
      replies.refuseTooMuch(key.caller());
      rows.append(List.of(), new KeptReply(key, reply));
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /**
   * What was replied to this request before, also where the caller never heard it.
   *
   * @throws Refusal where the key was used for another request
   */
  public Optional<Reply> replied(RequestKey key) {
    settled();
    try {
      return replies.find(key);
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /** After a failure only the rows know what is written: whoever comes next reads them first. */
  private synchronized Registry settled() {
    return inDoubt ? load() : current;
  }

  private void append(List<Written> written, @Nullable KeptReply kept) {
    if (written.isEmpty() && kept == null) {
      return;
    }
    try {
      rows.append(written, kept);
    } catch (SQLException e) {
      inDoubt = true;
      throw unavailable(e);
    }
  }

  /**
   * A failure of the store; its message may quote what was to be stored, and is kept out of logs.
   */
  static Refusal unavailable(SQLException e) {
    Log.errorf(
        "the store failed: %s, SQL state %s, code %d",
        e.getClass().getSimpleName(), e.getSQLState(), e.getErrorCode());
    return Refusal.because(
        ProblemType.UNAVAILABLE,
        "Whether it was recorded is not known; read before you repeat it.");
  }

  private static List<Written> write(
      @Nullable Stamp last, Instant at, String actor, List<Content> contents) {
    List<Written> written = new ArrayList<>();
    for (Content content : contents) {
      Written next = Written.after(last, at, actor, content);
      written.add(next);
      last = next.entry().stamp();
    }
    return written;
  }

  /**
   * Always after what was recorded before, whatever the clock does, and the same for all that is
   * recorded at once: an instant never lies within a transaction, and what was known at it never
   * changes.
   */
  private Instant recordedAt(@Nullable Stamp last) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return last == null || now.isAfter(last.at()) ? now : last.at().plus(1, ChronoUnit.MICROS);
  }
}
