package org.alliedregistry.ledger.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.baseline.Milestone;
import org.alliedregistry.domain.baseline.Requirement;
import org.alliedregistry.domain.baseline.SourcedFactor;
import org.alliedregistry.domain.declaration.DeclarationStatement;
import org.alliedregistry.domain.pledge.Origin;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.statement.FieldValue;
import org.alliedregistry.domain.pledge.statement.Position;
import org.alliedregistry.domain.pledge.statement.Progress;
import org.alliedregistry.domain.pledge.statement.Side;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.pledge.statement.StatementContent;
import org.alliedregistry.domain.quantity.PlanningFactor;
import org.alliedregistry.domain.quantity.Quantity;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.reference.Ally;
import org.alliedregistry.domain.reference.AllyGroup;
import org.alliedregistry.domain.reference.Attribution;
import org.alliedregistry.domain.reference.Capability;
import org.alliedregistry.domain.reference.Condition;
import org.alliedregistry.domain.reference.ConditionStatement;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.PlaceOfEmployment;
import org.alliedregistry.domain.reference.Programme;
import org.alliedregistry.domain.reference.Purpose;
import org.alliedregistry.domain.reference.Releasability;
import org.alliedregistry.domain.reference.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is stored is read back as what was recorded, and its form is canonical. */
class CanonicalJsonTest {

  private static final Source SOURCE =
      new Source("A title", null, "https://example.org/a", LocalDate.of(2026, 1, 1));
  private static final Attribution SAID =
      new Attribution(
          LocalDate.of(2026, 2, 3),
          EvidenceGrade.REPORTED,
          "A speaker",
          SOURCE,
          Releasability.PUBLIC,
          null,
          false,
          null);

