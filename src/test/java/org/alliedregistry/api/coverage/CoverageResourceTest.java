package org.alliedregistry.api.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each parameter of the coverage question changes the answer as the design says. */
@QuarkusTest
class CoverageResourceTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private String land = "";
  private String baseline = "";

  @BeforeEach
  void fourBrigadesAreRequired() {
    land = given.land();
    baseline = given.fourBrigades(land);
  }

  @Test
  void answersForADayAndNotBeforeItWasSaid() {
    given.pledge("EST", land, "saidOn: '2026-02-01', position: 'PLEDGED', " + exactly(500));

    assertCounted("&validAt=2026-01-31", 0, 0);
    assertCounted("&validAt=2026-02-01", 500, 500);
  }

  @Test
  void countsThePressOnlyOnRequest() {
    given.pledge("EST", land, "evidence: 'REPORTED', position: 'PLEDGED', " + exactly(500));

    assertCounted("", 0, 0);
    assertThat(reasons("&explain=true")).containsExactly("WEAK_EVIDENCE");
    assertCounted("&evidence=REPORTED", 500, 500);
    assertCounted("&evidence=SPECULATIVE", 500, 500);
  }

  @Test
  void countsFromTheRungAskedFor() {
    given.pledge("EST", land, "position: 'CONSIDERING', " + exactly(100));
    given.pledge("LVA", land, "position: 'PLEDGED', " + exactly(200));
    given.pledge("LTU", land, "position: 'PLEDGED', " + exactly(300) + ", committed: {all: true}");
    given.pledge("FIN", land, "position: 'PLEDGED', " + exactly(400) + ", allocated: {all: true}");
    given.pledge("SWE", land, "position: 'PLEDGED', " + exactly(500) + ", inPlace: {all: true}");

    assertCounted("&rung=CONSIDERING", 1500, 1500);
    assertCounted("", 1400, 1400);
    assertCounted("&rung=PLEDGED", 1400, 1400);
    assertCounted("&rung=COMMITTED", 1200, 1200);
    assertCounted("&rung=ALLOCATED", 900, 900);
    assertCounted("&rung=IN_PLACE", 500, 500);
  }

  @Test
  void theOtherRungsStandBesideWhicheverIsAsked() {
    given.pledge("SWE", land, "position: 'PLEDGED', " + exactly(500) + ", inPlace: {all: true}");
    given.pledge("LVA", land, "position: 'PLEDGED', " + exactly(200));

    for (String rung : new String[] {"CONSIDERING", "PLEDGED", "IN_PLACE"}) {
      JsonNode byRung = line("&rung=" + rung).get("byRung");
      assertInterval(byRung.get("PLEDGED"), 700, 700);
      assertInterval(byRung.get("IN_PLACE"), 500, 500);
    }
  }

  @Test
  void aConditionAssumedIsMetAndOneDeniedIsFailed() {
    String vote = given.condition("VOTE");
    given.pledge("EST", land, "position: 'PLEDGED', " + exactly(500) + conditions(vote));

    assertCounted("", 0, 500);
    assertCounted("&assume=" + vote, 500, 500);
    assertCounted("&deny=" + vote, 0, 0);
    assertThat(reasons("&explain=true")).containsExactly("CONDITION_OPEN");
    assertThat(reasons("&explain=true&assume=" + vote)).containsExactly("COUNTED");
    assertThat(reasons("&explain=true&deny=" + vote)).containsExactly("CONDITION_FAILED");
  }

  @Test
  void whatIsAssumedForOneAllyWinsOverWhatIsAssumedForAll() {
    String vote = given.condition("VOTE", true);
    given.pledge("EST", land, "position: 'PLEDGED', " + exactly(500) + conditions(vote));
    given.pledge("LVA", land, "position: 'PLEDGED', " + exactly(300) + conditions(vote));

    assertCounted("&assume=" + vote + "@EST", 500, 800);
    assertCounted("&assume=" + vote + "%40EST", 500, 800);
    assertCounted("&assume=" + vote + "&deny=" + vote + "@EST", 300, 300);
    assertCounted("&deny=" + vote + "&assume=" + vote + "@EST", 500, 500);
    assertCounted("&assume=" + vote + "@EST," + vote + "@LVA", 800, 800);
  }

  @Test
  void whatIsAssumedWinsOverWhatWasSaid() {
    String vote = given.condition("VOTE");
    given.onCondition(vote, "state: 'FAILED'");
    given.pledge("EST", land, "position: 'PLEDGED', " + exactly(500) + conditions(vote));

    assertCounted("", 0, 0);
    assertCounted("&assume=" + vote, 500, 500);
  }

  @Test
  void asksWhoIsThereOnADay() {
    given.pledge(
        "EST",
        land,
        "position: 'PLEDGED', availableFrom: '2026-06-01', availableUntil: '2026-06-30', "
            + exactly(500));
    given.pledge("LVA", land, "position: 'PLEDGED', " + exactly(300));

    assertCounted("&validAt=2026-02-01", 800, 800);
    assertCounted("&validAt=2026-02-01&availableOn=2026-05-31", 0, 300);
    assertCounted("&validAt=2026-02-01&availableOn=2026-06-01", 500, 800);
    assertCounted("&validAt=2026-02-01&availableOn=2026-06-30", 500, 800);
    assertCounted("&validAt=2026-02-01&availableOn=2026-07-01", 0, 300);
  }

  @Test
  void asksWhoIsThereWithinDays() {
    given.pledge("EST", land, "position: 'PLEDGED', daysToInPlace: 30, " + exactly(500));
    given.pledge("LVA", land, "position: 'PLEDGED', " + exactly(300));

    assertCounted("&within=29", 0, 300);
    assertCounted("&within=30", 500, 800);
    assertThat(reasons("&within=29&explain=true")).containsExactly("TOO_SLOW", "DAYS_UNKNOWN");
  }

  @Test
  void countsOnlySomeAlliesOrAllButSome() {
    given.pledge("EST", land, "position: 'PLEDGED', " + exactly(500));
    given.pledge("LVA", land, "position: 'PLEDGED', " + exactly(300));
    given.pledge("LTU", land, "position: 'PLEDGED', " + exactly(200));

    assertCounted("&ally=EST", 500, 500);
    assertCounted("&ally=EST,LTU", 700, 700);
    assertCounted("&without=EST", 500, 500);
    assertCounted("&without=EST,LVA", 200, 200);
    assertCounted("&ally=EST,LVA&without=LVA", 500, 500);
  }

  @Test
  void aJointPledgeOfWhichSomeAlliesAreLeftOutIsUncertain() {
    given.pledge("EST,LVA", land, "position: 'PLEDGED', " + exactly(500));

    assertCounted("&ally=EST", 0, 500);
    assertThat(reasons("&ally=EST&explain=true")).containsExactly("SHARES_UNKNOWN");
    assertCounted("&ally=EST,LVA", 500, 500);
  }

  @Test
  void scoresAgainstTheBaselineAndTheVersionAskedFor() {
    given.pledge("EST", land, "position: 'PLEDGED', " + exactly(5000));
    String path = "/v1/baselines/" + baseline;
    JsonNode first = api.get(path).json();
    api.put(path, Json.read(changed(first).replace("\"amount\":4", "\"amount\":1"))).expecting(200);

    assertThat(line("").get("verdict").asText()).isEqualTo("MET");
    assertThat(line("&version=2").get("verdict").asText()).isEqualTo("MET");
    assertThat(line("&version=1").get("verdict").asText()).isEqualTo("NOT_MET");
    assertThat(api.get("/v1/coverage").json().at("/baseline/code").asText())
        .isEqualTo("four-brigades-ten-squadrons");
  }

  @Test
  void explainsOnlyWhereItIsAsked() {
    given.pledge("EST", land, "position: 'PLEDGED', " + exactly(500));

    assertThat(line("").has("trace")).isFalse();
    assertThat(line("&explain=false").has("trace")).isFalse();
    assertThat(line("&explain=true").get("trace")).hasSize(1);
    assertThat(Json.without((ObjectNode) line("&explain=true"), "trace")).isEqualTo(line(""));
  }

  private static String changed(JsonNode view) {
    return Json.without((ObjectNode) view, "version", "recordedAt").toString();
  }

  private static String exactly(int troops) {
    return "amount: {low: " + troops + ", high: " + troops + ", unit: 'troops'}";
  }

  private static String conditions(String code) {
    return ", conditions: ['" + code + "']";
  }

  private JsonNode line(String parameters) {
    return api.get("/v1/coverage?baseline=" + baseline + parameters)
        .expecting(200)
        .json()
        .at("/requirements/0");
  }

  private List<String> reasons(String parameters) {
    List<String> reasons = new ArrayList<>();
    line(parameters).get("trace").forEach(t -> reasons.addAll(Json.texts(t.get("reasons"))));
    return reasons;
  }

  private void assertCounted(String parameters, int low, int high) {
    assertInterval(line(parameters).get("counted"), low, high);
  }

  private static void assertInterval(JsonNode interval, int low, int high) {
    assertThat(interval.get("low").decimalValue())
        .as(interval.toString())
        .isEqualByComparingTo(BigDecimal.valueOf(low));
    assertThat(interval.get("high").decimalValue())
        .as(interval.toString())
        .isEqualByComparingTo(BigDecimal.valueOf(high));
  }
}
