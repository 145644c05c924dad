package org.alliedregistry.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.ledger.row.IdempotencyKey;
import org.alliedregistry.ledger.row.IdempotentResponse;
import org.alliedregistry.ledger.row.PendingEntry;
import org.alliedregistry.ledger.row.StoredResponse;
import org.alliedregistry.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** What is to be written, decided on a registry and not yet on the disk. */
final class PendingDecisions {

  private final MonotonicClock monotonicClock;

  PendingDecisions(MonotonicClock monotonicClock) {
    this.monotonicClock = monotonicClock;
  }

  /**
   * On what may not be on the disk yet: also a refusal holds only once that is there. A reply that
   * need not be kept is put into words later, while others decide.
   */
  WriteDecision decide(
      RegistrySnapshot before,
      String actor,
      Function<RegistrySnapshot, List<EntryContent>> plan,
      Function<RegistrySnapshot, Supplier<StoredResponse>> reply,
      @Nullable IdempotencyKey key) {
    try {
      List<PendingEntry> written =
          PendingEntry.after(
              before.last(), monotonicClock.next(before), actor, () -> plan.apply(before));
      RegistrySnapshot after = before.apply(written.stream().map(PendingEntry::entry).toList());
      Supplier<StoredResponse> words = reply.apply(after);
      if (key == null) {
        return new WriteDecision(written, List.of(), after, words);
      }
      StoredResponse replied = words.get();
      return new WriteDecision(
          written, List.of(new IdempotentResponse(key, replied)), after, () -> replied);
    } catch (ProblemException e) {
      return WriteDecision.refused(before, e);
    }
  }

  /** What several plans decide in order, each after the one before, at one instant. */
  WriteDecision decide(
      RegistrySnapshot before,
      String actor,
      List<Function<RegistrySnapshot, List<EntryContent>>> plans) {
    Instant at = monotonicClock.next(before);
    RegistrySnapshot planned = before;
    List<PendingEntry> written = new ArrayList<>();
    for (Function<RegistrySnapshot, List<EntryContent>> plan : plans) {
      RegistrySnapshot soFar = planned;
      List<PendingEntry> next =
          PendingEntry.after(soFar.last(), at, actor, () -> plan.apply(soFar));
      planned = planned.apply(next.stream().map(PendingEntry::entry).toList());
      written.addAll(next);
    }
    return new WriteDecision(written, List.of(), planned, WriteDecision.NO_RESPONSE);
  }
}
