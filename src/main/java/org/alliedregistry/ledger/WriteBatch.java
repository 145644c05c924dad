package org.alliedregistry.ledger;

import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.ledger.row.ChainedEntry;
import org.alliedregistry.ledger.row.IdempotentResponse;

/**
 * The decisions on several writes, for one transaction.
 *
 * @param entries the entries in their order
 * @param responses the responses to store with them
 * @param after the snapshot with all entries
 */
record WriteBatch(
    List<ChainedEntry> entries, List<IdempotentResponse> responses, RegistrySnapshot after) {

  /** Decides each write on the snapshot after the one before it. */
  static WriteBatch of(RegistrySnapshot before, List<PendingWrite> writes) {
    List<ChainedEntry> entries = new ArrayList<>();
    List<IdempotentResponse> responses = new ArrayList<>();
    RegistrySnapshot after = before;
    for (PendingWrite write : writes) {
      WriteDecision decided = write.decide(after);
      entries.addAll(decided.entries());
      responses.addAll(decided.responses());
      after = decided.after();
    }
    return new WriteBatch(entries, responses, after);
  }
}
