package org.alliedregistry.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.List;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Capability;
import org.alliedregistry.domain.reference.Condition;
import org.alliedregistry.ledger.GroupCommit;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.ledger.row.LedgerStore;
import org.alliedregistry.ledger.row.PrivateStore;
import org.alliedregistry.problem.ProblemException;
import org.alliedregistry.support.BreakingConnections;
import org.alliedregistry.support.BreakingConnections.When;
import org.alliedregistry.support.MovableClock;
import org.alliedregistry.support.PrivateStores;
import org.junit.jupiter.api.Test;

/** The first start on an empty store. */
@QuarkusTest
@TestProfile(PrivateStores.class)
class FirstStartTest {

  private final MovableClock clock = new MovableClock(Instant.parse("2026-06-01T12:00:00Z"));
  private final BreakingConnections connections = new BreakingConnections();
  private final PrivateStore store = new PrivateStore(connections::to);

  private Ledger open() {
    LedgerStore rows = store.rows(clock);
    Ledger ledger = new Ledger(rows, new GroupCommit(rows), clock);
    ledger.load();
    return ledger;
  }

  @Test
  void recordsEverythingInOneTransaction() {
    assertThat(RegistryStartup.fill(open(), true)).isTrue();

    assertThat(connections.commits()).isEqualTo(1);
    assertThat(open().registry().pledges()).isNotEmpty();
  }

  @Test
  void recordsNothingIfItsTransactionFails() {
    connections.breakOnce(When.BEFORE_THE_COMMIT);
    Ledger ledger = open();
    assertThatThrownBy(() -> RegistryStartup.fill(ledger, true))
        .isInstanceOf(ProblemException.class);

    assertThat(open().registry().log()).isEmpty();
  }

  @Test
  void recordsTheReferenceDataBeforeThePublicRecord() {
    RegistryStartup.fill(open(), true);
    RegistrySnapshot registry = open().registry();

    assertThat(registry.knownAt(Instant.parse("2026-01-01T00:00:00Z")).pledges()).isEmpty();
    assertThat(registry.knownAt(Instant.parse("2026-01-01T00:00:00Z")).baselines()).isNotEmpty();
  }

  @Test
  void laterStartAddsTheReferenceDataThatIsNotThere() {
    Ledger ledger = open();
    ledger.append(
        "registry",
        List.of(
            registry ->
                List.of(
                    new EntryContent.CapabilityVersionRecorded(
                        new Capability("FUNDING", "Renamed", "FUNDING", List.of("USD"))))));
    int added = RegistryStartup.addMissingReferenceData(ledger);
    RegistrySnapshot registry = open().registry();

    assertThat(registry.log().size()).isEqualTo(added + 1);
    assertThat(registry.exchangeRates()).containsKey("EUR");
    assertThat(registry.baseline("euro-atlantic-framework").orElseThrow().milestones())
        .hasSize(11)
        .allSatisfy(m -> assertThat(registry.condition(m.milestone())).isPresent());
    assertThat(registry.capability("NATO_MEMBERSHIP")).isPresent();
    assertThat(registry.capability("FUNDING").orElseThrow().name()).isEqualTo("Renamed");
    assertThat(RegistryStartup.addMissingReferenceData(open())).isZero();
  }

  @Test
  void whatDoesNotFitIsLeftOutAndTheRestIsAdded() {
    Ledger ledger = open();
    ledger.append(
        "secretariat",
        List.of(
            registry ->
                List.of(
                    new EntryContent.ConditionVersionRecorded(
                        new Condition("EU_MEMBER", "Each state has ratified.", true)))));
    assertThat(RegistryStartup.addMissingReferenceData(ledger)).isPositive();
    RegistrySnapshot registry = open().registry();

    assertThat(registry.baselines())
        .containsKeys("four-brigades-ten-squadrons", "steel-hedgehog")
        .doesNotContainKey("euro-atlantic-framework");
    assertThat(registry.condition("EU_MEMBER").orElseThrow().condition().perAlly()).isTrue();
    assertThat(RegistryStartup.addMissingReferenceData(open())).isZero();
  }
}
