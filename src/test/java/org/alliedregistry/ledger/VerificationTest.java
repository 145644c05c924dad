package org.alliedregistry.ledger;

import static org.alliedregistry.ledger.Verification.Kind.CHANGED;
import static org.alliedregistry.ledger.Verification.Kind.INSERTED;
import static org.alliedregistry.ledger.Verification.Kind.MISSING;
import static org.alliedregistry.ledger.Verification.Kind.REORDERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.reference.Ally;
import org.alliedregistry.ledger.Verification.Kind;
import org.alliedregistry.ledger.row.PrivateStore;
import org.alliedregistry.problem.StartupRefused;
import org.alliedregistry.support.PrivateStores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every kind of tampering with the rows is found and named. */
@QuarkusTest
@TestProfile(PrivateStores.class)
class VerificationTest {

  private static final int ENTRIES = 9;

  private final PrivateStore store = new PrivateStore();
  private final Ledger ledger = store.ledger(Clock.systemUTC());

  @BeforeEach
  void nineEntriesAreRecorded() {
    for (int i = 1; i <= ENTRIES; i++) {
      Ally ally = new Ally("A" + i, "Ally " + i, Ally.Kind.STATE, Set.of());
      ledger.append(
          "tests", List.of(registry -> List.of(new EntryContent.AllyVersionRecorded(ally))));
    }
    store.execute("alter table ledger_entry alter column content drop not null");
  }

  private void assertFound(Object... sequencesAndKinds) {
    List<Object> found =
        ledger.verify().faults().stream()
            .<Object>flatMap(f -> List.of(f.sequence(), f.kind()).stream())
            .toList();
    assertThat(found).containsExactly(sequencesAndKinds);
    assertThat(ledger.verify().isVerified()).isFalse();
    assertThatThrownBy(() -> store.ledger(Clock.systemUTC()))
        .isInstanceOf(StartupRefused.class)
        .hasMessageContaining("ledger entry " + sequencesAndKinds[0]);
  }

  private void move(long from, long to) {
    store.execute("update ledger_entry set sequence = " + to + " where sequence = " + from);
  }

  private void copy(long from, long to, String hash) {
    store.execute(
        "insert into ledger_entry select "
            + to
            + ", recorded_at, actor, kind, subject, content_digest, '"
            + hash
            + "x', '"
            + hash
            + "', content from ledger_entry where sequence = "
            + from);
  }

  @Test
  void untouchedRowsAreVerified() {
    Verification verification = ledger.verify();

    assertThat(verification.isVerified()).isTrue();
    assertThat(verification.head()).isEqualTo(ledger.registry().last());
    assertThat(verification.head().sequence()).isEqualTo(ENTRIES);
  }

  @Test
  void changedContentIsFound() {
    store.execute(
        "update ledger_entry set content = replace(content, 'Ally 4', 'Ally 5') where sequence"
            + " = 4");

    assertFound(4L, CHANGED);
  }

  @Test
  void eachChangedFieldIsFound() {
    for (String change :
        List.of(
            "actor = 'nobody'",
            "kind = 'capability'",
            "subject = '/v1/allies/A3'",
            "recorded_at = recorded_at + interval '1' second",
            "content_digest = 'b'",
            "previous_hash = 'c'",
            "hash = 'a'")) {
      PrivateStore other = new PrivateStore();
      Ledger tampered = other.ledger(Clock.systemUTC());
      for (int i = 1; i <= 3; i++) {
        Ally ally = new Ally("A" + i, "Ally " + i, Ally.Kind.STATE, Set.of());
        tampered.append(
            "tests", List.of(registry -> List.of(new EntryContent.AllyVersionRecorded(ally))));
      }
      other.execute("update ledger_entry set " + change + " where sequence = 2");

      assertThat(tampered.verify().faults())
          .as(change)
          .extracting(Verification.Fault::sequence, Verification.Fault::kind)
          .containsExactly(org.assertj.core.api.Assertions.tuple(2L, CHANGED));
    }
  }

  @Test
  void missingEntryIsFound() {
    store.execute("delete from ledger_entry where sequence = 5");

    assertFound(5L, MISSING);
  }

  @Test
  void missingLastEntryIsFound() {
    store.execute("delete from ledger_entry where sequence = 9");

    assertThat(ledger.verify().faults())
        .containsExactly(new Verification.Fault(9, MISSING, "The entry is missing."));
  }

  @Test
  void missingContentIsFound() {
    store.execute("update ledger_entry set content = null where sequence = 6");

    assertFound(6L, MISSING);
  }

  @Test
  void swappedEntriesAreFound() {
    move(3, 100);
    move(7, 3);
    move(100, 7);

    assertFound(3L, REORDERED, 7L, REORDERED);
  }

  @Test
  void entryInsertedBetweenIsFoundAndThoseItShiftedAreNamed() {
    for (int i = ENTRIES; i >= 8; i--) {
      move(i, i + 1);
    }
    copy(2, 8, "f".repeat(60));

    assertFound(8L, INSERTED, 9L, REORDERED, 10L, REORDERED);
  }

  @Test
  void entryInsertedAtTheEndIsFound() {
    copy(2, 10, "f".repeat(60));

    assertFound(10L, INSERTED);
  }

  @Test
  void entryInsertedBeforeTheFirstIsFound() {
    copy(2, 0, "f".repeat(60));

    assertThat(ledger.verify().faults())
        .extracting(Verification.Fault::sequence, Verification.Fault::kind)
        .containsExactly(org.assertj.core.api.Assertions.tuple(0L, INSERTED));
  }

  @Test
  void writesDuringAVerificationAreNoFaults() throws InterruptedException {
    Thread writer =
        new Thread(
            () -> {
              for (int i = 0; i < 300; i++) {
                Ally ally = new Ally("B" + i, "Ally", Ally.Kind.STATE, Set.of());
                ledger.append(
                    "tests",
                    List.of(registry -> List.of(new EntryContent.AllyVersionRecorded(ally))));
              }
            });
    writer.start();
    while (writer.isAlive()) {
      assertThat(ledger.verify().faults()).isEmpty();
    }
    writer.join();
  }

  @Test
  void atMostAHundredFaultsAreNamed() {
    for (int i = 0; i < 150; i++) {
      copy(2, 1000 + i, "f".repeat(60) + i);
    }

    assertThat(ledger.verify().faults()).hasSize(100);
    assertThat(ledger.verify().faults().get(99).sequence()).isEqualTo(1099);
    assertThat(Kind.values()).hasSize(4);
  }
}
