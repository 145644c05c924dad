package org.alliedregistry.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.problem.Refusal;
import org.alliedregistry.problem.StartRefused;
import org.alliedregistry.registry.Content;
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

  /** Half of the threads that answer requests. */
  private static final int MOST_WRITERS = 100;

  private final Rows rows;
  private final KeptReplies replies;
  private final Commits commits;
  private final Instants instants;
  private final Decisions decisions;
  private final WriteSeats seats = new WriteSeats(MOST_WRITERS);

  Ledger(Rows rows, KeptReplies replies, Commits commits, Clock clock) {
    this.rows = rows;
    this.commits = commits;
    this.replies = replies;
    this.instants = new Instants(clock);
    this.decisions = new Decisions(instants);
  }

  /**
   * Tells whenever something was recorded.
   *
   * @param listener called while nothing else can be written: it only hands the word on
   */
  public void onRecorded(Runnable listener) {
    commits.onRecorded(listener);
  }

  /** Everything recorded so far; what a caller is told is computed on its view of it. */
  public Registry registry() {
    return commits.current();
  }

  /** The stamp of the last entry. */
  public Stamp head() {
    return Objects.requireNonNull(registry().last());
  }

  /**
   * Rebuilds the registry from the rows.
   *
   * @throws StartRefused where they do not chain, or lack their end; its message says which
   */
  public Registry load() {
    try {
      return commits.load();
    } catch (Broken e) {
      throw new StartRefused(String.valueOf(e.getMessage()), e);
    } catch (SQLException e) {
      throw StoreFailure.ofWrite(e);
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
      throw StoreFailure.ofRead(e);
    }
  }

  /**
   * Records what the plan decides on the current registry; a plan that refuses records nothing.
   *
   * @param reply what to answer, of the registry right after it: what it tells of is chosen at
   *     once, and may be put into words later
   * @param key where the request has one: the reply is kept under it in the same transaction
   */
  public Reply write(
      String actor,
      Function<Registry, List<Content>> plan,
      Function<Registry, Supplier<Reply>> reply,
      @Nullable RequestKey key) {
    return seats.within(() -> written(actor, plan, reply, key));
  }

  private Reply written(
      String actor,
      Function<Registry, List<Content>> plan,
      Function<Registry, Supplier<Reply>> reply,
      @Nullable RequestKey key) {
    boolean isAlone = false;
    for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      try {
        Function<Registry, Decided> decision =
            before -> decisions.decide(before, actor, plan, reply, key);
        Decided decided = isAlone ? commits.alone(decision) : commits.together(decision);
        return decided.reply().get();
      } catch (Overtaken e) {
        isAlone = e.isAlone();
        Optional<Reply> replied = key == null ? Optional.empty() : repliedSoFar(key);
        if (replied.isPresent()) {
          return replied.get();
        }
      } catch (SQLException e) {
        throw StoreFailure.ofWrite(e);
      }
    }
    throw Refusal.because(ProblemType.UNAVAILABLE, "Too many write at once; nothing is recorded.");
  }

  /** What another node replied to the same request meanwhile. */
  private Optional<Reply> replies(RequestKey key) {
    try {
      return replies.find(key);
    } catch (SQLException e) {
      throw StoreFailure.ofWrite(e);
    }
  }

  /**
   * Takes over what other nodes recorded.
   *
   * @return whether there was anything
   */
  public boolean catchUp() {
    try {
      return follow(Long.MAX_VALUE);
    } catch (SQLException e) {
      throw StoreFailure.ofRead(e);
    }
  }

  /** The same, unless an entry that is known to be recorded is here. */
  boolean follow(long sequence) throws SQLException {
    return commits.catchUp(sequence);
  }

  /**
   * Records what several plans decide in order, each after the one before: all or none, at one
   * instant.
   *
   * @return false where another node recorded something meanwhile: then nothing is recorded
   */
  public boolean write(String actor, List<Function<Registry, List<Content>>> plans) {
    try {
      commits.alone(before -> decisions.decide(before, actor, plans));
      return true;
    } catch (Overtaken e) {
      catchUp();
      return false;
    } catch (SQLException e) {
      throw StoreFailure.ofWrite(e);
    }
  }

  /**
   * Keeps what is replied to a request that records nothing.
   *
   * @throws Refusal where too much is kept for the caller already
   */
  public void keep(RequestKey key, Reply reply) {
    seats.within(
        () -> {
          try {
            replies.refuseTooMuch(key.caller());
            rows.append(List.of(), List.of(new KeptReply(key, reply)));
            return reply;
          } catch (SQLException e) {
            throw StoreFailure.ofWrite(e);
          }
        });
  }

  /**
   * What was replied to this request before, also where the caller never heard it.
   *
   * @throws Refusal where the key was used for another request
   */
  public Optional<Reply> replied(RequestKey key) {
    return seats.within(() -> repliedSoFar(key));
  }

  private Optional<Reply> repliedSoFar(RequestKey key) {
    settled();
    return replies(key);
  }

  /** The same, where nothing is to be recorded by an instant any more, whatever the clock does. */
  Registry settled(Instant instant) {
    instants.tell(instant);
    return settled();
  }

  /**
   * Everything recorded, once nothing that was decided is on its way to the disk any more; onto
   * rows that are broken nothing is.
   */
  Registry settled() {
    try {
      return commits.settled();
    } catch (Broken e) {
      return registry();
    } catch (SQLException e) {
      throw StoreFailure.ofRead(e);
    }
  }
}
