package org.alliedregistry.ledger;

import java.util.List;
import java.util.function.Supplier;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.ledger.row.IdempotentResponse;
import org.alliedregistry.ledger.row.PendingEntry;
import org.alliedregistry.ledger.row.StoredResponse;

/**
 * What one write decided.
 *
 * @param after the registry right after it
 * @param reply what to answer once it is on the disk; throws the refusal of a write that is refused
 */
record WriteDecision(
    List<PendingEntry> written,
    List<IdempotentResponse> kept,
    RegistrySnapshot after,
    Supplier<StoredResponse> reply) {

  /** A reply is kept in the transaction of its entries, and nowhere else. */
  WriteDecision {
    if (written.isEmpty() && !kept.isEmpty()) {
      throw new IllegalStateException("a reply is to be kept to what records nothing");
    }
  }

  /** Whom a reply that nobody asked for goes to. */
  static final Supplier<StoredResponse> NO_RESPONSE =
      () -> {
        throw new IllegalStateException("nobody asked for a reply");
      };

  /** Refused, on the ground of what may not be on the disk yet. */
  static WriteDecision refused(RegistrySnapshot before, RuntimeException refusal) {
    return new WriteDecision(
        List.of(),
        List.of(),
        before,
        () -> {
          throw refusal;
        });
  }
}
