package org.alliedregistry.ledger.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Ally;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.ledger.row.PrivateStore;
import org.alliedregistry.support.MovableClock;
import org.alliedregistry.support.PrivateStores;
import org.junit.jupiter.api.Test;

/** What an audience sees of the ledger as it is, as it was decided, and as it was known. */
@QuarkusTest
@TestProfile(PrivateStores.class)
class AudienceViewsTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private final PrivateStore store = new PrivateStore();

  private static void record(Ledger ledger, String ally) {
    EntryContent content =
        new EntryContent.AllyVersionRecorded(new Ally(ally, ally, Ally.Kind.STATE, Set.of()));
    ledger.append("tests", List.of(registry -> List.of(content)));
  }

  private Ledger at(Instant instant) {
    return store.ledger(Clock.fixed(instant, ZoneOffset.UTC));
  }

  @Test
  void whatWasDecidedIsShownAsItWasThoughMoreIsRecordedSince() {
    Ledger ledger = at(NOON);
    AudienceViews views = new AudienceViews(ledger);
    record(ledger, "AAA");
    RegistrySnapshot decided = ledger.registry();
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
    AudienceViews views = new AudienceViews(here);
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
    AudienceViews views = new AudienceViews(ledger);
    record(ledger, "AAA");
    clock.move(Duration.ofSeconds(10));
    Instant asked = NOON.plusSeconds(9);
    RegistrySnapshot known = views.known(asked, Audience.PUBLIC);

    clock.move(Duration.ofSeconds(-9));
    record(ledger, "BBB");

    assertThat(views.known(asked, Audience.PUBLIC)).isEqualTo(known);
    assertThat(ledger.registry().allies()).containsOnlyKeys("AAA", "BBB");
  }
}
