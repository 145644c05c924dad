package org.alliedregistry.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.ledger.Ledger.AuthoredCommands;
import org.alliedregistry.ledger.row.ChainedEntry;
import org.alliedregistry.ledger.row.IdempotencyKey;
import org.alliedregistry.ledger.row.IdempotentResponse;
import org.alliedregistry.ledger.row.StoredResponse;
import org.jspecify.annotations.Nullable;

/** Decides writes: applies a command to a snapshot, and makes its entries and its response. */
final class WriteDecider {

  private final MonotonicClock monotonicClock;

  WriteDecider(MonotonicClock monotonicClock) {
    this.monotonicClock = monotonicClock;
  }

  /**
   * Decides one write. The snapshot may have entries that are not on the disk yet. So even a
   * refusal is valid only after they are. Without a key the response is written as JSON later,
   * while other writes are decided.
   */
  WriteDecision decide(
      RegistrySnapshot before,
      String actor,
      WriteCommand command,
      Function<RegistrySnapshot, Supplier<StoredResponse>> reply,
      @Nullable IdempotencyKey key) {
    List<ChainedEntry> entries =
        ChainedEntry.after(
            before.last(), monotonicClock.next(before), actor, () -> command.decide(before));
    RegistrySnapshot after = before.apply(entries.stream().map(ChainedEntry::entry).toList());
    Supplier<StoredResponse> response = reply.apply(after);
    if (key == null) {
      return new WriteDecision(entries, List.of(), after, response);
    }
    StoredResponse stored = response.get();
    return new WriteDecision(
        entries, List.of(new IdempotentResponse(key, stored)), after, () -> stored);
  }

  /** Decides several commands, each on the snapshot with the entries of those before. */
  WriteDecision decide(RegistrySnapshot before, List<AuthoredCommands> authored) {
    RegistrySnapshot after = before;
    List<ChainedEntry> entries = new ArrayList<>();
    for (AuthoredCommands group : authored) {
      Instant at = monotonicClock.next(after);
      for (WriteCommand command : group.commands()) {
        RegistrySnapshot soFar = after;
        List<ChainedEntry> next =
            ChainedEntry.after(soFar.last(), at, group.author(), () -> command.decide(soFar));
        after = after.apply(next.stream().map(ChainedEntry::entry).toList());
        entries.addAll(next);
      }
    }
    return new WriteDecision(entries, List.of(), after, WriteDecision.NO_RESPONSE);
  }
}
