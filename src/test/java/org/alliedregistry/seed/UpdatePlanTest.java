package org.alliedregistry.seed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.alliedregistry.domain.coverage.Coverage;
import org.alliedregistry.domain.coverage.contribution.AllySelection;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.PledgeRecord;
import org.alliedregistry.domain.record.Recorded;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.AsOf;
import org.alliedregistry.domain.reference.Assumptions;
import org.alliedregistry.domain.reference.Capability;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.Purpose;
import org.alliedregistry.json.StrictJson;
import org.alliedregistry.recording.NewStatement;
import org.alliedregistry.recording.StatementRecorder;
import org.junit.jupiter.api.Test;

/** What an update of the public record would record. */
class UpdatePlanTest {

  private static final StrictJson JSON = new StrictJson(SeedFiles.AS_OF);
  private static final String SAMP_T = "FRA-SAMPT-sale";
  private static final String JOINT = "UK-FRA-2026-land-troops";
  private static final String FRENCH_PART = "FRA-land-troops";

  private static void assertSaysWhat(UpdatedRegistry updated, RecordFiles files) {
    UpdatedRegistry anew = UpdatedRegistry.filled(files);
    assertThat(updated.pledges()).isEqualTo(anew.pledges());
    assertThat(updated.conditions()).isEqualTo(anew.conditions());
    assertThat(updated.referenceData()).isEqualTo(anew.referenceData());
    assertThat(coverage(updated.registry())).isEqualTo(coverage(anew.registry()));
    UpdatePlan again = files.planFor(updated.registry());
    assertThat(again.commands()).isEmpty();
    assertThat(again.refused()).isEmpty();
  }

  /** The headline figures of every baseline at several days and grades. */
  private static Map<String, Object> coverage(RegistrySnapshot registry) {
    Map<String, Object> figures = new LinkedHashMap<>();
    for (String code : registry.baselines().keySet().stream().sorted().toList()) {
      for (EvidenceGrade evidence : EvidenceGrade.values()) {
        for (LocalDate day : List.of(LocalDate.of(2025, 10, 1), LocalDate.of(2026, 7, 31))) {
          CoverageQuery query =
              new CoverageQuery(
                  registry.baseline(code).orElseThrow(),
                  new AsOf(day, evidence),
                  Rung.PLEDGED,
                  Assumptions.NONE,
                  null,
                  null,
                  AllySelection.EVERYONE);
          Coverage.of(query, registry.coverageInput())
              .requirements()
              .forEach(
                  line ->
                      figures.put(
                          code + " " + evidence + " " + day + " " + line.requirement().code(),
                          Stream.of(
                                  line.score(),
                                  line.onStatedNumbers(),
                                  line.byRung(),
                                  line.conditions(),
                                  line.ifAllMet(),
                                  line.byAlly().stream()
                                      .map(row -> row.allies() + " " + row.counted())
                                      .sorted()
                                      .toList())
                              .map(String::valueOf)
                              .toList()));
        }
      }
    }
    return figures;
  }

  private static ObjectNode statement(JsonNode pledge, int number) {
    for (JsonNode statement : pledge.path("statements")) {
      if (statement.path("number").intValue() == number) {
        return (ObjectNode) statement;
      }
    }
    throw new AssertionError("no statement " + number);
  }

  private static PledgeRecord recorded(UpdatedRegistry in, String reference) {
    return in.registry().pledge(PublicRecord.id(reference)).orElseThrow();
  }

  /** A statement of the secretariat on a pledge. */
  private static String said(UpdatedRegistry in, String reference, ObjectNode body) {
    String id = "00000000-0000-4000-8000-" + String.format("%012d", in.registry().log().size());
    in.record(
        "secretariat",
        List.of(
            registry ->
                StatementRecorder.append(
                    registry,
                    registry.pledge(PublicRecord.id(reference)).orElseThrow(),
                    JSON.read(body, NewStatement.class),
                    id)));
    return id;
  }

