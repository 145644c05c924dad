package org.alliedregistry.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Condition;
import org.alliedregistry.ledger.row.LedgerStore;
import org.alliedregistry.ledger.row.PrivateStore;
import org.alliedregistry.ledger.row.StoredResponse;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.problem.ProblemType;
import org.alliedregistry.support.BreakingConnections;
import org.alliedregistry.support.BreakingConnections.When;
import org.alliedregistry.support.MovableClock;
import org.alliedregistry.support.PrivateStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Writes that come while another one is on its way to the disk. */
@QuarkusTest
@TestProfile(PrivateStores.class)
class GroupCommitTest {

  private static final StoredResponse REPLY =
      new StoredResponse(201, null, null, "application/json", new byte[0]);

  private final MovableClock clock = new MovableClock(Instant.parse("2026-06-01T12:00:00Z"));
  private final ExecutorService writers = Executors.newCachedThreadPool();
  private final BreakingConnections connections = new BreakingConnections();
  private final PrivateStore store = new PrivateStore(connections::to);
  private GroupCommit commits = new GroupCommit(store.rows(clock));
  private Ledger ledger = open();

  private Ledger open() {
    LedgerStore rows = store.rows(clock);
    commits = new GroupCommit(rows);
    Ledger opened = new Ledger(rows, commits, clock);
    opened.load();
    return opened;
  }

  @AfterEach
  void theChainIsWhole() {
    writers.shutdownNow();
    assertThat(ledger.verify().faults()).isEmpty();
    assertThat(open().registry().log()).hasSameSizeAs(ledger.registry().log());
  }

  private static WriteCommand vote(String code) {
    return registry ->
        List.of(new EntryContent.ConditionVersionRecorded(new Condition(code, "A vote", true)));
  }

  private static List<EntryContent> refuse(RegistrySnapshot registry) {
    throw ProblemException.because(ProblemType.CODE_IN_USE, "There is a first one.");
  }

  private List<String> votes() {
    return ledger.registry().log().stream()
        .map(e -> e.content().subject().replace("/v1/conditions/", ""))
        .toList();
  }

  /** Writes in a thread of its own; returns when the write waits in the queue. */
  private Future<StoredResponse> writing(String actor, WriteCommand command)
      throws InterruptedException {
    FutureTask<StoredResponse> write =
        new FutureTask<>(() -> ledger.append(actor, command, after -> () -> REPLY, null));
    Thread writer = new Thread(write);
    writer.start();
    while (writer.getState() != Thread.State.WAITING && writer.isAlive()) {
      Thread.sleep(1);
    }
    return write;
  }

  /** The first, once it is on its way to the disk, where it is held. */
  private Future<StoredResponse> held() throws InterruptedException {
    Future<StoredResponse> first = writing("a", vote("FIRST"));
    awaitHeld();
    return first;
  }

  private void awaitHeld() throws InterruptedException {
    while (connections.commits() == 0) {
      Thread.sleep(1);
    }
  }

  @Test
  void goTogetherInTheNextTransactionInTheirOrder() throws Exception {
    Semaphore disk = connections.holdOnce();
    List<Future<StoredResponse>> written = new ArrayList<>(List.of(held()));
    for (int i = 1; i < 8; i++) {
      written.add(writing("a", vote("V" + i)));
    }
    assertThat(votes()).isEmpty();
    disk.release();
    assertWritten(written);

    assertThat(connections.commits()).isEqualTo(2);
    assertThat(votes()).containsExactly("FIRST", "V1", "V2", "V3", "V4", "V5", "V6", "V7");
  }

  @Test
  void oneThatTheStoreRefusesFailsAlone() throws Exception {
    Semaphore disk = connections.holdOnce();
    Future<StoredResponse> first = held();
    Future<StoredResponse> before = writing("a", vote("BEFORE"));
    Future<StoredResponse> bad = writing("longer than a name may be ".repeat(10), vote("BAD"));
    Future<StoredResponse> behind = writing("a", vote("BEHIND"));
    disk.release();

    assertWritten(List.of(first, before, behind));
    assertRefused(bad, ProblemType.STORE_UNAVAILABLE);
    assertThat(votes()).containsExactlyInAnyOrder("FIRST", "BEFORE", "BEHIND");
  }

