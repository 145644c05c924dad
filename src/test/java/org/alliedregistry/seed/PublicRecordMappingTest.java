package org.alliedregistry.seed;

import static java.util.Map.entry;
import static org.alliedregistry.seed.MappedRecord.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.alliedregistry.domain.reference.Purpose;
import org.alliedregistry.seed.MappedRecord.Mapped;
import org.junit.jupiter.api.Test;

/** Nothing of the researched reports is lost or changed on the way into the bundled record. */
class PublicRecordMappingTest {

  private static final MappedRecord RECORD = MappedRecord.BUNDLED;

  /** What Ukraine buys is no aid, whatever the report calls it. */
  private static final Set<String> SALES =
      Set.of(
          "FRA-Rafale-sale",
          "FRA-SAMPT-sale",
          "GBR-light-missiles-sale",
          "GBR-minehunters-sale",
          "SWE-Gripen-sale");

  /** Statements of a recipient on the period of what it received. */
  private static final Set<String> PERIOD_OF_A_DELIVERY =
      Set.of(
          "DNK-B01 at DNK-Danish-model-2024 #3",
          "EUE-B08 at EUE-Danish-model-2024 #3",
          "ISL-B02 at ISL-Danish-model-2024 #3",
          "SWE-B02 at SWE-Danish-model-2024 #3");

  /**
   * Reports whose statement takes no position: a third state bars what was handed over, and a
   * mandate is needed for whatever is sent.
   */
  private static final Set<String> WITHOUT_POSITION =
      Set.of("GBR-11 at GBR-minehunters-sale #2", "EST-B03 at EST-land-company #6");

  /** Statements that read another matter of a report than its capability. */
  private static final Set<String> READ_ON_ANOTHER_CAPABILITY =
      Set.of(
          "DEU-B12 at DEU-Bohdana-howitzers #1",
          "EST-B03 at EST-instructors #2",
          "EST-B03 at EST-staff-officers #2");

  /** Codes that belong to the national part of a report which also speaks of a joint whole. */
  private static final Map<String, Set<String>> ON_THE_PART_ALONE =
      Map.of("GBR-05 at UK-FRA-2026-land-troops #2", Set.of("PARLIAMENTARY_APPROVAL"));

  /**
   * Statements that are silent on how far it has come: the veto of a third state speaks of no
   * amount, and what Norway has committed is its own money, not the joint materiel.
   */
  private static final Set<String> SILENT_ON_PROGRESS =
      Set.of("GBR-11 at GBR-minehunters-sale #2", "NOR-10 at LEGIO-training #7");

  /** How a note says how the day is known, by the basis of the report. */
  private static final Map<String, String> DAY_IN_THE_NOTE =
      Map.ofEntries(
          entry("published", "The day is the one on which the source was published"),
          entry(
              "the month named by the note", "Only the month is known; its last day stands for it"),
          entry("the month of the page", "Only the month"),
          entry("the year named", "Only the year is known; its last day stands for it"),
          entry("the Friday after the declaration of 6 January 2026", "The day is worked out"),
          entry("the restatement named by the note", "The day is that of the restatement"),
          entry("not known; the day of the Dutch report it comments on", "The day is not known"),
          entry("period named by the record", "The day is not known"));

  /**
   * Other bases name the event, so the note says that the day is that of it, or how it was found.
   */
  private static final String DAY_OF_AN_EVENT =
      "The day is (that of|worked out|not known)|Only the month is known";

  @Test
  void everyReportIsAStatementOrLeftOutForAWrittenReason() {
    assertThat(RECORD.reports()).hasSize(353);
    Set<String> mapped = new HashSet<>();
    RECORD.statements().forEach(statement -> mapped.add(statement.report()));
    RECORD.facts().forEach(fact -> mapped.add(fact.path("report").textValue()));

    assertThat(mapped).doesNotContainAnyElementsOf(RECORD.leftOut().keySet());
    assertThat(RECORD.leftOut().values()).allMatch(why -> why.length() > 40);
    mapped.addAll(RECORD.leftOut().keySet());
    assertThat(mapped).isEqualTo(RECORD.reports().keySet());
  }

  @Test
  void everyPledgeSaysWhyItIsOne() {
    for (JsonNode pledge : RECORD.pledges()) {
      assertThat(pledge.path("why").asText()).as(pledge.path("reference").asText()).isNotBlank();
    }
    assertThat(RECORD.pledges())
        .extracting(pledge -> pledge.path("reference").asText())
        .doesNotHaveDuplicates();
  }