  static List<EntryContent> everyKind() {
    return List.of(
        new EntryContent.AllyVersionRecorded(
            new Ally("EST", "Estonia", Ally.Kind.STATE, Set.of(Ally.Membership.NATO))),
        new EntryContent.CapabilityVersionRecorded(
            new Capability("LAND", "Land", "LAND", List.of("troops", "company"))),
        new EntryContent.ConditionVersionRecorded(new Condition("VOTE", "A vote", true)),
        new EntryContent.ConditionStatementRecorded(
            "VOTE", new ConditionStatement("c1", SAID, Condition.State.MET, "EST")),
        new EntryContent.DeclarationStatementRecorded(
            new DeclarationStatement("d1", "d", SAID, "Twenty-six", 26, List.of("FRA", "EST"))),
        new EntryContent.DeclarationStatementRecorded(
            new DeclarationStatement("d2", "d", SAID, null, null, List.of())),
        new EntryContent.BaselineVersionRecorded(baseline()),
        new EntryContent.PledgeVersionRecorded(pledge()),
        new EntryContent.PledgeVersionRecorded(financed()),
        new EntryContent.GroupVersionRecorded(
            AllyGroup.of(
                "BALTIC",
                "Baltic states",
                List.of("EST", "LVA", "LTU"),
                new Source("A list", null, null, null))),
        new EntryContent.ProgrammeVersionRecorded(
            new Programme("PURL", "A list", "What is needed most")),
        new EntryContent.StatementRecorded(new Statement("s1", "p1", SAID, with())),
        new EntryContent.StatementRecorded(
            new Statement("s2", "p1", SAID, StatementContent.nothing())));
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
                new TreeSet<>(),
                new TreeSet<>()),
            new Requirement(
                "SEA", "Sea", "SEA", null, new TreeSet<>(), new TreeSet<>(), new TreeSet<>()),
            new Milestone("MEMBER", "A member", "NATO_MEMBER")));
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
        null,
        null,
        null);
  }

  private static Pledge financed() {
    return new Pledge(
        "p2",
        null,
        List.of("USA"),
        new TreeMap<>(),
        List.of("NOR", "SWE"),
        "LAND",
        Purpose.AID_TO_UKRAINE,
        "Of a programme",
        null,
        "PURL",
        Origin.FROM_STOCK);
  }

  @Test
  void aPledgeWithoutAProgrammeIsWrittenAsItAlwaysWas() {
    assertThat(CanonicalJson.write(new EntryContent.PledgeVersionRecorded(pledge())))
        .doesNotContain("programme", "origin");
  }

  private static StatementContent with() {
    return new StatementContent(
        Position.PLEDGED,
        FieldValue.of(new Quantity(null, decimal("1000000000000000"), "troops")),
        FieldValue.explicitNull(),
        FieldValue.of(new Progress.All()),
        FieldValue.of(new Progress.Some("company")),
        FieldValue.of(new Progress.Counted(new Quantity(decimal("0.001"), null, "troops"))),
        FieldValue.of(new TreeSet<>()),
        new TreeSet<>(Set.of("VOTE")),
        FieldValue.explicitNull(),
        FieldValue.of(PlaceOfEmployment.BLACK_SEA),
        FieldValue.explicitNull(),
        FieldValue.of(LocalDate.of(2026, 12, 31)),
        FieldValue.of(30),
        FieldValue.of(LocalDate.of(2026, 6, 30)),
        Side.DONOR);
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void whatIsStoredIsReadBackAsWhatWasRecorded(EntryContent content) {
    String stored = CanonicalJson.write(content);
    EntryContent read = CanonicalJson.read(CanonicalJson.kind(content), stored);
    assertThat(read).isEqualTo(content);
    assertThat(CanonicalJson.write(read)).isEqualTo(stored);
  }

  @Test
  void whatIsClearedIsNamedAndNeverNull() {
    assertThat(
            CanonicalJson.write(
                new EntryContent.StatementRecorded(new Statement("s1", "p1", SAID, with()))))
        .contains("\"clears\":[\"availableFrom\",\"caveats\",\"wording\"]")
        .doesNotContain("\"caveats\":", "\"wording\":", "\"availableFrom\":");
  }

  /** What is stored is read by later releases, and its digest is made of these very letters. */
  @Test
  void aStatementIsWrittenAsItAlwaysWas() {
    String said =
        "\"said\":{\"evidence\":\"REPORTED\",\"isVoid\":false,\"releasability\":\"PUBLIC\","
            + "\"saidOn\":\"2026-02-03\",\"source\":{\"publishedOn\":\"2026-01-01\","
            + "\"title\":\"A title\",\"url\":\"https://example.org/a\"},\"speaker\":\"A speaker\"}";

    assertThat(
            CanonicalJson.write(
                new EntryContent.StatementRecorded(
                    new Statement("s1", "p1", SAID, StatementContent.nothing()))))
        .isEqualTo(
            "{\"statement\":{\"id\":\"s1\",\"pledge\":\"p1\","
                + said
                + ",\"says\":{\"lifts\":[]}}}");
    assertThat(
            CanonicalJson.write(
                new EntryContent.ConditionStatementRecorded(
                    "VOTE", new ConditionStatement("c1", SAID, Condition.State.MET, "EST"))))
        .isEqualTo(
            "{\"condition\":\"VOTE\",\"statement\":{\"ally\":\"EST\",\"id\":\"c1\","
                + said
                + ",\"state\":\"MET\"}}");
  }

  @Test
  void theLinesOfABaselineAreWrittenAsTheyAlwaysWere() {
    assertThat(CanonicalJson.write(new EntryContent.BaselineVersionRecorded(baseline())))
        .contains(
            "\"requirements\":[{\"capability\":\"LAND\",\"code\":\"LAND\",\"places\":[],"
                + "\"purposes\":[\"GUARANTEE_FORCE\"],\"refuses\":[],"
                + "\"required\":{\"amount\":4,\"unit\":\"brigade\"},\"title\":\"Land\"},"
                + "{\"capability\":\"SEA\",\"code\":\"SEA\",\"places\":[],\"purposes\":[],"
                + "\"refuses\":[],\"title\":\"Sea\"},"
                + "{\"code\":\"MEMBER\",\"milestone\":\"NATO_MEMBER\",\"title\":\"A member\"}]");
  }

  /** Entries were written so before there was "clears": their text is kept, and its digest. */
  @Test
  void aNullOfAnOldEntryIsRead() {
    String old =
        "{\"statement\":{\"id\":\"s\",\"pledge\":\"p\",\"said\":{\"evidence\":\"OFFICIAL\","
            + "\"isVoid\":false,\"releasability\":\"PUBLIC\",\"saidOn\":\"2026-01-05\","
            + "\"source\":{\"title\":\"T\"}},\"says\":{\"amount\":null,\"availableUntil\":null,"
            + "\"committed\":{\"part\":\"all\"},\"conditions\":[],\"inPlace\":null,\"lifts\":[]}}}";
    StoredEntry row = stored(old);
    assertThat(row.isHashCorrect()).isTrue();
    StatementContent says =
        ((EntryContent.StatementRecorded) row.entry().content()).statement().content();
    assertThat(says.clears()).containsExactly("amount", "availableUntil", "inPlace");
    assertThat(says.conditions()).isEqualTo(FieldValue.of(new TreeSet<String>()));
    assertThat(says.speaksOf())
        .containsExactly("amount", "availableUntil", "committed", "conditions", "inPlace");
  }

  private static StoredEntry stored(String content) {
    Instant at = Instant.parse("2026-01-05T12:00:00.000001Z");
    String digest = ChainLink.sha256(content);
    ChainLink link = new ChainLink(1, at, "secretariat", "statement", "p", digest, ChainLink.ROOT);
    return new StoredEntry(
        1, at, "secretariat", "statement", "p", digest, ChainLink.ROOT, link.hash(), content);
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void whatIsNotCanonicalIsRefused(EntryContent content) {
    String stored = CanonicalJson.write(content).replaceFirst("\\{", "{\"alien\":1,");
    assertThatThrownBy(() -> CanonicalJson.read(CanonicalJson.kind(content), stored))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void numbersArePlain(EntryContent content) {
    assertThat(CanonicalJson.write(content)).doesNotContainPattern("\\d[eE][+-]?\\d");
  }
}
