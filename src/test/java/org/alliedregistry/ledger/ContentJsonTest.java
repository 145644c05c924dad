package org.alliedregistry.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.alliedregistry.baseline.Baseline;
import org.alliedregistry.baseline.Requirement;
import org.alliedregistry.baseline.SourcedFactor;
import org.alliedregistry.pledge.Part;
import org.alliedregistry.pledge.Pledge;
import org.alliedregistry.pledge.Position;
import org.alliedregistry.pledge.Said;
import org.alliedregistry.pledge.Says;
import org.alliedregistry.pledge.Statement;
import org.alliedregistry.quantity.PlanningFactor;
import org.alliedregistry.quantity.Quantity;
import org.alliedregistry.reference.Ally;
import org.alliedregistry.reference.Attribution;
import org.alliedregistry.reference.Capability;
import org.alliedregistry.reference.Condition;
import org.alliedregistry.reference.ConditionStatement;
import org.alliedregistry.reference.Evidence;
import org.alliedregistry.reference.Place;
import org.alliedregistry.reference.Purpose;
import org.alliedregistry.reference.Releasability;
import org.alliedregistry.reference.Source;
import org.alliedregistry.registry.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is stored is read back as what was recorded, and its form is canonical. */
class ContentJsonTest {

  private static final Source SOURCE =
      new Source("A title", null, "https://example.org/a", LocalDate.of(2026, 1, 1));
  private static final Attribution SAID =
      new Attribution(
          LocalDate.of(2026, 2, 3),
          Evidence.REPORTED,
          "A speaker",
          SOURCE,
          Releasability.PUBLIC,
          null,
          false,
          null);

  static List<Content> everyKind() {
    return List.of(
        new Content.AllyVersion(
            new Ally("EST", "Estonia", Ally.Kind.STATE, Set.of(Ally.Membership.NATO))),
        new Content.CapabilityVersion(
            new Capability("LAND", "Land", "LAND", List.of("troops", "company"))),
        new Content.ConditionVersion(new Condition("VOTE", "A vote", true)),
        new Content.ConditionSaid(
            "VOTE", new ConditionStatement("c1", SAID, Condition.State.MET, "EST")),
        new Content.BaselineVersion(baseline()),
        new Content.PledgeVersion(pledge()),
        new Content.PledgeSaid(new Statement("s1", "p1", SAID, says())),
        new Content.PledgeSaid(new Statement("s2", "p1", SAID, Says.nothing())));
  }

  private static Baseline baseline() {
    return new Baseline(
        "force",
        2,
        "A force",
        SOURCE,
        List.of(
            new SourcedFactor(
                new PlanningFactor("brigade", decimal("5000"), decimal("5000"), "troops"), SOURCE),
            new SourcedFactor(
                new PlanningFactor("company", decimal("50"), decimal("250.5"), "troops"), null)),
        List.of(
            new Requirement(
                "LAND",
                "Land",
                "LAND",
                new Requirement.Required(decimal("4"), "brigade"),
                new TreeSet<>(Set.of(Purpose.GUARANTEE_FORCE)),
                new TreeSet<>()),
            new Requirement("SEA", "Sea", "SEA", null, new TreeSet<>(), new TreeSet<>())));
  }

  private static Pledge pledge() {
    TreeMap<String, BigDecimal> shares = new TreeMap<>();
    shares.put("EST", decimal("0.5"));
    shares.put("LVA", decimal("1"));
    return new Pledge(
        "p1",
        "ref",
        List.of("LVA", "EST"),
        shares,
        List.of("NOR"),
        "LAND",
        Purpose.GUARANTEE_FORCE,
        "Title \"quoted\" ü",
        null);
  }

  private static Says says() {
    return new Says(
        Position.PLEDGED,
        Said.of(new Quantity(null, decimal("1000000000000000"), "troops")),
        Said.none(),
        Said.of(new Part.All()),
        Said.of(new Part.Some("company")),
        Said.of(new Part.Counted(new Quantity(decimal("0.001"), null, "troops"))),
        Said.of(new TreeSet<>()),
        new TreeSet<>(Set.of("VOTE")),
        Said.none(),
        Said.of(Place.BLACK_SEA),
        Said.none(),
        Said.of(LocalDate.of(2026, 12, 31)),
        Said.of(30));
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void whatIsStoredIsReadBackAsWhatWasRecorded(Content content) {
    String stored = ContentJson.write(content);
    Content read = ContentJson.read(ContentJson.kind(content), stored);
    assertThat(read).isEqualTo(content);
    assertThat(ContentJson.write(read)).isEqualTo(stored);
  }

  @Test
  void whatIsClearedIsNamedAndNeverNull() {
    assertThat(ContentJson.write(new Content.PledgeSaid(new Statement("s1", "p1", SAID, says()))))
        .contains("\"clears\":[\"availableFrom\",\"caveats\",\"wording\"]")
        .doesNotContain("\"caveats\":", "\"wording\":", "\"availableFrom\":");
  }

  /** Entries were written so before there was "clears": their text is kept, and its digest. */
  @Test
  void aNullOfAnOldEntryIsRead() {
    String old =
        "{\"statement\":{\"id\":\"s\",\"pledge\":\"p\",\"said\":{\"evidence\":\"OFFICIAL\","
            + "\"isVoid\":false,\"releasability\":\"PUBLIC\",\"saidOn\":\"2026-01-05\","
            + "\"source\":{\"title\":\"T\"}},\"says\":{\"amount\":null,\"availableUntil\":null,"
            + "\"committed\":{\"part\":\"all\"},\"conditions\":[],\"inPlace\":null,\"lifts\":[]}}}";
    StoredRow row = stored(old);
    assertThat(row.isSound()).isTrue();
    Says says = ((Content.PledgeSaid) row.entry().content()).statement().says();
    assertThat(says.clears()).containsExactly("amount", "availableUntil", "inPlace");
    assertThat(says.conditions()).isEqualTo(Said.of(new TreeSet<String>()));
    assertThat(says.speaksOf())
        .containsExactly("amount", "availableUntil", "committed", "conditions", "inPlace");
  }

  private static StoredRow stored(String content) {
    Instant at = Instant.parse("2026-01-05T12:00:00.000001Z");
    String digest = Link.sha256(content);
    Link link = new Link(1, at, "secretariat", "statement", "p", digest, Link.ROOT);
    return new StoredRow(
        1, at, "secretariat", "statement", "p", digest, Link.ROOT, link.hash(), content);
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void whatIsNotCanonicalIsRefused(Content content) {
    String stored = ContentJson.write(content).replaceFirst("\\{", "{\"alien\":1,");
    assertThatThrownBy(() -> ContentJson.read(ContentJson.kind(content), stored))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void numbersArePlain(Content content) {
    assertThat(ContentJson.write(content)).doesNotContainPattern("\\d[eE][+-]?\\d");
  }
}