  /** Statements of one day count in this order, also in a store that got some of them later. */
  @Test
  void theStatementsOfAPledgeStandInTheOrderOfTheirNumbers() {
    for (JsonNode pledge : RECORD.pledges()) {
      assertThat(pledge.path("statements"))
          .extracting(statement -> statement.path("number").asInt())
          .as(pledge.path("reference").asText())
          .allMatch(number -> number > 0)
          .isSorted()
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void aReportReadTwiceSaysWhatIsReadWhere() {
    for (String report : RECORD.reports().keySet()) {
      List<Mapped> statements = RECORD.statementsOf(report);
      assertThat(
              statements.stream()
                  .filter(s -> !s.isOfTheRecipient())
                  .filter(s -> !PERIOD_OF_A_DELIVERY.contains(s.toString())))
          .extracting(Mapped::reference)
          .as(report)
          .doesNotHaveDuplicates();
      if (statements.size() > 1) {
        assertThat(statements)
            .as(report)
            .anySatisfy(s -> assertThat(s.statement().path("why").asText()).isNotEmpty());
      }
    }
  }

  @Test
  void dayEvidenceAndSourceAreThoseOfTheReport() {
    each(
        mapped -> {
          JsonNode report = RECORD.reportOf(mapped);
          JsonNode statement = mapped.statement();
          assertThat(statement.path("saidOn")).as("%s", mapped).isEqualTo(report.path("saidOn"));
          assertThat(statement.path("evidence").asText())
              .as("%s", mapped)
              .isEqualTo(
                  isPromiseAsTheRecipientTellsIt(mapped)
                      ? "REPORTED"
                      : report.path("confidence").asText());
          for (String field : List.of("title", "publisher", "url", "publishedOn")) {
            assertThat(statement.path("source").path(field))
                .as("%s %s", mapped, field)
                .isEqualTo(report.path("source").path(field));
          }
        });
  }

  /** A recipient is heard on what has come so far; what it says of the promise is reported. */
  private static boolean isPromiseAsTheRecipientTellsIt(Mapped mapped) {
    return !mapped.isOfTheRecipient()
        && !PERIOD_OF_A_DELIVERY.contains(mapped.toString())
        && RECORD.statementsOf(mapped.report()).stream()
            .anyMatch(s -> s.isOfTheRecipient() && s.reference().equals(mapped.reference()));
  }

  @Test
  void capabilityPurposeAndAllyAreThoseOfTheReport() {
    each(
        mapped -> {
          JsonNode report = RECORD.reportOf(mapped);
          JsonNode pledge = mapped.pledge();
          if (!READ_ON_ANOTHER_CAPABILITY.contains(mapped.toString())) {
            assertThat(pledge.path("capability"))
                .as("%s", mapped)
                .isEqualTo(report.path("capability"));
          }
          assertThat(pledge.path("purpose").asText())
              .as("%s", mapped)
              .isEqualTo(
                  SALES.contains(pledge.path("reference").asText())
                      ? Purpose.SALE_TO_UKRAINE.name()
                      : report.path("purpose").asText().replace("RELATED_STANDING", "STANDING"));
          assertThat(Stream.of("allies", "financedBy").flatMap(f -> texts(pledge.path(f)).stream()))
              .as("%s", mapped)
              .contains(report.path("ally").asText());
        });
  }

  @Test
  void positionFollowsTheStatus() {
    each(
        mapped -> {
          String status = RECORD.reportOf(mapped).path("status").asText();
          String position =
              switch (status) {
                case "DECLINED", "CONSIDERING" -> status;
                default -> "PLEDGED";
              };
          if (mapped.isOfTheRecipient()
              || PERIOD_OF_A_DELIVERY.contains(mapped.toString())
              || WITHOUT_POSITION.contains(mapped.toString())) {
            assertThat(mapped.statement().has("position")).as("%s", mapped).isFalse();
          } else {
            assertThat(mapped.statement().path("position").asText())
                .as("%s", mapped)
                .isEqualTo(position);
          }
        });
  }

  @Test
  void onlyWhatIsCommittedOrDeliveredIsSaidToHaveComeSoFar() {
    each(
        mapped -> {
          String status = RECORD.reportOf(mapped).path("status").asText();
          boolean silent =
              isPromiseAsTheRecipientTellsIt(mapped)
                  || PERIOD_OF_A_DELIVERY.contains(mapped.toString())
                  || SILENT_ON_PROGRESS.contains(mapped.toString());
          assertThat(mapped.statement().has("committed"))
              .as("committed: %s", mapped)
              .isEqualTo(status.equals("COMMITTED") && !silent);
          assertThat(mapped.statement().has("inPlace"))
              .as("in place: %s", mapped)
              .isEqualTo(status.equals("DELIVERED") && !silent);
          assertThat(mapped.statement().has("allocated")).as("allocated: %s", mapped).isFalse();
        });
  }

  @Test
  void noConditionIsLostAndNoneIsInvented() {
    each(
        mapped -> {
          Set<String> statement = new HashSet<>(texts(mapped.statement().path("conditions")));
          statement.addAll(texts(mapped.statement().path("caveats")));
          JsonNode report = RECORD.reportOf(mapped);
          Set<String> coded = new HashSet<>(texts(report.path("condition")));
          coded.removeAll(ON_THE_PART_ALONE.getOrDefault(mapped.toString(), Set.of()));
          if (mapped.isOfTheRecipient() || report.path("status").asText().equals("DECLINED")) {
            coded.clear();
          }
          assertThat(statement).as("%s", mapped).isEqualTo(coded);
        });
  }

  @Test
  void whatCanComeTrueIsAConditionAndWhatRestrictsUseIsACaveat() {
    Set<String> conditions = codes("conditions");
    Set<String> caveats = codes("caveats");

    assertThat(conditions).doesNotContainAnyElementsOf(caveats);
    each(
        mapped -> {
          JsonNode statement = mapped.statement();
          assertThat(conditions)
              .as("%s", mapped)
              .containsAll(texts(statement.path("conditions")))
              .containsAll(texts(statement.path("lifts")));
          assertThat(caveats).as("%s", mapped).containsAll(texts(statement.path("caveats")));
        });
  }

  /** On whose word: a person with office, or a document. */
  @Test
  void everyOfficialStatementHasASpeaker() {
    each(
        mapped ->
            assertThat(
                    mapped.statement().path("evidence").asText().equals("OFFICIAL")
                        && mapped.statement().path("speaker").asText().isBlank())
                .as("official without a speaker: %s", mapped)
                .isFalse());
  }

  @Test
  void nothingOfTheForceHasComeSoFar() {
    each(
        mapped -> {
          if (mapped.pledge().path("purpose").asText().equals("GUARANTEE_FORCE")) {
            for (String field : List.of("committed", "allocated", "inPlace")) {
              assertThat(mapped.statement().has(field)).as("%s %s", field, mapped).isFalse();
            }
          }
        });
  }

  /** The total of a group, or a part of it, is another number than the report's own. */
  @Test
  void aNumberThatIsNotTheOneOfTheReportHasItsReason() {
    each(
        mapped -> {
          JsonNode coded = RECORD.reportOf(mapped).path("quantity");
          JsonNode said = number(mapped.statement());
          if (!bound(coded, "min").equals(bound(said, "low"))
              || !bound(coded, "max").equals(bound(said, "high"))) {
            assertThat(mapped.statement().path("why").asText()).as("%s", mapped).isNotEmpty();
          }
        });
  }

  private static JsonNode number(JsonNode statement) {
    return Stream.of("amount", "committed", "inPlace")
        .map(statement::path)
        .filter(JsonNode::isObject)
        .findFirst()
        .orElse(MissingNode.getInstance());
  }

  private static String bound(JsonNode quantity, String field) {
    return quantity.hasNonNull(field) ? quantity.path(field).asText() : "none";
  }

  @Test
  void placeFollowsTheLocation() {
    each(
        mapped -> {
          JsonNode report = RECORD.reportOf(mapped);
          List<String> places =
              switch (report.path("location").asText()) {
                case "INSIDE_UKRAINE" -> List.of("IN_UKRAINE");
                case "BLACK_SEA" -> List.of("BLACK_SEA");
                case "OUTSIDE_UKRAINE" -> List.of("NEIGHBOURING_STATE", "BLACK_SEA", "ELSEWHERE");
                default -> List.of("");
              };
          assertThat(mapped.statement().path("place").asText("")).as("%s", mapped).isIn(places);
        });
  }

  @Test
  void aDayThatWasNotAnnouncedIsExplainedInTheNote() {
    each(
        mapped -> {
          String basis = RECORD.reportOf(mapped).path("saidOnBasis").asText();
          if (!basis.equals("announced")) {
            String saysHow = DAY_IN_THE_NOTE.get(basis);
            assertThat(mapped.statement().path("note").asText())
                .as("%s (%s)", mapped, basis)
                .containsPattern(saysHow == null ? DAY_OF_AN_EVENT : Pattern.quote(saysHow));
          }
        });
  }

  private static Set<String> codes(String file) {
    Set<String> codes = new HashSet<>();
    SeedFiles.read(file).forEach(item -> codes.add(item.path("code").textValue()));
    return codes;
  }

  private static void each(Consumer<Mapped> claim) {
    assertThat(RECORD.statements()).hasSizeGreaterThan(200).allSatisfy(claim);
  }
}
