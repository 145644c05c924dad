package org.alliedregistry.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Ally;
import org.alliedregistry.ledger.GroupCommit;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.ledger.Ledger.AuthoredCommands;
import org.alliedregistry.ledger.row.LedgerStore;
import org.alliedregistry.ledger.row.PrivateStore;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.support.BreakingConnections;
import org.alliedregistry.support.BreakingConnections.When;
import org.alliedregistry.support.MovableClock;
import org.alliedregistry.support.PrivateStores;
import org.junit.jupiter.api.Test;

/** The update of the record in a store. */
@QuarkusTest
@TestProfile(PrivateStores.class)
class RecordUpdateTest {

  private final MovableClock clock = new MovableClock(Instant.parse("2026-08-01T12:00:00Z"));
  private final BreakingConnections connections = new BreakingConnections();
  private final PrivateStore store = new PrivateStore(connections::to);

  private Ledger open() {
    LedgerStore rows = store.rows(clock);
    Ledger ledger = new Ledger(rows, new GroupCommit(rows), clock);
    ledger.load();
    return ledger;
  }

  private Ledger openOlder() {
    RecordFiles older = OlderRecord.FILES;
    Ledger ledger = open();
    ledger.append(
        List.of(
            new AuthoredCommands(ReferenceData.RECORDER, older.data().commands()),
            new AuthoredCommands(PublicRecord.RECORDER, older.record().commands())));
    clock.move(Duration.ofDays(1));
    return ledger;
  }

  @Test
  void isOneTransactionAndTheSecondOneRecordsNothing() {
    Ledger ledger = openOlder();
    RegistrySnapshot before = ledger.registry();
    int commits = connections.commits();

    assertThat(RecordUpdate.update(ledger)).isTrue();
    assertThat(connections.commits()).isEqualTo(commits + 1);
    Ledger restarted = open();
    assertThat(restarted.verify().isVerified()).isTrue();
    assertThat(restarted.registry()).isEqualTo(ledger.registry());
    assertThat(restarted.registry().knownAt(clock.instant().minus(Duration.ofHours(1))))
        .isEqualTo(before);
    assertThat(RecordUpdate.update(restarted)).isFalse();
    assertThat(open().registry().log()).hasSameSizeAs(ledger.registry().log());
  }

  @Test
  void aStoreOfThisReleaseNeedsNoneAfterItWasReadBack() {
    RegistryStartup.fill(open(), true);

    assertThat(RecordUpdate.update(open())).isFalse();
  }

  @Test
  void recordsNothingIfItsTransactionFails() {
    Ledger ledger = openOlder();
    int before = ledger.registry().log().size();
    connections.breakOnce(When.BEFORE_THE_COMMIT);
    assertThatThrownBy(() -> RecordUpdate.update(ledger)).isInstanceOf(ProblemException.class);

    assertThat(open().registry().log()).hasSize(before);
  }

  @Test
  void isRecordedOnceByNodesThatStartAtOnce() {
    openOlder();
    List<Ledger> nodes = Stream.generate(this::open).limit(3).toList();
    List<CompletableFuture<Boolean>> updates =
        nodes.stream()
            .map(
                node ->
                    CompletableFuture.supplyAsync(
                        () -> RecordUpdate.update(node), task -> new Thread(task).start()))
            .toList();

    assertThat(updates.stream().map(CompletableFuture::join)).containsOnlyOnce(true);
    Ledger afterwards = open();
    assertThat(afterwards.verify().isVerified()).isTrue();
    assertThat(RecordUpdate.update(afterwards)).isFalse();
  }

  @Test
  void whatWasDecidedOnAnEarlierStateIsNotRecorded() {
    Ledger ledger = openOlder();
    RegistrySnapshot basis = ledger.registry();
    EntryContent ally =
        new EntryContent.AllyVersionRecorded(
            new Ally("XYZ", "Of a test", Ally.Kind.ORGANISATION, Set.of()));
    List<AuthoredCommands> commands =
        List.of(new AuthoredCommands("tests", List.of(registry -> List.of(ally))));

    assertThat(ledger.append(basis, commands)).isTrue();
    assertThat(ledger.append(basis, commands)).isFalse();
    assertThat(ledger.registry().log()).hasSize(basis.log().size() + 1);
  }
}
