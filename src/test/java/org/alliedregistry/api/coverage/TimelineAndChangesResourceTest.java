package org.alliedregistry.api.coverage;

import static org.alliedregistry.support.ProblemAssert.assertParameterRefused;
import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Timeline, history, changes and marginals over HTTP. */
@QuarkusTest
class TimelineAndChangesResourceTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private String land = "";
  private String baseline = "";

  private static String troops(int number) {
    return "amount: {low: " + number + ", high: " + number + ", unit: 'troops'}";
  }

  private JsonNode line(String path) {
    return api.get(path + "&baseline=" + baseline).expecting(200).json().at("/requirements/0");
  }

  private static List<String> shown(JsonNode items, String... fields) {
    List<String> shown = new ArrayList<>();
    for (JsonNode item : items) {
      List<String> values = new ArrayList<>();
      for (String field : fields) {
        values.add(item.at("/" + field).asText());
      }
      shown.add(String.join(" ", values));
    }
    return shown;
  }

  @BeforeEach
  void fourBrigadesAreRequired() {
    land = given.land();
    baseline = given.fourBrigades(land);
  }

  @Test
  void anInstantLongAgoIsOrderedAsAnyOther() {
    String earlier = "1970-01-01T00:00:00Z";

    assertProblem(
            api.get("/v1/coverage/changes?from=2026-01-01T00:00:00Z&to=" + earlier),
            400,
            "invalid-parameter")
        .withDetail("must not be after to");
    assertProblem(
        api.get("/v1/coverage/changes?from=" + earlier + "&to=2026-01-01T00:00:00Z"),
        400,
        "invalid-parameter");
  }

  @Test
  void timelineHasOneSegmentPerChange() {
    given.pledge(
        "FRA",
        land,
        "position: 'PLEDGED', "
            + troops(20000)
            + ", availableFrom: '2026-03-01', availableUntil: '2026-06-30'");
    given.pledge(
        "GBR", land, "position: 'PLEDGED', " + troops(5000) + ", availableFrom: '2026-05-01'");

    JsonNode course = line("/v1/coverage/timeline?from=2026-01-01&to=2026-12-31");

    assertThat(shown(course.get("segments"), "from", "to", "counted/low", "fill/low", "verdict"))
        .containsExactly(
            "2026-01-01 2026-02-28 0 0 NOT_MET",
            "2026-03-01 2026-04-30 20000 1 MET",
            "2026-05-01 2026-06-30 25000 1 MET",
            "2026-07-01 2026-12-31 5000 0.25 NOT_MET");
    assertThat(shown(course.get("uncovered"), "from", "to"))
        .containsExactly("2026-01-01 2026-02-28", "2026-07-01 2026-12-31");
    assertThat(course.at("/coveredShare/low").decimalValue()).isEqualByComparingTo("0.3342");
  }

  @Test
  void rotationAsksForTheWholePool() {
    given.pledge("FRA", land, "position: 'PLEDGED', " + troops(30001));

    JsonNode asked = line("/v1/coverage?rotation=3");
    assertThat(asked.at("/counted/low").asInt()).isEqualTo(10000);
    assertThat(asked.at("/pool/low").asInt()).isEqualTo(30001);
    assertThat(asked.at("/poolNeeded").asInt()).isEqualTo(60000);
    assertThat(asked.at("/poolMissing/high").asInt()).isEqualTo(29999);
    assertThat(asked.at("/verdict").asText()).isEqualTo("NOT_MET");
    assertThat(asked.at("/byRung/PLEDGED/low").asInt()).isEqualTo(10000);
    assertThat(asked.at("/byAlly/0/low").asInt()).isEqualTo(30001);

    JsonNode course = line("/v1/coverage/history?from=2026-01-01&to=2026-01-31&rotation=3");
    assertThat(course.at("/poolNeeded").asInt()).isEqualTo(60000);
    assertThat(course.at("/segments/0/counted/low").asInt()).isEqualTo(10000);
    assertThat(course.at("/segments/0/poolMissing/low").asInt()).isEqualTo(29999);
    assertThat(line("/v1/coverage?rung=PLEDGED").get("pool").isNull()).isTrue();
  }

  @Test
  void historyAndChangesTellTheSameStory() {
    String vote = given.condition("VOTE");
    String first =
        given.pledge(
            "FRA",
            land,
            "saidOn: '2026-01-10', position: 'PLEDGED', "
                + troops(1000)
                + ", conditions: ['"
                + vote
                + "'], availableUntil: '2026-03-09'");
    given.onCondition(vote, "saidOn: '2026-02-01', state: 'MET'");
    given.pledge("GBR", land, "saidOn: '2026-03-10', position: 'PLEDGED', " + troops(300));
    given.addStatement(first, "saidOn: '2026-03-10', clears: ['availableUntil']");

    JsonNode course = line("/v1/coverage/history?from=2026-01-01&to=2026-12-31");
    assertThat(shown(course.get("segments"), "from", "counted/low", "counted/high"))
        .containsExactly(
            "2026-01-01 0 0", "2026-01-10 0 1000", "2026-02-01 1000 1000", "2026-03-10 1300 1300");

    JsonNode changes = line("/v1/coverage/changes?from=2026-01-01&to=2026-12-31");
    assertThat(shown(changes.get("steps"), "at", "kind", "allies/0", "before/low", "after/low"))
        .containsExactly(
            "2026-01-10 SAID FRA 0 0",
            "2026-02-01 CONDITION  0 1000",
            "2026-03-10 EXPIRED FRA 1000 0",
            "2026-03-10 SAID GBR 0 300",
            "2026-03-10 SAID FRA 300 1300");
    assertThat(changes.at("/steps/1/condition").asText()).isEqualTo(vote);
    assertThat(changes.at("/steps/2/statement").asText()).isEqualTo(given.firstStatement(first));
    assertThat(changes.at("/steps/4/pledge").asText()).isEqualTo(first);
  }

  @Test
  void anOpenBoundHidesNoNumber() {
    given.pledge("FRA", land, "saidOn: '2026-01-01', position: 'PLEDGED'");
    given.pledge("GBR,EST", land, "saidOn: '2026-02-01', position: 'PLEDGED', " + troops(300));
    given.pledge("SWE", land, "saidOn: '2026-03-01', position: 'PLEDGED'");
    String year = "?from=2026-01-01&to=2026-12-31&without=EST";

    JsonNode changes = line("/v1/coverage/changes" + year);
    assertThat(
            shown(
                changes.get("steps"),
                "at",
                "allies/0",
                "withOthers",
                "after/high",
                "statedBefore/high",
                "statedAfter/high"))
        .containsExactly("2026-02-01 GBR true null 0 300");
    assertThat(shown(changes.get("unquantified"), "at", "allies/0", "statedAfter/high"))
        .containsExactly("2026-03-01 SWE 300");
    assertThat(changes.at("/statedBefore/high").asInt()).isZero();
    assertThat(changes.at("/statedAfter/high").asInt()).isEqualTo(300);
    assertThat(
            shown(
                line("/v1/coverage/history" + year).get("segments"),
                "from",
                "counted/high",
                "stated/high"))
        .containsExactly("2026-01-01 null 0", "2026-02-01 null 300");
    JsonNode marginals = line("/v1/coverage/marginals?without=EST");
    assertThat(marginals.at("/stated/high").asInt()).isEqualTo(300);
    assertThat(shown(marginals.get("allies"), "ally", "lost/high", "statedLost/high"))
        .containsExactly("GBR null 300", "FRA null 0", "SWE null 0");
  }

  @Test
  void changesBetweenInstantsTellWhatWasRecorded() {
    String from = now();
    String pledge = given.pledge("FRA", land, "position: 'PLEDGED', " + troops(1000));
    given.addStatement(
        pledge,
        "corrects: '" + given.firstStatement(pledge) + "', position: 'PLEDGED', " + troops(900));
    api.put(
            "/v1/baselines/" + baseline,
            HttpFixtures.baselineBody(
                "{code: 'LAND', title: 'Combat brigades', capability: '"
                    + land
                    + "', required: {amount: 1, unit: 'brigade'}, purposes: ['AID_TO_UKRAINE']}"))
        .expecting(200);
    String to = now();

    JsonNode changes = line("/v1/coverage/changes?from=" + from + "&to=" + to);

    assertThat(shown(changes.get("steps"), "kind", "version", "before/low", "after/low"))
        .containsExactly("SAID null 0 1000", "CORRECTED null 1000 900", "BASELINE 2 900 0");
    JsonNode first = line("/v1/coverage/changes?version=1&from=" + from + "&to=" + to);
    assertThat(first.at("/after/low").asInt()).isEqualTo(900);
  }

  /** An instant after all that is recorded, and before all that will be. */
  private String now() {
    return api.get("/v1/ledger/head").expecting(200).json().get("recordedAt").asText();
  }

  @Test
  void anotherWholeIsAStepOfItsOwn() {
    String whole = given.pledge("FRA,GBR", land, "position: 'PLEDGED', " + troops(1000));
    String part = given.pledge("FRA", land, "position: 'PLEDGED', " + troops(400));
    String from = now();
    api.put("/v1/pledges/" + part, Json.object("title: 'Inside', partOf: '" + whole + "'"))
        .expecting(200);

    JsonNode changes = line("/v1/coverage/changes?from=" + from + "&to=" + now());

    assertThat(shown(changes.get("steps"), "kind", "pledge", "before/low", "after/low"))
        .containsExactly("PLEDGE " + part + " 1400 1000");
  }

  @Test
  void marginalsNameTheMostFirst() {
    String vote = given.condition("VOTE");
    given.pledge("EST", land, "position: 'PLEDGED', " + troops(100));
    given.pledge("FRA", land, "position: 'PLEDGED', " + troops(20000));
    given.pledge(
        "LTU", land, "position: 'PLEDGED', " + troops(50) + ", conditions: ['" + vote + "']");

    JsonNode line = line("/v1/coverage/marginals?evidence=OFFICIAL");

    assertThat(shown(line.get("allies"), "ally", "lost/low", "lost/high", "verdictWithout"))
        .containsExactly("FRA 20000 20000 NOT_MET", "EST 100 100 MET", "LTU 0 50 MET");
    assertThat(shown(line.get("conditions"), "code", "unlocks/low", "unlocks/high"))
        .containsExactly(vote + " 50 0");
  }

  @ParameterizedTest
  @CsvSource({
    "timeline?to=2026-01-01, from",
    "timeline?from=2026-01-01, to",
    "history?from=2026-02-01&to=2026-01-01, from",
    "timeline?from=2026-01-01&to=2046-01-02, to",
    "timeline?from=2026-02-30&to=2026-03-01, from",
    "timeline?from=2026-01-01&to=2026-02-01&availableOn=2026-01-01, availableOn",
    "history?from=2026-01-01&to=2026-02-01&validAt=2026-01-01, validAt",
    "timeline?from=2026-01-01&to=2026-02-01&rotation=1, rotation",
    "timeline?from=2026-01-01&to=2026-02-01&rotation=7, rotation",
    "history?from=2026-01-01&to=2026-02-01&knownAt=2999-01-01T00:00:00Z, knownAt",
    "changes?from=2026-01-01&to=2046-01-02, to",
    "changes?from=2026-01-02&to=2026-01-01, from",
    "changes?from=2026-01-01&to=2026-02-01&validAt=2026-01-01, validAt",
    "changes?to=2026-02-01, from",
    "history?from=9990-01-01&to=9999-12-31, 'from,to'",
    "timeline?from=1899-12-31&to=1900-01-01, from",
    "marginals?validAt=20226-01-01, validAt",
    "marginals?availableOn=2200-01-01, availableOn",
    "changes?from=2026-01-01T00:00:00Z, to",
    "changes?from=2026-01-01T00:00:00Z&to=2026-01-02, to",
    "changes?from=2026-01-01&to=2026-01-02T00:00:00Z, from",
    "changes?from=2026-01-01T00:00:00Z&to=2999-01-02T00:00:00Z&knownAt=2026-01-01T00:00:00Z, 'knownAt,to,to'",
    "changes?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z, from",
    "changes?from=2001-01-01T00:00:00Z&to=2026-01-01T00:00:00Z, to",
    "marginals?availableOn=soon, availableOn"
  })
  void whatCannotBeAskedIsRefusedByItsName(String query, String parameters) {
    assertParameterRefused(api.get("/v1/coverage/" + query), parameters.split(",", -1));
  }

  @Test
  void twentyYearsAreNotTooLong() {
    assertThat(api.get("/v1/coverage/timeline?from=2026-01-01&to=2046-01-01").status())
        .isEqualTo(200);
    assertThat(api.get("/v1/coverage/history?from=2180-01-01&to=2199-12-31").status())
        .isEqualTo(200);
  }
}