  private static ObjectNode note(String text) {
    return JsonNodeFactory.instance.objectNode().put("note", text);
  }

  @Test
  void aStoreOfTheEarlierReleaseSaysAfterwardsWhatANewOneSays() {
    UpdatedRegistry store = UpdatedRegistry.filled(RecordFiles.EARLIER);
    UpdatePlan plan = store.update(RecordFiles.BUNDLED);

    assertThat(plan.refused()).isEmpty();
    assertSaysWhat(store, RecordFiles.BUNDLED);
  }

  @Test
  void noReferenceOfTheEarlierReleaseIsAnotherPledgeNow() {
    RegistrySnapshot earlier = UpdatedRegistry.filled(RecordFiles.EARLIER).registry();
    for (JsonNode pledge : RecordFiles.BUNDLED.read("public-record").path("pledges")) {
      assertThat(BundledPledge.key(pledge, earlier)).isEqualTo(BundledPledge.reference(pledge));
    }
  }

  @Test
  void nothingIsLostAndEveryEarlierStateStays() {
    UpdatedRegistry store = UpdatedRegistry.filled(RecordFiles.EARLIER);
    RegistrySnapshot before = store.registry();
    store.update(changed());

    assertThat(store.registry().log().size()).isGreaterThan(before.log().size());
    assertThat(store.registry().asOf(before.log().size())).isEqualTo(before);
    assertThat(store.registry().knownAt(UpdatedRegistry.START.plusSeconds(before.log().size() - 1)))
        .isEqualTo(before);
  }

