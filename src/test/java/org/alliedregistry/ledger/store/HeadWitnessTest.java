package org.alliedregistry.ledger.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.reference.Condition;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.ledger.row.PrivateStore;
import org.alliedregistry.ledger.row.StoredResponse;
import org.alliedregistry.support.MovableClock;
import org.alliedregistry.support.PrivateStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger that lacks its last entries is a sound chain, and is refused. */
@QuarkusTest
@TestProfile(PrivateStores.class)
class HeadWitnessTest {

  private static final StoredResponse REPLY =
      new StoredResponse(201, null, null, "application/json", new byte[0]);

  @TempDir Path dir = Path.of("");

  private final MovableClock clock = new MovableClock(Instant.parse("2026-06-01T12:00:00Z"));
  private final PrivateStore store = new PrivateStore();

  private Ledger open(Optional<Path> file, boolean acceptsLoss) {
    return store.ledger(clock, new PrivateStore.Settings(file, acceptsLoss));
  }

  private static void write(Ledger ledger, String... codes) {
    for (String code : codes) {
      List<EntryContent> content =
          List.of(new EntryContent.ConditionVersionRecorded(new Condition(code, "A vote", true)));
      ledger.append("secretariat", registry -> content, after -> () -> REPLY, null);
    }
  }

  private void cutTo(int entries) {
    store.execute("delete from ledger_entry where sequence > " + entries);
  }

  private void assertRefusedNaming(Optional<Path> file, LedgerHead noted, String found) {
    assertThatThrownBy(() -> open(file, false))
        .hasMessage(
            found
                + ", but "
                + noted
                + " was recorded; restore a newer backup, or set"
                + " REGISTRY_LEDGER_ACCEPT_LOST_ENTRIES=true to go on without what is lost");
  }

  @Test
  void isRefusedByTheRow() {
    isRefused(Optional.empty());
  }

  @Test
  void isRefusedByTheFile() {
    isRefused(Optional.of(dir.resolve("registry.head")));
  }

  private void isRefused(Optional<Path> file) {
    Ledger ledger = open(file, false);
    write(ledger, "ONE", "TWO", "THREE");
    LedgerHead noted = LedgerHead.of(ledger.head());
    LedgerHead second = LedgerHead.of(ledger.registry().log().get(1).stamp());

    cutTo(2);
    assertRefusedNaming(file, noted, "the ledger ends with " + second);
    cutTo(0);
    assertRefusedNaming(file, noted, "the ledger is empty");
  }

  @Test
  void isTakenAsItIsWhereThatIsTold() {
    for (Optional<Path> file :
        List.of(Optional.<Path>empty(), Optional.of(dir.resolve("registry.head")))) {
      write(open(file, false), "ONE" + file.isPresent(), "TWO" + file.isPresent());
      int kept = open(file, false).registry().log().size() - 1;
      cutTo(kept);

      assertThat(open(file, true).registry().log()).hasSize(kept);
      write(open(file, true), "THREE" + file.isPresent());
      assertThat(open(file, false).registry().log()).hasSize(kept + 1);
      cutTo(0);
      open(file, true);
    }
  }

  @Test
  void isRefusedWhereItWentOnAnotherWay() {
    Ledger ledger = open(Optional.empty(), false);
    write(ledger, "ONE", "TWO");
    LedgerHead noted = LedgerHead.of(ledger.head());
    cutTo(1);
    store.execute("delete from ledger_head");
    Ledger other = open(Optional.empty(), false);
    write(other, "OTHER", "MORE");
    LedgerHead instead = LedgerHead.of(other.registry().log().get(1).stamp());
    store.execute("update ledger_head set sequence = 2, hash = '%s'".formatted(noted.hash()));

    assertRefusedNaming(Optional.empty(), noted, "the ledger has " + instead);
  }

  @Test
  void isNoticedByANodeThatFollows() {
    Ledger value = open(Optional.empty(), false);
    write(value, "ONE");
    Ledger other = open(Optional.empty(), false);
    write(value, "TWO", "THREE");
    cutTo(2);

    assertThatThrownBy(() -> other.catchUpTo(Long.MAX_VALUE))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("the ledger ends with entry 2")
        .hasMessageContaining(LedgerHead.of(value.head()).toString());
    assertThat(other.registry().log()).hasSize(1);
  }

  @Test
  void mayBeAheadOfTheWitness() throws Exception {
    Path file = dir.resolve("registry.head");
    Ledger ledger = open(Optional.of(file), false);
    write(ledger, "ONE");
    byte[] earlier = Files.readAllBytes(file);
    write(ledger, "TWO", "THREE");
    Files.write(file, earlier);

    assertThat(open(Optional.of(file), false).registry().log()).hasSize(3);
    assertThat(new HeadFile(file).read()).contains(LedgerHead.of(ledger.head()));
  }

  @Test
  void hasItsWitnessMadeWhereItHasNone() throws Exception {
    Path file = dir.resolve("registry.head");
    write(open(Optional.empty(), false), "ONE");
    open(Optional.of(file), false);
    assertThat(new HeadFile(file).read()).map(LedgerHead::sequence).contains(1L);

    Files.write(file, new byte[0]);
    open(Optional.of(file), false);
    assertThat(new HeadFile(file).read()).map(LedgerHead::sequence).contains(1L);
  }

  @Test
  void isRefusedWhereTheFileNamesNoEntry() throws Exception {
    Path file = dir.resolve("registry.head");
    write(open(Optional.of(file), false), "ONE");
    Files.writeString(file, "something else");

    assertThatThrownBy(() -> open(Optional.of(file), false))
        .hasMessageContaining("registry.head does not name an entry");
  }
}
