package org.alliedregistry.ledger.row;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.reference.Ally;
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
  private final LedgerStore rows = store.rows(Clock.systemUTC(), PrivateStore.SETTINGS);

  private static List<ChainedEntry> allies(int count, String name) {
    List<EntryContent> contents =
        IntStream.range(0, count)
            .<EntryContent>mapToObj(
                i ->
                    new EntryContent.AllyVersionRecorded(
                        new Ally("A" + i, name, Ally.Kind.STATE, Set.of())))
            .toList();
    return ChainedEntry.after(null, Instant.parse("2026-06-01T12:00:00Z"), "tests", () -> contents);
  }

  @Test
  void aBatchHasSoManyEntriesAtMost() throws Exception {
    rows.append(allies(MANY, "An ally"), List.of());

    assertThat(calls.of("addBatch")).as("and the head").isBetween(MANY, MANY + 1);
    int batches = MANY / LedgerEntryRepository.BATCH_ENTRIES;
    assertThat(calls.of("executeBatch")).as("and the head").isBetween(batches, batches + 1);
    assertThat(rows.readAfter(null)).hasSize(MANY);
  }

  @Test
  void aBatchHasSoManyCharactersAtMost() throws Exception {
    int third = LedgerEntryRepository.BATCH_CHARACTERS / 3;
    rows.append(allies(30, "A".repeat(third)), List.of());

    assertThat(calls.of("executeBatch")).as("two of them each, and the head").isBetween(15, 16);
    assertThat(rows.readAfter(null)).hasSize(30);
  }

  @Test
  void rowsAreReadSomeAtATime() throws Exception {
    rows.append(allies(2 * LedgerStore.PAGE + 1, "An ally"), List.of());
    int before = calls.of("executeQuery");
    assertThat(rows.readAfter(null)).hasSize(2 * LedgerStore.PAGE + 1);

    assertThat(calls.of("executeQuery") - before).as("and the head").isBetween(3, 4);
  }
}