  @Test
  void aStoreThatSaysWhatTheFilesSayNeedsNothing() {
    UpdatePlan plan =
        RecordFiles.EARLIER.planFor(UpdatedRegistry.filled(RecordFiles.EARLIER).registry());

    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.refused()).isEmpty();
    assertThat(RecordUpdate.warning(plan)).isEmpty();
  }

  /** One change of each kind. */
  private static RecordFiles changed() {
    return RecordFiles.EARLIER
        .withPledge(JOINT, pledge -> statement(pledge, 1).put("wording", "another wording"))
        .withPledge(JOINT, pledge -> ((ArrayNode) pledge.path("statements")).remove(1))
        .withPledge(
            JOINT,
            pledge ->
                ((ArrayNode) pledge.path("statements"))
                    .add(statement(pledge, 1).deepCopy().put("number", 9).put("note", "new")))
        .withPledge("SWE-Gripen-sale", pledge -> pledge.put("title", "Another title"))
        .without("FRA-Rafale-sale")
        .with(
            "public-record",
            record -> {
              ObjectNode copy = RecordFiles.pledge(record, SAMP_T).deepCopy();
              ((ArrayNode) record.path("pledges")).add(copy.put("reference", "new-pledge"));
            })
        .with("capabilities", file -> ((ObjectNode) file.get(0)).put("name", "Another name"));
  }

  @Test
  void eachKindOfChangeIsRecordedAndCounted() {
    UpdatedRegistry store = UpdatedRegistry.filled(RecordFiles.EARLIER);
    int sales = recorded(store, "FRA-Rafale-sale").statements().size();
    UpdatePlan plan = store.update(changed());

    assertThat(plan.refused()).isEmpty();
    assertThat(plan.count(Change.Kind.STATEMENT_CORRECTED)).isEqualTo(1);
    assertThat(plan.count(Change.Kind.PLEDGE_OPENED)).isEqualTo(1);
    assertThat(plan.count(Change.Kind.STATEMENT_VOIDED)).isEqualTo(1 + sales);
    assertThat(plan.count(Change.Kind.PLEDGE_CHANGED)).isEqualTo(1);
    assertThat(plan.count(Change.Kind.REFERENCE_DATA)).isEqualTo(1);
    assertThat(plan.count(Change.Kind.LEFT_ALONE)).isZero();
    assertThat(RecordUpdate.warning(plan))
        .hasValueSatisfying(
            warning ->
                assertThat(warning)
                    .contains(
                        "statements: 1 corrected, 2 added, " + (1 + sales) + " voided; pledges: 1",
                        "1 opened, 1 changed; reference data: 1. It deletes nothing",
                        "REGISTRY_PUBLIC_RECORD=update"));
    assertThat(recorded(store, "FRA-Rafale-sale").isVoid()).isTrue();
    assertSaysWhat(store, changed());
  }

  @Test
  void anUpdateBackToTheEarlierRecordRestoresWhatWasVoided() {
    UpdatedRegistry store = UpdatedRegistry.filled(RecordFiles.EARLIER);
    store.update(changed());
    UpdatePlan plan = store.update(RecordFiles.EARLIER);

    assertThat(plan.refused()).isEmpty();
    assertSaysWhat(store, RecordFiles.EARLIER);
  }

  @Test
  void whatOthersCorrectedVoidedOrAddedStays() {
    UpdatedRegistry store = UpdatedRegistry.filled(RecordFiles.EARLIER);
    List<Recorded<Statement>> joint = recorded(store, JOINT).statements();
    String first = joint.get(0).value().id();
    String second = joint.get(1).value().id();
    said(store, JOINT, note("ours").put("corrects", first).put("position", "PLEDGED"));
    said(store, JOINT, note("no").put("corrects", second).put("void", true));
    ObjectNode sale =
        RecordFiles.pledge(RecordFiles.EARLIER.read("public-record"), "FRA-Rafale-sale");
    said(
        store,
        "FRA-Rafale-sale",
        BundledStatement.withoutRemarks(statement(sale, 1)).put("note", "another"));
    List<Recorded<Statement>> before = recorded(store, "FRA-Rafale-sale").statements();
    UpdatePlan plan = store.update(changed());

    assertThat(plan.count(Change.Kind.STATEMENT_CORRECTED)).isZero();
    assertThat(plan.count(Change.Kind.LEFT_ALONE)).isEqualTo(1);
    assertThat(recorded(store, JOINT).pledgeStatements().uncorrected())
        .extracting(s -> s.attribution().note())
        .contains("ours", "new");
    assertThat(recorded(store, "FRA-Rafale-sale").pledgeStatements().uncorrected())
        .containsExactly(before.get(before.size() - 1).value());
    assertThat(changed().planFor(store.registry()).isEmpty()).isTrue();
  }

  @Test
  void aPledgeWhoseLastVersionIsSomebodyElsesStays() {
    UpdatedRegistry store = UpdatedRegistry.filled(RecordFiles.EARLIER);
    retitle(store, "SWE-Gripen-sale");
    UpdatePlan plan = store.update(changed());

    assertThat(recorded(store, "SWE-Gripen-sale").pledge().title()).isEqualTo("Ours");
    assertThat(plan.count(Change.Kind.LEFT_ALONE)).isEqualTo(1);
    assertThat(plan.count(Change.Kind.PLEDGE_CHANGED)).isZero();
  }

  private static void retitle(UpdatedRegistry store, String reference) {
    store.record(
        "secretariat",
        List.of(
            registry -> {
              Pledge pledge = recorded(store, reference).pledge();
              return List.of(
                  new EntryContent.PledgeVersionRecorded(
                      new Pledge(
                          pledge.id(),
                          pledge.reference(),
                          pledge.allies(),
                          pledge.shares(),
                          pledge.financedBy(),
                          pledge.capability(),
                          pledge.purpose(),
                          "Ours",
                          null,
                          null,
                          null)));
            }));
  }

  @Test
  void aPledgeThatCannotGiveItsReferenceFreeStays() {
    RecordFiles asAid =
        RecordFiles.EARLIER.withPledge(SAMP_T, pledge -> pledge.put("purpose", "AID_TO_UKRAINE"));
    UpdatedRegistry store = UpdatedRegistry.filled(asAid);
    retitle(store, SAMP_T);
    UpdatePlan plan = store.update(RecordFiles.EARLIER);

    assertThat(plan.refused()).singleElement().asString().contains("already has the reference");
    assertThat(recorded(store, SAMP_T).isVoid()).isFalse();
  }

  /** One release before the earlier one, three sales were aid under the same reference. */
  @Test
  void aSaleThatIsRecordedAsAidIsVoidedAndOpenedUnderAnotherId() {
    RecordFiles asAid =
        RecordFiles.EARLIER.withPledge(SAMP_T, pledge -> pledge.put("purpose", "AID_TO_UKRAINE"));
    UpdatedRegistry store = UpdatedRegistry.filled(asAid);
    UpdatePlan plan = store.update(RecordFiles.EARLIER);

    assertThat(plan.refused()).isEmpty();
    assertThat(recorded(store, SAMP_T).isVoid()).isTrue();
    assertThat(recorded(store, SAMP_T).pledge().purpose()).isEqualTo(Purpose.AID_TO_UKRAINE);
    PledgeRecord sale =
        store.registry().pledges().find(PublicRecord.RECORDER, SAMP_T).orElseThrow();
    assertThat(sale.pledge().id())
        .isEqualTo(PublicRecord.id(SAMP_T + "@FRA@AIR_DEFENCE@SALE_TO_UKRAINE"));
    assertThat(sale.pledge().purpose()).isEqualTo(Purpose.SALE_TO_UKRAINE);
    assertSaysWhat(store, RecordFiles.EARLIER);
  }

  @Test
  void aPartLeavesItsWholeBeforeThatBecomesAPart() {
    RecordFiles turned =
        RecordFiles.EARLIER
            .withPledge(FRENCH_PART, pledge -> pledge.remove("partOf"))
            .withPledge("GBR-land-troops", pledge -> pledge.put("partOf", FRENCH_PART))
            .withPledge(JOINT, pledge -> pledge.put("partOf", FRENCH_PART))
            .with("public-record", UpdatePlanTest::withWholesFirst);
    UpdatedRegistry store = UpdatedRegistry.filled(RecordFiles.EARLIER);
    UpdatePlan plan = store.update(turned);

    assertThat(plan.refused()).isEmpty();
    assertThat(recorded(store, JOINT).pledge().partOf()).isEqualTo(PublicRecord.id(FRENCH_PART));
    assertSaysWhat(store, turned);
  }

  private static void withWholesFirst(JsonNode record) {
    ArrayNode pledges = (ArrayNode) record.path("pledges");
    List<JsonNode> sorted = new ArrayList<>();
    pledges.forEach(sorted::add);
    sorted.sort(Comparator.comparing(pledge -> pledge.hasNonNull("partOf")));
    pledges.removeAll();
    pledges.addAll(sorted);
  }

  /** Within one day the order of recording decides, and it must be that of the numbers. */
  @Test
  void aNewReportThatStandsBeforeAnOlderOneOfItsDayIsSaidAfterIt() {
    RecordFiles newer =
        RecordFiles.EARLIER.withPledge(
            JOINT,
            pledge ->
                ((ArrayNode) pledge.path("statements"))
                    .insert(
                        1, statement(pledge, 2).deepCopy().put("number", 9).put("note", "new")));
    UpdatedRegistry store = UpdatedRegistry.filled(RecordFiles.EARLIER);
    store.update(newer);

    assertThat(recorded(store, JOINT).pledgeStatements().uncorrected().get(2).attribution().note())
        .isEqualTo("new");
    assertSaysWhat(store, newer);
  }

  @Test
  void statementsOnConditionsAreLoadedCorrectedAndVoided() {
    RecordFiles met = RecordFiles.EARLIER.with("public-record", r -> condition(r, "MET", 1, 2));
    RecordFiles failed =
        RecordFiles.EARLIER.with("public-record", r -> condition(r, "FAILED", 1, 3));
    UpdatedRegistry store = UpdatedRegistry.filled(met);
    assertThat(store.registry().condition("US_BACKSTOP").orElseThrow().statements()).hasSize(2);
    UpdatePlan plan = store.update(failed);

    assertThat(plan.refused()).isEmpty();
    assertThat(plan.count(Change.Kind.STATEMENT_CORRECTED)).isEqualTo(1);
    assertThat(plan.count(Change.Kind.STATEMENT_VOIDED)).isEqualTo(1);
    assertThat(plan.count(Change.Kind.STATEMENT_ADDED)).isEqualTo(1);
    assertSaysWhat(store, failed);
    assertThat(store.update(RecordFiles.EARLIER).count(Change.Kind.STATEMENT_VOIDED)).isEqualTo(2);
    assertSaysWhat(store, RecordFiles.EARLIER);
  }

  private static void condition(JsonNode record, String state, int... numbers) {
    ObjectNode condition = ((ObjectNode) record).putArray("conditions").addObject();
    ArrayNode statements = condition.put("code", "US_BACKSTOP").putArray("statements");
    for (int number : numbers) {
      ObjectNode statement = statements.addObject();
      statement.put("number", number).put("report", "USA-B01").put("why", "A test.");
      statement.put("state", state).put("saidOn", "2026-0" + number + "-01");
      statement.put("evidence", "REPORTED").putObject("source").put("title", "A report");
    }
  }

  @Test
  void referenceDataOfOthersStays() {
    UpdatedRegistry store = UpdatedRegistry.filled(RecordFiles.EARLIER);
    String code = RecordFiles.EARLIER.read("capabilities").get(0).path("code").asText();
    store.record(
        "secretariat",
        List.of(
            registry -> {
              Capability before = registry.capability(code).orElseThrow();
              return List.of(
                  new EntryContent.CapabilityVersionRecorded(
                      new Capability(code, "Ours", before.domain(), before.units())));
            }));
    UpdatePlan plan = store.update(changed());

    assertThat(store.registry().capability(code).orElseThrow().name()).isEqualTo("Ours");
    assertThat(plan.count(Change.Kind.REFERENCE_DATA)).isZero();
    assertThat(plan.count(Change.Kind.LEFT_ALONE)).isEqualTo(1);
  }

  @Test
  void aUnitThatIsInUseIsKeptAndTheRestIsUpdated() {
    UpdatedRegistry store = UpdatedRegistry.filled(RecordFiles.EARLIER);
    RecordFiles without =
        changed()
            .with(
                "capabilities",
                file ->
                    file.forEach(
                        capability -> {
                          if (capability.path("code").asText().equals("LAND_FORCES")) {
                            ((ArrayNode) capability.path("units")).removeAll().add("troops");
                          }
                        }));
    UpdatePlan plan = store.update(without);

    assertThat(plan.refused()).isNotEmpty();
    assertThat(plan.refused().get(0)).startsWith("/v1/capabilities/LAND_FORCES: These are in use");
    assertThat(plan.count(Change.Kind.STATEMENT_CORRECTED)).isEqualTo(1);
    assertThat(without.planFor(store.registry()).isEmpty()).isTrue();
  }

  @Test
  void aChangedBaselineIsItsNextVersion() {
    UpdatedRegistry store = UpdatedRegistry.filled(RecordFiles.EARLIER);
    RecordFiles retitled =
        RecordFiles.EARLIER.with(
            "baselines", file -> ((ObjectNode) file.get(0)).put("title", "Another title"));
    String code = retitled.read("baselines").get(0).path("code").asText();
    store.update(retitled);

    assertThat(store.registry().baseline(code).orElseThrow().version()).isEqualTo(2);
    assertThat(store.registry().baseline(code, 1)).isPresent();
    assertSaysWhat(store, retitled);
  }
}
