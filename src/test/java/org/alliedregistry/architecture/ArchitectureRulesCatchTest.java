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
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Every rule of the code, seen to fail on a planted violation of it. */
@Execution(ExecutionMode.CONCURRENT)
class ArchitectureRulesCatchTest {

  private static final ArchitectureRules RULES = new ArchitectureRules(Planted.ROOT);

  /** What each rule must report of the planted violations. */
  private static final Map<String, List<String>> CAUGHT =
      Map.ofEntries(
          drawn("quantity", "planted.domain.quantity.NeedsAPledge"),
          drawn("reference", "planted.domain.reference.NeedsAnAmount"),
          drawn("collection", "planted.domain.collection.NeedsARecord"),
          drawn("pledge", "planted.domain.pledge.NeedsItsView"),
          drawn("pledge.statement", "planted.domain.pledge.statement.NeedsAPledgeRecord"),
          drawn("baseline", "planted.domain.baseline.NeedsAPledge"),
          drawn("declaration", "planted.domain.declaration.DeclarationNeedsAPledge"),
          drawn("record", "planted.domain.record.NeedsCoverage"),
          drawn("coverage.contribution", "planted.domain.coverage.contribution.NeedsAnAnswer"),
          drawn("coverage", "planted.domain.coverage.NeedsTheLedger"),
          drawn("coverage.change", "planted.domain.coverage.change.NeedsTheLedger"),
          above("domain", "planted.domain.pledge.NeedsItsView"),
          above("problem", "planted.problem.NeedsAFilter"),
          above("settings", "planted.settings.NeedsAFilter"),
          above("json", "planted.json.NeedsTheLedger"),
          above("lifecycle", "planted.lifecycle.NeedsAFilter"),
          above("ledger", "planted.ledger.NeedsAUseCase"),
          above("security", "planted.security.NeedsAResource"),
          above("recording", "planted.recording.NeedsAFilter"),
          above("http", "planted.http.NeedsAView"),
          above("api", "planted.api.pledge.NeedsTheSeed"),
          entry("foldersAreFreeOfCircles", List.of("Slice domain.pledge", "Slice domain.quantity")),
          entry("simpleNamesAreUnique", List.of("planted.http.Twice", "planted.json.Twice")),
          entry("foldersAreSmall", List.of("planted.crowd")),
          entry("nobodyNeedsAResource", List.of("planted.security.NeedsAResource")),
          entry("resourceMethodsArePublic", List.of("planted.api.pledge.OfferResource.hidden()")),
          entry(
              "onlyLedgerAndSecurityPersist",
              List.of(
                  "planted.domain.record.StrayRow.database",
                  "planted.domain.record.StrayRow.connection",
                  "planted.domain.record.StrayRow.entities",
                  "planted.domain.record.StrayRow.session",
                  "planted.domain.record.StrayRow.rows")),
          entry("everybodyReadsAView", List.of("planted.api.pledge.ReadsEverything.all()")),
          entry(
              "timeComesFromAClock",
              List.of("Restless.hour()", "Restless.today()", "Restless.later()")),
          entry("standardStreamsAreLeftAlone", List.of("Restless.print()")),
          entry("javaUtilLoggingIsNotUsed", List.of("Restless.log")),
          entry("nobodySleeps", List.of("Restless.sleep()")),
          entry(
              "domainCountsExactly",
              List.of(
                  "Imprecise.field",
                  "Imprecise.list",
                  "Imprecise.parameter(double)",
                  "Imprecise.result()")));

  private static Map.Entry<String, List<String>> drawn(String folder, String caught) {
    return entry("domainFolderNeedsOnlyWhatIsDrawn:" + folder, List.of(caught));
  }

  private static Map.Entry<String, List<String>> above(String folder, String caught) {
    return entry("folderNeedsNoneAbove:" + folder, List.of(caught));
  }

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
  void aFolderWithoutClassesIsMissed() {
    assertThat(new ArchitectureRules("elsewhere").missing(planted))
        .containsExactly(Folder.values());
    assertThat(RULES.missing(planted)).isEmpty();
  }

  @Test
  void aFolderThatIsOnlyDescribedOrOnlyBuiltIsNoticed() {
    String description =
        """
        ```
        src/main/java/org/alliedregistry/
          domain/      exact amounts
          attic/       does not exist
        src/test/java/
        ```
        See `org.alliedregistry.ledger` and docs/public-record.md.
        """;
    assertThat(FoldersInText.named(description)).containsExactly("attic", "domain", "ledger");
  }
}
