package org.alliedregistry.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.alliedregistry.reference.Ally;
import org.alliedregistry.registry.Content;
import org.alliedregistry.registry.Entry;
import org.alliedregistry.support.MovableClock;
import org.junit.jupiter.api.Test;

/** When an entry is said to be recorded. */
class RecordedAtTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private final MovableClock clock = new MovableClock(NOON);
  private final Ledger ledger = new PrivateStore().ledger(clock);

  private static Content ally(String code) {
    return new Content.AllyVersion(new Ally(code, code, Ally.Kind.STATE, Set.of()));
  }

  private List<Instant> instants() {
    return ledger.registry().journal().stream().map(Entry::stamp).map(s -> s.at()).toList();
  }

  @Test
  void allOfOneTransactionHasOneInstant() {
    ledger.write(
        "a", List.of(now -> List.of(ally("AAA"), ally("BBB")), now -> List.of(ally("CCC"))));

    assertThat(instants()).containsExactly(NOON, NOON, NOON);
  }

  @Test
  void nextTransactionIsLaterThoughTheClockStands() {
    ledger.write("a", List.of(now -> List.of(ally("AAA"))));
    ledger.write("a", List.of(now -> List.of(ally("BBB"))));

    assertThat(instants()).containsExactly(NOON, NOON.plusNanos(1000));
  }

  @Test
  void nextTransactionIsLaterThoughTheClockIsSetBack() {
    ledger.write("a", List.of(now -> List.of(ally("AAA"))));
    clock.move(Duration.ofDays(-3));
    ledger.write("a", List.of(now -> List.of(ally("BBB"))));
    clock.move(Duration.ofDays(3).plusSeconds(1).plusNanos(1));
    ledger.write("a", List.of(now -> List.of(ally("CCC"))));

    assertThat(instants()).containsExactly(NOON, NOON.plusNanos(1000), NOON.plusSeconds(1));
  }
}
