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
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.EntryStamp;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.ledger.row.IdempotencyKey;
import org.alliedregistry.ledger.row.LedgerRepository;
import org.alliedregistry.ledger.row.StoredResponse;
import org.alliedregistry.ledger.store.LedgerCorrupted;
import org.alliedregistry.ledger.store.StoreErrors;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.problem.StartupRefused;
import org.jspecify.annotations.Nullable;

/**
 * The only writer. Every accepted write is one transaction; once it is durable, the registry that
 * contains it becomes the one everybody reads.
 */
@ApplicationScoped
public class Ledger {

  /** Far more than there are nodes. */
  private static final int MAX_ATTEMPTS = 100;

  /** Half of the threads that answer requests. */
  private static final int MAX_WRITERS = 100;

  private final LedgerRepository rows;
  private final GroupCommit commits;
  private final MonotonicClock monotonicClock;
  private final PendingDecisions decisions;
  private final WriteLimit writeLimit = new WriteLimit(MAX_WRITERS);

  public Ledger(LedgerRepository rows, GroupCommit commits, Clock clock) {
    this.rows = rows;
    this.commits = commits;
    this.monotonicClock = new MonotonicClock(clock);
    this.decisions = new PendingDecisions(monotonicClock);
  }

  /**
   * Tells whenever something was recorded.
   *
   * @param listener called while nothing else can be written: it only hands the word on
   */
  public void onRecorded(Runnable listener) {
    commits.onRecorded(listener);
  }

  /** Everything recorded so far. Answers are computed on the view of the audience of the caller. */
  public RegistrySnapshot registry() {
    return commits.current();
  }

  /** The stamp of the last entry. */
  public EntryStamp head() {
    return Objects.requireNonNull(registry().last());
  }

  /**
   * Rebuilds the registry from the rows.
   *
   * @throws StartupRefused where they do not chain, or lack their end; its message says which
   */
  public RegistrySnapshot load() {
    try {
      return commits.load();
    } catch (LedgerCorrupted e) {
      throw new StartupRefused(String.valueOf(e.getMessage()), e);
    } catch (SQLException e) {
      throw StoreErrors.ofWrite(e);
    }
  }

  /**
   * Computes the whole chain anew from the rows and says where it is not what was recorded. Writes
   * go on meanwhile.
   */
  public Verification verify() {
    try {
      return ChainVerifier.of(rows, this);
    } catch (SQLException e) {
      throw StoreErrors.ofRead(e);
    }
  }

  /**
   * Records what the plan decides on the current registry; a plan that refuses records nothing.
   *
   * @param reply what to answer, of the registry right after it: what it tells of is chosen at
   *     once, and may be put into words later
   * @param key where the request has one: the reply is kept under it in the same transaction
   */
  public StoredResponse append(
      String actor,
      Function<RegistrySnapshot, List<EntryContent>> plan,
      Function<RegistrySnapshot, Supplier<StoredResponse>> reply,
      @Nullable IdempotencyKey key) {
    return writeLimit.run(() -> appendNow(actor, plan, reply, key));
  }

  private StoredResponse appendNow(
      String actor,
      Function<RegistrySnapshot, List<EntryContent>> plan,
      Function<RegistrySnapshot, Supplier<StoredResponse>> reply,
      @Nullable IdempotencyKey key) {
    boolean isAlone = false;
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      try {
        Function<RegistrySnapshot, WriteDecision> decision =
            before -> decisions.decide(before, actor, plan, reply, key);
        WriteDecision decided =
            isAlone ? commits.commitAlone(decision) : commits.commitGrouped(decision);
        return decided.reply().get();
      } catch (ConcurrentAppend e) {
        isAlone = e.isAlone();
        Optional<StoredResponse> replied = key == null ? Optional.empty() : findResponseSoFar(key);
        if (replied.isPresent()) {
          return replied.get();
        }
      } catch (SQLException e) {
        throw StoreErrors.ofWrite(e);
      }
    }
    throw ProblemException.because(
        ProblemType.STORE_UNAVAILABLE, "Too many write at once; nothing is recorded.");
  }

  /**
   * Takes over what other nodes recorded.
   *
   * @return whether there was anything
   */
  public boolean catchUp() {
    try {
      return catchUpTo(Long.MAX_VALUE);
    } catch (SQLException e) {
      throw StoreErrors.ofRead(e);
    }
  }

  /** The same, unless an entry that is known to be recorded is here. */
  public boolean catchUpTo(long sequence) throws SQLException {
    return commits.catchUp(sequence);
  }

  /**
   * Records what several plans decide in order, each after the one before: all or none, at one
   * instant.
   *
   * @return false where another node recorded something meanwhile: then nothing is recorded
   */
  public boolean append(String actor, List<Function<RegistrySnapshot, List<EntryContent>>> plans) {
    try {
      commits.commitAlone(before -> decisions.decide(before, actor, plans));
      return true;
    } catch (ConcurrentAppend e) {
      catchUp();
      return false;
    } catch (SQLException e) {
      throw StoreErrors.ofWrite(e);
    }
  }

  /**
   * The earlier response to this request, also where the caller never received it.
   *
   * @throws ProblemException where the key was used for another request
   */
  public Optional<StoredResponse> findResponse(IdempotencyKey key) {
    return writeLimit.run(() -> findResponseSoFar(key));
  }

  private Optional<StoredResponse> findResponseSoFar(IdempotencyKey key) {
    flush();
    try {
      return rows.findResponse(key);
    } catch (SQLException e) {
      throw StoreErrors.ofWrite(e);
    }
  }

  /** The same, where nothing is to be recorded by an instant any more, whatever the clock does. */
  public RegistrySnapshot flush(Instant instant) {
    monotonicClock.advancePast(instant);
    return flush();
  }

  /**
   * Everything recorded, once nothing that was decided is on its way to the disk any more; onto
   * rows that are broken nothing is.
   */
  public RegistrySnapshot flush() {
    try {
      return commits.flush();
    } catch (LedgerCorrupted e) {
      return registry();
    } catch (SQLException e) {
      throw StoreErrors.ofRead(e);
    }
  }
}
