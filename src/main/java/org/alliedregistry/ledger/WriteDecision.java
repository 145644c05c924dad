package org.alliedregistry.ledger;

import java.util.List;
import java.util.function.Supplier;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.ledger.row.ChainedEntry;
import org.alliedregistry.ledger.row.IdempotentResponse;
import org.alliedregistry.ledger.row.StoredResponse;

/**
 * The decision on one write.
 *
 * @param entries the entries to write
 * @param responses the responses to store with them
 * @param after the snapshot with the entries
 * @param reply gives the response once the entries are on the disk; throws if the write is refused
 */
record WriteDecision(
    List<ChainedEntry> entries,
    List<IdempotentResponse> responses,
    RegistrySnapshot after,
    Supplier<StoredResponse> reply) {

  /** The reply of a write that needs none. */
  static final Supplier<StoredResponse> NO_RESPONSE =
      () -> {
        throw new IllegalStateException("nobody asked for a reply");
      };

  /** A response is stored only in the transaction of its entries. */
  WriteDecision {
    if (entries.isEmpty() && !responses.isEmpty()) {
      throw new IllegalStateException("a stored response needs at least one entry");
    }
  }

  /** The response to an earlier request with the same key; nothing is written. */
  static WriteDecision answered(RegistrySnapshot current, StoredResponse stored) {
    return new WriteDecision(List.of(), List.of(), current, () -> stored);
  }

  /** The refusal of a write. It is valid only after the entries before it are on the disk. */
  static WriteDecision refused(RegistrySnapshot before, Throwable refusal) {
    return new WriteDecision(
        List.of(),
        List.of(),
        before,
        () -> {
          if (refusal instanceof Error error) {
            throw error;
          }
          throw (RuntimeException) refusal;
        });
  }
}
