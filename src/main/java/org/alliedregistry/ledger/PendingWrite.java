package org.alliedregistry.ledger;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.ledger.row.IdempotencyKey;
import org.alliedregistry.ledger.row.StoredResponse;
import org.jspecify.annotations.Nullable;

/** A write that waits for the writer thread. It ends once; the first result stays. */
final class PendingWrite {

  private final Function<RegistrySnapshot, WriteDecision> decision;
  private final @Nullable IdempotencyKey key;
  private final CompletableFuture<WriteDecision> result = new CompletableFuture<>();

  /** The last decision, which only the writer thread uses. */
  private @Nullable WriteDecision decided;

  /**
   * @param decision runs on the writer thread, and again if other nodes recorded entries meanwhile
   * @param key the idempotency key of the request, if it has one
   */
  PendingWrite(Function<RegistrySnapshot, WriteDecision> decision, @Nullable IdempotencyKey key) {
    this.decision = decision;
    this.key = key;
  }

  Optional<IdempotencyKey> key() {
    return Optional.ofNullable(key);
  }

  /** Decides the write. Whatever the decision throws becomes a refusal of this write alone. */
  WriteDecision decide(RegistrySnapshot before) {
    WriteDecision made;
    try {
      made = decision.apply(before);
    } catch (RuntimeException | Error e) {
      made = WriteDecision.refused(before, e);
    }
    decided = made;
    return made;
  }

  /** Whether the last decision has no entry. */
  boolean isWithoutEntry() {
    return decided == null || decided.entries().isEmpty();
  }

  /** Ends with the last decision. Its entries, and all before them, are on the disk. */
  void complete() {
    result.complete(decided);
  }

  /** Ends with the response that is stored for the same request. */
  void completeWith(RegistrySnapshot current, StoredResponse stored) {
    result.complete(WriteDecision.answered(current, stored));
  }

  /** Ends with a failure, unless the write has ended. */
  void fail(Throwable reason) {
    result.completeExceptionally(reason);
  }

  CompletableFuture<WriteDecision> result() {
    return result;
  }
}
