package org.alliedregistry.ledger;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.ledger.row.IdempotencyKey;
import org.alliedregistry.ledger.row.StoredResponse;
import org.jspecify.annotations.Nullable;

/** A write that waits for the writer thread. It ends exactly once. */
final class PendingWrite {

  private final Function<RegistrySnapshot, WriteDecision> decision;
  private final @Nullable IdempotencyKey key;
  private final CompletableFuture<WriteDecision> result = new CompletableFuture<>();
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

  WriteDecision decide(RegistrySnapshot before) {
    WriteDecision made = decision.apply(before);
    decided = made;
    return made;
  }

  /** Ends with the last decision. Its entries, and all before them, are on the disk. */
  void complete() {
    result.complete(decided);
  }

  /** Ends with the response that another node stored for the same request. */
  void completeWith(RegistrySnapshot current, StoredResponse stored) {
    result.complete(WriteDecision.answered(current, stored));
  }

  void fail(Throwable reason) {
    result.completeExceptionally(reason);
  }

  CompletableFuture<WriteDecision> result() {
    return result;
  }
}
