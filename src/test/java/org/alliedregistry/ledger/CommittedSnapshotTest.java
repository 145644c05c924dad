package org.alliedregistry.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.reference.Condition;
import org.alliedregistry.ledger.row.LedgerStore;
import org.alliedregistry.ledger.row.PrivateStore;
import org.alliedregistry.ledger.row.StoredResponse;
import org.alliedregistry.support.BreakingConnections;
import org.alliedregistry.support.MovableClock;
import org.alliedregistry.support.PrivateStores;
import org.junit.jupiter.api.Test;

/** The snapshot that readers get while several threads write. */
@QuarkusTest
@TestProfile(PrivateStores.class)
class CommittedSnapshotTest {

  private static final int WRITERS = 8;
  private static final int WRITES = 200;
  private static final StoredResponse REPLY =
      new StoredResponse(201, null, null, "application/json", new byte[0]);

  private final MovableClock clock = new MovableClock(Instant.parse("2026-06-01T12:00:00Z"));
  private final PrivateStore store = new PrivateStore(new BreakingConnections()::to);

  private Ledger ledger() {
    LedgerStore rows = store.rows(clock);
    Ledger ledger = new Ledger(rows, new GroupCommit(rows), clock);
    ledger.load();
    return ledger;
  }

  private static int missingAfterWrites(Ledger ledger) {
    int missing = 0;
    for (int i = 0; i < WRITES; i++) {
      Condition vote =
          new Condition("VOTE_" + Thread.currentThread().getId() + "_" + i, "A vote", true);
      ledger.append(
          "a",
          registry -> List.of(new EntryContent.ConditionVersionRecorded(vote)),
          after -> () -> REPLY,
          null);
      missing += ledger.registry().condition(vote.code()).isPresent() ? 0 : 1;
    }
    return missing;
  }

  @Test
  void hasEachWriteWhenItIsAcknowledged() throws Exception {
    Ledger ledger = ledger();
    Callable<Integer> writer = () -> missingAfterWrites(ledger);
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    int missing = 0;
    try {
      for (Future<Integer> each : writers.invokeAll(Collections.nCopies(WRITERS, writer))) {
        missing += each.get();
      }
    } finally {
      writers.shutdownNow();
    }

    assertThat(missing).isZero();
    assertThat(ledger.registry().log()).hasSize(WRITERS * WRITES);
  }
}
