package org.alliedregistry.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Ally;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.ledger.row.PrivateStore;
import org.alliedregistry.ledger.view.AudienceViews;
import org.alliedregistry.support.MovableClock;
import org.alliedregistry.support.PrivateStores;
import org.junit.jupiter.api.Test;

/** When an entry is said to be recorded. */
@QuarkusTest
@TestProfile(PrivateStores.class)
class RecordedAtTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private final MovableClock clock = new MovableClock(NOON);
  private final Ledger ledger = new PrivateStore().ledger(clock);

  private static EntryContent ally(String code) {
    return new EntryContent.AllyVersionRecorded(new Ally(code, code, Ally.Kind.STATE, Set.of()));
  }

  private List<Instant> instants() {
    return ledger.registry().log().stream().map(Entry::stamp).map(s -> s.at()).toList();
  }

  @Test
  void whatWasKnownAtAnInstantIsToldOnceNothingCanBeRecordedByItAnyMore() throws Exception {
    Ledger busy = new PrivateStore().ledger(Clock.systemUTC());
    CountDownLatch planning = new CountDownLatch(1);
    CountDownLatch decided = new CountDownLatch(1);
    Thread writer =
        new Thread(
            () ->
                busy.append(
                    "tests",
                    List.of(
                        registry -> {
                          planning.countDown();
                          await(decided);
                          return List.of(ally("EST"));
                        })));
    writer.start();
    await(planning);
    Instant meanwhile = Instant.now();
    CompletableFuture<Integer> known =
        CompletableFuture.supplyAsync(
            () -> {
              RegistrySnapshot then =
                  new AudienceViews(busy).known(meanwhile, Audience.SECRETARIAT);
              return then.log().size();
            },
            task -> new Thread(task, "reader").start());
    Thread.sleep(200);
    assertThat(known).isNotDone();
    decided.countDown();

    assertThat(known.get()).isEqualTo(1);
    writer.join();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void allOfOneTransactionHasOneInstant() {
    ledger.append(
        "a",
        List.of(registry -> List.of(ally("AAA"), ally("BBB")), registry -> List.of(ally("CCC"))));

    assertThat(instants()).containsExactly(NOON, NOON, NOON);
  }

  @Test
  void nextTransactionIsLaterThoughTheClockStands() {
    ledger.append("a", List.of(registry -> List.of(ally("AAA"))));
    ledger.append("a", List.of(registry -> List.of(ally("BBB"))));

    assertThat(instants()).containsExactly(NOON, NOON.plusNanos(1000));
  }

  @Test
  void nextTransactionIsLaterThoughTheClockIsSetBack() {
    ledger.append("a", List.of(registry -> List.of(ally("AAA"))));
    clock.move(Duration.ofDays(-3));
    ledger.append("a", List.of(registry -> List.of(ally("BBB"))));
    clock.move(Duration.ofDays(3).plusSeconds(1).plusNanos(1));
    ledger.append("a", List.of(registry -> List.of(ally("CCC"))));

    assertThat(instants()).containsExactly(NOON, NOON.plusNanos(1000), NOON.plusSeconds(1));
  }

  @Test
  void firstTransactionOfAProcessIsLaterThoughTheClockWasSetBackWhileNoneRan() {
    PrivateStore store = new PrivateStore();
    store.ledger(clock).append("a", List.of(registry -> List.of(ally("AAA"))));
    clock.move(Duration.ofDays(-3));
    Ledger restarted = store.ledger(clock);
    restarted.append("a", List.of(registry -> List.of(ally("BBB"))));

    assertThat(restarted.registry().log().stream().map(e -> e.stamp().at()))
        .containsExactly(NOON, NOON.plusNanos(1000));
  }
}
