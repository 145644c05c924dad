package org.alliedregistry.ledger.row;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.reference.Ally;
import org.alliedregistry.ledger.store.StoreTransactions;
import org.alliedregistry.support.CountedCalls;
import org.alliedregistry.support.PrivateStores;
import org.junit.jupiter.api.Test;

/** How rows get into the store and out of it. */
@QuarkusTest
@TestProfile(PrivateStores.class)
class LedgerEntryRepositoryTest {

  private static final int MANY = 3_000;

  private final CountedCalls calls = new CountedCalls();
  private final PrivateStore store = new PrivateStore(calls::to);
  private final LedgerRepository rows = store.rows(Clock.systemUTC(), PrivateStore.SETTINGS);

  @SuppressWarnings("NullAway.Init") // the framework fills it
  @Inject
  LedgerEntryRepository entries;

  @SuppressWarnings("NullAway.Init") // the framework fills it
  @Inject
  StoreTransactions transactions;

  private static List<PendingEntry> allies(int count) {
    List<EntryContent> contents =
        IntStream.range(0, count)
            .<EntryContent>mapToObj(
                i ->
                    new EntryContent.AllyVersionRecorded(
                        new Ally("A" + i, "Ally " + i, Ally.Kind.STATE, Set.of())))
            .toList();
    return PendingEntry.after(null, Instant.parse("2026-06-01T12:00:00Z"), "tests", () -> contents);
  }

  @Test
  void aBatchIsSentAtOnce() throws Exception {
    rows.append(allies(MANY), List.of());

    assertThat(calls.of("addBatch")).as("and the head").isBetween(MANY, MANY + 1);
    assertThat(calls.of("executeBatch")).isLessThanOrEqualTo(MANY / 500 + 1);
    assertThat(rows.readAfter(null)).hasSize(MANY);
  }

  @Test
  void rowsAreReadOneAfterTheOther() throws Exception {
    rows.append(allies(MANY), List.of());
    int before = calls.of("next");

    List<Long> first =
        transactions.read(
            () -> {
              try (Stream<LedgerRow> all = entries.streamAfter(0)) {
                return all.limit(5).map(LedgerRow::sequence).toList();
              }
            });

    assertThat(first).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(calls.of("next") - before).isLessThan(10);
  }
}
