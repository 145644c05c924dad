package org.alliedregistry.api.coverage;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.alliedregistry.support.ProblemAssert.assertRefusedAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of a baseline that follow a condition, in every answer about coverage. */
@QuarkusTest
class MilestoneTest {

  private static final String YEAR = "?from=2026-01-01&to=2026-12-31";

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private final String path = "/v1/baselines/" + given.name("force");
  private String land = "";
  private String invited = "";
  private String vote = "";

  @BeforeEach
  void aMilestoneBeforeAndAfterARequirement() {
    land = given.land();
    invited = given.condition("INVITED");
    vote = given.condition("VOTE", true);
    api.put(path, body()).expecting(201);
  }

  private ObjectNode body() {
    return HttpFixtures.baselineBody(
        milestone("FIRST", invited)
            + ", {code: 'LAND', title: 'Brigades', capability: '"
            + land
            + "', required: {amount: 4, unit: 'brigade'}}, "
            + milestone("LAST", invited));
  }

  private static String milestone(String code, String condition) {
    return "{code: '" + code + "', title: 'A milestone', milestone: '" + condition + "'}";
  }

  private JsonNode ask(String question) {
    String sign = question.contains("?") ? "&" : "?";
    return api.get(question + sign + "baseline=" + given.name("force")).expecting(200).json();
  }

  private List<String> verdicts(String question) {
    return Json.texts(ask(question).get("requirements"), "verdict");
  }

  @Test
  void theLinesOfABaselineStayInTheirOrder() {
    JsonNode lines = api.get(path).json().get("requirements");

    assertThat(Json.texts(lines, "code")).containsExactly("FIRST", "LAND", "LAST");
    assertThat(lines.get(0))
        .isEqualTo(
            Json.object(
                "code: 'FIRST', title: 'A milestone', capability: null, required: null, purposes:"
                    + " [], places: [], refuses: [], milestone: '"
                    + invited
                    + "'"));
    assertThat(lines.get(1).get("milestone").isNull()).isTrue();
  }

  @Test
  void whatIsReadCanBeSentBack() {
    JsonNode first = api.get(path).json();
    ObjectNode sent = Json.without((ObjectNode) first, "version", "recordedAt");

    assertThat(api.put(path, sent).expecting(200).json()).isEqualTo(first);
  }

  @Test
  void theVerdictIsTheStateOfTheConditionOnTheDay() {
    given.onCondition(invited, "saidOn: '2026-02-01', state: 'MET'");
    given.onCondition(invited, "saidOn: '2026-05-01', state: 'FAILED'");
    given.onCondition(invited, "saidOn: '2026-07-01', evidence: 'REPORTED', state: 'OPEN'");

    assertThat(verdicts("/v1/coverage?validAt=2026-01-31"))
        .containsExactly("UNDETERMINED", "NOT_MET", "UNDETERMINED");
    assertThat(verdicts("/v1/coverage?validAt=2026-02-01"))
        .containsExactly("MET", "NOT_MET", "MET");
    assertThat(verdicts("/v1/coverage?validAt=2026-08-01"))
        .containsExactly("NOT_MET", "NOT_MET", "NOT_MET");
    assertThat(verdicts("/v1/coverage?validAt=2026-08-01&evidence=REPORTED").get(0))
        .isEqualTo("NOT_MET");
  }