  @Test
  void areDecidedAnewWhereTheOneBeforeFails() throws Exception {
    Semaphore disk = connections.holdOnce();
    connections.breakOnce(When.BEFORE_THE_COMMIT);
    Future<StoredResponse> lost = held();
    Future<StoredResponse> second =
        writing(
            "a",
            registry ->
                registry.log().isEmpty() ? vote("SECOND").decide(registry) : refuse(registry));
    disk.release();

    assertRefused(lost, ProblemType.STORE_UNAVAILABLE);
    assertWritten(List.of(second));
    assertThat(votes()).containsExactly("SECOND");
  }

  @Test
  void oneWhoseDecisionFailsUnexpectedlyFailsAlone() throws Exception {
    Semaphore disk = connections.holdOnce();
    Future<StoredResponse> first = held();
    Future<StoredResponse> broken =
        writing(
            "a",
            registry -> {
              throw new StackOverflowError();
            });
    Future<StoredResponse> after = writing("a", vote("AFTER"));
    disk.release();

    assertWritten(List.of(first, after));
    assertThatThrownBy(broken::get).hasCauseInstanceOf(StackOverflowError.class);
    assertThat(votes()).containsExactly("FIRST", "AFTER");
  }

  @Test
  void thatStillWaitAtAStopAreNotRecorded() throws Exception {
    Semaphore disk = connections.holdOnce();
    Future<StoredResponse> stored = held();
    Future<StoredResponse> waiting = writing("a", vote("WAITING"));
    Future<?> stop = writers.submit(commits::stop);
    assertRefused(waiting, ProblemType.SHUTTING_DOWN);
    disk.release();
    stop.get();

    assertWritten(List.of(stored));
    assertRefused(writing("a", vote("LATE")), ProblemType.SHUTTING_DOWN);
    assertThat(votes()).containsExactly("FIRST");
    ledger = open();
  }

  @Test
  void areNotToldThatNothingChangesBeforeThatIsSure() throws Exception {
    Semaphore disk = connections.holdOnce();
    Future<StoredResponse> first = held();
    Future<StoredResponse> same = writing("a", registry -> List.of());
    Future<StoredResponse> refused = writing("a", GroupCommitTest::refuse);

    assertThatThrownBy(() -> same.get(200, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    assertThat(refused.isDone()).isFalse();
    disk.release();
    assertWritten(List.of(first, same));
    assertRefused(refused, ProblemType.CODE_IN_USE);
  }

  @Test
  void areAllThereOnceWhereOneHoldsTheCommitAndItIsNotKnown() throws Exception {
    Semaphore disk = connections.holdOnce();
    connections.breakOnce(When.AFTER_THE_COMMIT);
    Future<StoredResponse> unknown = held();
    Future<StoredResponse> second = writing("a", vote("SECOND"));
    disk.release();

    assertRefused(unknown, ProblemType.STORE_UNAVAILABLE);
    assertWritten(List.of(second));
    assertThat(votes()).containsExactly("FIRST", "SECOND");
  }

  @Test
  void areRepliedToFromWhatWasDecidedNotFromWhatFollowed() throws Exception {
    Semaphore disk = connections.holdOnce();
    List<Integer> chosen = new CopyOnWriteArrayList<>();
    Future<StoredResponse> first =
        writers.submit(
            () ->
                ledger.append(
                    "a",
                    vote("FIRST"),
                    after -> {
                      chosen.add(after.log().size());
                      return () -> REPLY;
                    },
                    null));
    awaitHeld();

    assertThat(chosen).as("before it is on the disk").containsExactly(1);
    disk.release();
    assertWritten(List.of(first));
    assertThat(chosen).hasSize(1);
  }

  private static void assertWritten(List<Future<StoredResponse>> writes) throws Exception {
    for (Future<StoredResponse> write : writes) {
      assertThat(write.get(2, TimeUnit.MINUTES)).isEqualTo(REPLY);
    }
  }

  private static void assertRefused(Future<StoredResponse> write, ProblemType type) {
    assertThatThrownBy(() -> write.get(2, TimeUnit.MINUTES))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOfSatisfying(ProblemException.class, r -> assertThat(r.type()).isEqualTo(type));
  }
}
