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
import org.alliedregistry.domain.record.EntryStamp;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.ledger.row.IdempotencyKey;
import org.alliedregistry.ledger.row.LedgerStore;
import org.alliedregistry.ledger.row.StoredResponse;
import org.alliedregistry.ledger.store.LedgerCorrupted;
import org.alliedregistry.ledger.store.StoreErrors;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.StartupRefused;
import org.jspecify.annotations.Nullable;

/**
 * The only writer of entries. A write is stored whole or not at all, perhaps in one transaction
 * with other writes. When the call returns, its entries are on the disk and readers of this node
 * see them; other nodes see them soon after.
 */
@ApplicationScoped
public class Ledger {

  /**
   * Commands of one author whose entries are recorded at one instant.
   *
   * @param commands each is decided on the snapshot with the entries of those before it
   */
  public record AuthoredCommands(String author, List<WriteCommand> commands) {

    public AuthoredCommands {
      commands = List.copyOf(commands);
    }
  }

  /** How many requests may wait for the writer thread: half of the threads that answer requests. */
  private static final int MAX_WAITING = 100;

  private final LedgerStore rows;
  private final GroupCommit commits;
  private final MonotonicClock monotonicClock;
  private final WriteDecider decider;
  private final WriteLimit writeLimit = new WriteLimit(MAX_WAITING);

  public Ledger(LedgerStore rows, GroupCommit commits, Clock clock) {
    this.rows = rows;
    this.commits = commits;
    this.monotonicClock = new MonotonicClock(clock);
    this.decider = new WriteDecider(monotonicClock);
  }

  /**
   * Adds a listener that runs on the writer thread after new entries of this or another node.
   *
   * @param listener must return at once, because the next writes wait for it
   */
  public void onRecorded(Runnable listener) {
    commits.onRecorded(listener);
  }

  /** The latest snapshot. Answers are computed on the view of an audience on it. */
  public RegistrySnapshot registry() {
    return commits.current();
  }

  /** The stamp of the last entry. */
  public EntryStamp head() {
    return Objects.requireNonNull(registry().last());
  }

  /**
   * Builds the snapshot from the rows.
   *
   * @throws StartupRefused if a row is missing, changed or out of place; the message names it
   */
  public RegistrySnapshot load() {
    try {
      return commits.load();
    } catch (LedgerCorrupted e) {
      throw new StartupRefused(String.valueOf(e.getMessage()), e);
    } catch (SQLException e) {
      throw new StartupRefused("the store cannot be read: " + StoreErrors.reason(e), e);
    }
  }

  /**
   * Computes the whole chain again from the rows, and lists the differences. Writes continue
   * meanwhile.
   */
  public Verification verify() {
    try {
      return ChainVerifier.of(rows, this);
    } catch (SQLException e) {
      throw StoreErrors.ofRead(e);
    }
  }

  /**
   * Records the entries that a command decides on the latest snapshot. A command that throws
   * records nothing.
   *
   * @param reply makes the response from the snapshot with the new entries. The function runs on
   *     the writer thread. The supplier writes the JSON: with a key on the writer thread before the
   *     commit, without one on the thread of the request after it
   * @param key the idempotency key of the request, if it has one. The response is stored under it
   *     in the same transaction. Then the command must decide an entry, and no other write with the
   *     key may run on this node
   * @throws ProblemException if the command refuses the write, too many writes wait, or the key was
   *     used for another request: then nothing is recorded; or if the store fails: then the write
   *     may be recorded nevertheless
   */
  public StoredResponse append(
      String actor,
      WriteCommand command,
      Function<RegistrySnapshot, Supplier<StoredResponse>> reply,
      @Nullable IdempotencyKey key) {
    PendingWrite write =
        new PendingWrite(before -> decider.decide(before, actor, command, reply, key), key);
    return writeLimit.run(
        () -> {
          try {
            return commits.commit(write).reply().get();
          } catch (SQLException e) {
            throw StoreErrors.ofWrite(e);
          }
        });
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

  /** Takes over what other nodes recorded, unless the entry of a sequence is here already. */
  public boolean catchUpTo(long sequence) throws SQLException {
    return commits.catchUp(sequence);
  }

  /**
   * Records the entries of several commands at one instant: all or none.
   *
   * @return false if an entry was recorded meanwhile; then nothing is recorded
   */
  public boolean append(String actor, List<WriteCommand> commands) {
    return append(List.of(new AuthoredCommands(actor, commands)));
  }

  /**
   * Records the entries of several authors in one transaction: all or none. Those of each author
   * are recorded at one instant, after those of the author before.
   *
   * @return false if an entry was recorded meanwhile; then nothing is recorded
   */
  public boolean append(List<AuthoredCommands> authored) {
    return append(registry(), authored);
  }

  /**
   * Records entries that were decided on a snapshot: all or none, as {@link #append(List)}.
   *
   * @param basis the snapshot
   * @return false if an entry was recorded after the snapshot; then nothing is recorded
   */
  public boolean append(RegistrySnapshot basis, List<AuthoredCommands> authored) {
    PendingWrite write =
        new PendingWrite(
            before -> {
              if (before != basis) {
                throw new ConcurrentAppend();
              }
              return decider.decide(before, authored);
            },
            null);
    try {
      WriteDecision decision = commits.commit(write);
      if (decision.entries().isEmpty()) {
        // a refused command throws its refusal here
        StoredResponse response = decision.reply().get();
        throw new IllegalStateException("no entry was decided: " + response.status());
      }
      return true;
    } catch (ConcurrentAppend e) {
      return false;
    } catch (SQLException e) {
      throw StoreErrors.ofWrite(e);
    }
  }

  /**
   * The stored response to an earlier request with this key, even if the caller did not receive it.
   *
   * @throws ProblemException if the key was used for another request
   */
  public Optional<StoredResponse> findResponse(IdempotencyKey key) {
    return writeLimit.run(() -> findResponseSoFar(key));
  }

  private Optional<StoredResponse> findResponseSoFar(IdempotencyKey key) {
    flush();
    try {
      Optional<StoredResponse> found = rows.findResponse(key);
      if (found.isPresent()) {
        // another node may have recorded its entries, and the response names their revision
        commits.catchUp(Long.MAX_VALUE);
      }
      return found;
    } catch (SQLException e) {
      throw StoreErrors.ofWrite(e);
    }
  }

  /** Ensures that later entries are after an instant, whatever the clock shows, and flushes. */
  public RegistrySnapshot flush(Instant instant) {
    monotonicClock.advancePast(instant);
    return flush();
  }

  /**
   * Waits until all decided writes are on the disk or have failed, and returns the snapshot.
   * Damaged rows stop all writes; then there is nothing to wait for, and the latest snapshot is
   * returned.
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