  @Test
  void theAmountsAreNullAndTheListsEmpty() {
    JsonNode coverage = ask("/v1/coverage?explain=true&rotation=3");
    JsonNode first = coverage.at("/requirements/0");

    assertThat(Json.texts(coverage.get("requirements"), "code"))
        .containsExactly("FIRST", "LAND", "LAST");
    assertThat(first.get("title").asText()).isEqualTo("A milestone");
    assertThat(first.get("milestone").asText()).isEqualTo(invited);
    assertThat(coverage.at("/requirements/1/milestone").isNull()).isTrue();
    first
        .properties()
        .forEach(
            field -> {
              if (!List.of("code", "title", "milestone", "verdict").contains(field.getKey())) {
                assertThat(field.getValue().isNull() || field.getValue().isEmpty())
                    .as(field.getKey())
                    .isTrue();
              }
            });
    assertThat(names(first)).containsAll(names(coverage.at("/requirements/1")));
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void bindingPassesMilestonesOver() {
    given.onCondition(invited, "state: 'FAILED'");

    assertThat(ask("/v1/coverage").get("binding").asText()).isEqualTo("LAND");
  }

  @Test
  void assumeAndDenyReachMilestones() {
    assertThat(verdicts("/v1/coverage?assume=" + invited).get(0)).isEqualTo("MET");
    given.onCondition(invited, "state: 'MET'");
    assertThat(verdicts("/v1/coverage?deny=" + invited).get(0)).isEqualTo("NOT_MET");
  }

  @Test
  void theWordOfAMilestoneIsALastWord() {
    given.onCondition(invited, "saidOn: '2026-02-01', state: 'MET'");

    String through = ask("/v1/coverage").get("recordThrough").asText();
    assertThat(through).isGreaterThanOrEqualTo("2026-02-01");
  }

  @Test
  void aHistoryHasASegmentForEachVerdict() {
    given.onCondition(invited, "saidOn: '2026-02-01', state: 'MET'");
    given.onCondition(invited, "saidOn: '2026-03-01', state: 'MET'");
    given.onCondition(invited, "saidOn: '2026-05-01', state: 'OPEN'");
    given.onCondition(invited, "saidOn: '2026-05-01', state: 'FAILED'");

    JsonNode first = ask("/v1/coverage/history" + YEAR).at("/requirements/0");
    assertThat(segments(first))
        .containsExactly(
            "2026-01-01 2026-01-31 UNDETERMINED",
            "2026-02-01 2026-04-30 MET",
            "2026-05-01 2026-12-31 NOT_MET");
    assertThat(first.at("/uncovered/0/from").asText()).isEqualTo("2026-05-01");
    assertThat(first.get("coveredShare").isNull()).isTrue();
    assertThat(first.at("/segments/0/counted").isNull()).isTrue();
  }

  @Test
  void aTimelineKeepsTheVerdictOfItsDay() {
    given.onCondition(invited, "saidOn: '2026-02-01', state: 'MET'");

    assertThat(segments(ask("/v1/coverage/timeline" + YEAR + "&validAt=2026-01-01", 0)))
        .containsExactly("2026-01-01 2026-12-31 UNDETERMINED");
    assertThat(segments(ask("/v1/coverage/timeline" + YEAR + "&validAt=2026-02-01", 2)))
        .containsExactly("2026-01-01 2026-12-31 MET");
  }

  private JsonNode ask(String question, int requirement) {
    return ask(question).get("requirements").get(requirement);
  }

  private static List<String> segments(JsonNode line) {
    List<String> segments = new ArrayList<>();
    for (JsonNode each : line.get("segments")) {
      segments.add(
          each.get("from").asText()
              + " "
              + each.get("to").asText()
              + " "
              + each.get("verdict").asText());
    }
    return segments;
  }

  @Test
  void aStepIsAStatementThatChangesTheVerdict() {
    String met = given.onCondition(invited, "saidOn: '2026-02-01', state: 'MET'");
    given.onCondition(invited, "saidOn: '2026-03-01', state: 'MET'");
    String failed = given.onCondition(invited, "saidOn: '2026-05-01', state: 'FAILED'");

    JsonNode last = ask("/v1/coverage/changes" + YEAR, 2);
    assertThat(last.get("code").asText()).isEqualTo("LAST");
    assertThat(last.get("before").isNull()).isTrue();
    assertThat(last.get("verdictBefore").asText()).isEqualTo("UNDETERMINED");
    assertThat(last.get("verdictAfter").asText()).isEqualTo("NOT_MET");
    assertThat(Json.texts(last.get("steps"), "statement")).containsExactly(met, failed);
    assertThat(Json.texts(last.get("steps"), "condition")).containsExactly(invited, invited);
    assertThat(Json.texts(last.get("steps"), "kind")).containsExactly("CONDITION", "CONDITION");
    assertThat(Json.texts(last.get("steps"), "verdictAfter")).containsExactly("MET", "NOT_MET");
    assertThat(last.at("/steps/0/statedAfter").isNull()).isTrue();
    assertThat(ask("/v1/coverage/changes" + YEAR, 1).has("verdictBefore")).isFalse();
  }

  @Test
  void betweenInstantsALineMayBecomeAMilestone() {
    String start = recordedAt();
    given.onCondition(invited, "state: 'MET'");
    api.put(
            path,
            HttpFixtures.baselineBody(
                milestone("LAND", invited)
                    + ", {code: 'FIRST', title: 'Brigades', capability: '"
                    + land
                    + "', required: {amount: 1, unit: 'brigade'}}"))
        .expecting(200);
    JsonNode changes =
        ask("/v1/coverage/changes?from=" + start + "&to=" + recordedAt() + "&validAt=2026-06-01")
            .get("requirements");

    assertThat(Json.texts(changes, "code")).containsExactly("LAND", "FIRST", "LAST");
    JsonNode now = changes.get(0);
    assertThat(now.has("verdictBefore")).isFalse();
    assertThat(now.get("verdictAfter").asText()).isEqualTo("MET");
    assertThat(now.get("steps")).hasSize(1);
    assertThat(now.at("/steps/0/kind").asText()).isEqualTo("BASELINE");
    assertThat(changes.at("/1/before/low").asInt()).isZero();
    JsonNode gone = changes.get(2);
    assertThat(Json.texts(gone.get("steps"), "kind")).containsExactly("CONDITION", "BASELINE");
    assertThat(gone.get("verdictBefore").asText()).isEqualTo("UNDETERMINED");
    assertThat(gone.has("verdictAfter")).isFalse();
  }

  private String recordedAt() {
    JsonNode last = api.get("/v1/ledger/head").expecting(200).json();
    return last.get("recordedAt").asText();
  }

  @Test
  void marginalsHaveNothingOfIt() {
    JsonNode first = ask("/v1/coverage/marginals", 0);

    assertThat(first)
        .isEqualTo(
            Json.object(
                "code: 'FIRST', unit: null, counted: null, stated: null, allies: [], conditions:"
                    + " []"));
  }

  @Test
  void aWhatIfShowsTheVerdictBeforeAndAfter() {
    JsonNode whatIf =
        api.post(
                "/v1/coverage/what-if?baseline=" + given.name("force"),
                Json.object("conditions: [{code: '" + invited + "', state: 'MET'}]"))
            .expecting(200)
            .json();

    assertThat(whatIf.at("/difference/2"))
        .isEqualTo(
            Json.object(
                "requirement: 'LAST', low: null, high: null, verdict: {before: 'UNDETERMINED',"
                    + " after: 'MET'}"));
    assertThat(whatIf.at("/after/requirements/0/verdict").asText()).isEqualTo("MET");
  }

  @Test
  void aLineHasACapabilityOrAMilestone() {
    assertRefusedAt(put("{code: 'X1', title: 'X'}"), "/requirements/0/capability");
    assertRefusedAt(
        put("{code: 'X1', title: 'X', capability: '" + land + "', milestone: '" + invited + "'}"),
        "/requirements/0/milestone");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "required: {amount: 1, unit: 'troops'}",
        "purposes: ['INTEGRATION']",
        "places: ['IN_UKRAINE']",
        "refuses: ['NON_COMBAT_ROLE']"
      })
  void aMilestoneCountsNoPledges(String field) {
    String name = field.substring(0, field.indexOf(':'));

    assertRefusedAt(
        put("{code: 'X1', title: 'X', milestone: '" + invited + "', " + field + "}"),
        "/requirements/0/" + name);
  }

  @Test
  void aMilestoneFollowsAKnownConditionThatHasOneState() {
    assertRefusedAt(put(milestone("X1", invited + "X")), "/requirements/0/milestone")
        .withDetail("did you mean " + invited);
    assertRefusedAt(put(milestone("X1", vote)), "/requirements/0/milestone")
        .withDetail("is per ally");
    assertRefusedAt(
        put(milestone("X1", invited) + ", " + milestone("X1", invited)), "/requirements/1/code");
  }

  private Answer put(String lines) {
    return api.put(path + "-other", HttpFixtures.baselineBody(lines));
  }

  @Test
  void aConditionThatAMilestoneFollowsKeepsOneState() {
    ObjectNode perAlly = Json.object("description: 'Of a test', perAlly: true");

    assertProblem(api.put("/v1/conditions/" + invited, perAlly), 409, "code-in-use")
        .withDetail(given.name("force"));
    api.put("/v1/conditions/" + given.condition("OTHER"), perAlly).expecting(200);
  }
}
