package org.alliedregistry.ledger;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.problem.Refusal;
import org.alliedregistry.registry.Content;
import org.alliedregistry.registry.Entry;
import org.alliedregistry.registry.Registry;
import org.alliedregistry.registry.Stamp;
import org.jspecify.annotations.Nullable;

/**
 * The only writer. Every accepted write is one transaction; once it is durable, the registry that
 * contains it becomes the one everybody reads.
 */
@ApplicationScoped
public class Ledger {

  /** Far more than there are nodes. */
  private static final int MOST_ATTEMPTS = 100;

  /** SQL state: a row with this key is there already. */
  private static final String TAKEN = "23505";

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

  /** The stamp of the last entry. */
  public Stamp head() {
    return Objects.requireNonNull(current.last());
  }

  /** Rebuilds the registry from the rows; refuses rows that do not chain. */
  public synchronized Registry load() {
    try {
      current = Registry.EMPTY.apply(rows.readAfter(null));
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
      return Inspection.of(rows, this);
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
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      Optional<Reply> replied = tryToWrite(actor, plan, reply, key);
      if (replied.isPresent()) {
        return replied.get();
      }
    }
    throw Refusal.because(ProblemType.UNAVAILABLE, "Too many write at once; nothing is recorded.");
  }

  /** Empty where another node recorded something meanwhile: then it is decided anew. */
  private Optional<Reply> tryToWrite(
      String actor,
      Function<Registry, List<Content>> plan,
      Function<Registry, Reply> reply,
      @Nullable RequestKey key) {
    Registry before = settled();
    List<Written> written =
        Written.after(
            before.last(), Written.at(clock, before.last()), actor, () -> plan.apply(before));
    Registry after = before.apply(written.stream().map(Written::entry).toList());
    Reply replied = reply.apply(after);
    try {
      append(written, key == null ? null : new KeptReply(key, replied));
      advance(after, written);
      return Optional.of(replied);
    } catch (Overtaken e) {
      return catchUp() || key == null ? Optional.empty() : replies(key);
    }
  }

  /** What another node replied to the same request meanwhile. */
  private Optional<Reply> replies(RequestKey key) {
    try {
      return replies.find(key);
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /**
   * Takes over what other nodes recorded.
   *
   * @return whether there was anything
   */
  public synchronized boolean catchUp() {
    try {
      Registry before = settled();
      List<Entry> others = rows.readAfter(before.last());
      if (!others.isEmpty()) {
        current = before.apply(others);
        listeners.forEach(Runnable::run);
      }
      return !others.isEmpty();
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /**
   * Records what several plans decide in order, each after the one before: all or none.
   *
   * @return false where another node recorded something meanwhile: then nothing is recorded
   */
  public synchronized boolean write(String actor, List<Function<Registry, List<Content>>> plans) {
    Registry planned = settled();
    Instant at = Written.at(clock, planned.last());
    List<Written> written = new ArrayList<>();
    for (Function<Registry, List<Content>> plan : plans) {
      Registry soFar = planned;
      List<Written> next = Written.after(soFar.last(), at, actor, () -> plan.apply(soFar));
      planned = planned.apply(next.stream().map(Written::entry).toList());
      written.addAll(next);
    }
    try {
      append(written, null);
      advance(planned, written);
      return true;
    } catch (Overtaken e) {
      catchUp();
      return false;
    }
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
    return replies(key);
  }

  /** After a failure only the rows know what is written: whoever comes next reads them first. */
  synchronized Registry settled() {
    return inDoubt ? load() : current;
  }

  private void append(List<Written> written, @Nullable KeptReply kept) {
    if (written.isEmpty() && kept == null) {
      return;
    }
    try {
      rows.append(written, kept);
    } catch (SQLException e) {
      if (TAKEN.equals(e.getSQLState())) {
        throw new Overtaken();
      }
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
}
