package org.alliedregistry.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.alliedregistry.reference.Ally;
import org.alliedregistry.reference.Audience;
import org.alliedregistry.registry.Content;
import org.alliedregistry.registry.Registry;
import org.alliedregistry.support.MovableClock;
import org.junit.jupiter.api.Test;

/** What an audience sees of the ledger as it is, as it was decided, and as it was known. */
class ViewsTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private final PrivateStore store = new PrivateStore();

  private static void record(Ledger ledger, String ally) {
    Content content = new Content.AllyVersion(new Ally(ally, ally, Ally.Kind.STATE, Set.of()));
    ledger.write("tests", List.of(now -> List.of(content)));
  }

  private Ledger at(Instant instant) {
    return store.ledger(Clock.fixed(instant, ZoneOffset.UTC));
  }

  @Test
  void whatWasDecidedIsShownAsItWasThoughMoreIsRecordedSince() {
    Ledger ledger = at(NOON);
    Views views = new Views(ledger);
    record(ledger, "AAA");
    Registry decided = ledger.registry();
    record(ledger, "BBB");

    assertThat(views.registry(Audience.PUBLIC).allies()).containsOnlyKeys("AAA", "BBB");
    assertThat(views.of(Audience.PUBLIC, decided).allies()).containsOnlyKeys("AAA");
  }

  @Test
  void whatAnotherNodeRecordedByAnInstantIsToldOnceItIsHeardOf() {
    Ledger slow = at(NOON);
    record(slow, "AAA");
    record(slow, "BBB");
    Ledger here = at(NOON.plusSeconds(10));
    Views views = new Views(here);
    Instant asked = NOON.plusSeconds(1);
    assertThat(views.known(asked, Audience.PUBLIC).allies()).containsOnlyKeys("AAA", "BBB");

    record(slow, "CCC");
    here.catchUp();

    assertThat(views.known(asked, Audience.PUBLIC).allies()).containsOnlyKeys("AAA", "BBB", "CCC");
  }

  @Test
  void whatWasKnownAtAnInstantStaysSoThoughTheClockGoesBack() {
    MovableClock clock = new MovableClock(NOON);
    Ledger ledger = store.ledger(clock);
    Views views = new Views(ledger);
    record(ledger, "AAA");
    clock.move(Duration.ofSeconds(10));
    Instant asked = NOON.plusSeconds(9);
    Registry known = views.known(asked, Audience.PUBLIC);

    clock.move(Duration.ofSeconds(-9));
    record(ledger, "BBB");

    assertThat(views.known(asked, Audience.PUBLIC)).isEqualTo(known);
    assertThat(ledger.registry().allies()).containsOnlyKeys("AAA", "BBB");
  }
}
