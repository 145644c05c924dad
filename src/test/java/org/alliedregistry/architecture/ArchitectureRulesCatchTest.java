package org.alliedregistry.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.EvaluationResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every rule of the house, seen to fail on a planted violation of it. */
class ArchitectureRulesCatchTest {

  private static final Rules RULES = new Rules(Planted.ROOT);

  /** What each rule must report of the planted house. */
  private static final Map<String, List<String>> CAUGHT =
      Map.ofEntries(
          entry("pureRoomKnowsOnlyWhatIsDrawn:quantity", List.of("planted.quantity.KnowsAPledge")),
          entry(
              "pureRoomKnowsOnlyWhatIsDrawn:reference", List.of("planted.reference.KnowsAnAmount")),
          entry("pureRoomKnowsOnlyWhatIsDrawn:pledge", List.of("planted.pledge.KnowsItsWeb")),
          entry("pureRoomKnowsOnlyWhatIsDrawn:baseline", List.of("planted.baseline.KnowsAPledge")),
          entry(
              "pureRoomKnowsOnlyWhatIsDrawn:coverage", List.of("planted.coverage.KnowsTheLedger")),
          entry("pureRoomKnowsOnlyWhatIsDrawn:registry", List.of("planted.registry.KnowsARow")),
          entry("packagesAreFreeOfCycles", List.of("Slice pledge", "Slice quantity")),
          entry("webIsKnownToWebAndSeedOnly", List.of("planted.pledge.KnowsItsWeb")),
          entry("nobodyKnowsAResource", List.of("planted.access.KnowsAResource")),
          entry("resourceMethodsArePublic", List.of("planted.pledge.web.OfferResource.hidden()")),
          entry("onlyTheLedgerPersists", List.of("planted.registry.StrayRow")),
          entry("everybodyReadsAView", List.of("planted.pledge.web.ReadsEverything.all()")),
          entry(
              "timeComesFromAClock",
              List.of("Restless.hour()", "Restless.today()", "Restless.later()")),
          entry("standardStreamsAreLeftAlone", List.of("Restless.print()")),
          entry("javaUtilLoggingIsNotUsed", List.of("Restless.log")),
          entry("nobodySleeps", List.of("Restless.sleep()")),
          entry(
              "pureRoomsCountExactly",
              List.of(
                  "Imprecise.field",
                  "Imprecise.list",
                  "Imprecise.parameter(double)",
                  "Imprecise.result()")));

  @TempDir static Path directory;
  static JavaClasses planted;

  @BeforeAll
  static void plant() throws IOException {
    planted = Planted.compiledInto(directory);
  }

  @Test
  void everyRuleHasAPlantedViolation() {
    assertThat(CAUGHT.keySet()).containsExactlyInAnyOrderElementsOf(RULES.all().keySet());
  }

  @TestFactory
  Stream<DynamicTest> rulesCatch() {
    return RULES.all().entrySet().stream()
        .map(
            rule ->
                dynamicTest(
                    rule.getKey(),
                    () -> {
                      EvaluationResult result = rule.getValue().evaluate(planted);
                      assertThat(result.hasViolation()).isTrue();
                      assertThat(String.join("\n", result.getFailureReport().getDetails()))
                          .contains(CAUGHT.get(rule.getKey()))
                          .doesNotContain("Innocent");
                    }));
  }

  @Test
  void aRoomWithoutClassesIsMissed() {
    assertThat(RULES.missing(planted))
        .containsExactly(Room.PROBLEM, Room.FEED, Room.CONTRACT, Room.SETTINGS);
  }

  @Test
  void aRoomThatIsOnlyDescribedOrOnlyBuiltIsNoticed() {
    String description =
        """
        ```
        src/main/java/org/alliedregistry/
          quantity/    exact amounts
          attic/       does not exist
        src/test/java/
        ```
        See `org.alliedregistry.ledger` and docs/public-record.md.
        """;
    assertThat(RoomsInText.named(description)).containsExactly("attic", "ledger", "quantity");
  }
}
