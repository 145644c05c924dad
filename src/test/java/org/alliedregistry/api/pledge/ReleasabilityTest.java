package org.alliedregistry.api.pledge;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.Callers;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each caller reads its own view. */
@QuarkusTest
class ReleasabilityTest {

  private static final String NUMBER = "amount: {low: 4000, high: 4000, unit: 'troops'}";

  private final ApiClient secretariat = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(secretariat);
  private final Callers callers = new Callers(secretariat);
  private String land = "";
  private String baseline = "";

  @BeforeEach
  void aLineOfABaseline() {
    land = given.land();
    baseline = given.fourBrigades(land);
  }

  private JsonNode counted(ApiClient caller) {
    return coverage(caller).at("/requirements/0/counted");
  }

  private JsonNode coverage(ApiClient caller) {
    return caller.get("/v1/coverage?explain=true&baseline=" + baseline).expecting(200).json();
  }

  private static JsonNode amount(String low, String high) {
    return Json.object("low: " + low + ", high: " + high);
  }

  @Test
  void aPublicPledgeWithAHiddenNumberAnswersThePublicAsOneWithoutANumber() {
    String pledge = given.pledge("EST", land, "position: 'PLEDGED', wording: 'a large force'");
    given.addStatement(pledge, NUMBER + ", releasability: 'COALITION'");

    assertThat(counted(callers.everybody())).isEqualTo(amount("0", "null"));
    assertThat(coverage(callers.everybody()).at("/requirements/0/unquantified")).hasSize(1);
    assertThat(counted(callers.reader())).isEqualTo(amount("4000", "4000"));
    assertThat(coverage(callers.reader()).at("/requirements/0/unquantified")).isEmpty();
    JsonNode terms =
        callers.everybody().get("/v1/pledges/" + pledge).expecting(200).json().get("terms");
    assertThat(terms.get("amount").isNull()).isTrue();
    assertThat(terms.at("/basis/amount").isMissingNode()).isTrue();
  }

  @Test
  void whatIsForAlliesOnlyIsForTheAlliesOfThePledgeAndTheSecretariat() {
    given.pledge("EST,FIN", land, "position: 'PLEDGED', releasability: 'ALLIES_ONLY', " + NUMBER);

    for (ApiClient caller :
        List.of(secretariat, callers.delegate("EST"), callers.delegate("FIN"))) {
      assertThat(counted(caller)).isEqualTo(amount("4000", "4000"));
    }
    for (ApiClient caller :
        List.of(callers.everybody(), callers.reader(), callers.delegate("LVA"))) {
      assertThat(counted(caller)).isEqualTo(amount("0", "0"));
      assertThat(coverage(caller).at("/requirements/0/trace")).isEmpty();
    }
  }

  @Test
  void aClearedCallerMayAskWhatOthersSee() {
    given.pledge("EST", land, "position: 'PLEDGED', releasability: 'COALITION', " + NUMBER);
    String question = "/v1/coverage?baseline=" + baseline;
    String everybodys = callers.everybody().get(question).text();
    String readers = callers.reader().get(question).text();

    for (ApiClient caller : List.of(secretariat, callers.delegate("EST"), callers.reader())) {
      assertThat(caller.get(question + "&audience=PUBLIC").text()).isEqualTo(everybodys);
      assertThat(caller.get(question + "&audience=COALITION").text()).isEqualTo(readers);
    }
    assertThat(callers.everybody().get(question + "&audience=PUBLIC").text()).isEqualTo(everybodys);
    assertThat(readers).isNotEqualTo(everybodys);
    assertProblem(
        callers.everybody().get(question + "&audience=COALITION"), 401, "unauthenticated");
    assertProblem(secretariat.get(question + "&audience=ALLIES_ONLY"), 400, "invalid-parameter")
        .withDetail("must be one of PUBLIC, COALITION");
  }

  @Test
  void everyAnswerNamesWhoMaySeeIt() {
    List<String> named = new ArrayList<>();
    for (ApiClient caller :
        List.of(callers.everybody(), callers.reader(), callers.delegate("EST"), secretariat)) {
      named.add(coverage(caller).get("audience").asText());
      named.add(caller.get("/v1/positions").json().get("audience").asText());
    }
    assertThat(named)
        .containsExactly(
            "PUBLIC",
            "PUBLIC",
            "COALITION",
            "COALITION",
            "EST",
            "EST",
            "SECRETARIAT",
            "SECRETARIAT");
  }

  @Test
  void aPartOfAPartCountsInTheWholeOfBothWhereItsWriterCouldNotSeeThat() {
    String hidden = "position: 'PLEDGED', releasability: 'ALLIES_ONLY', inPlace: ";
    String root = given.pledge("DNK", land, hidden + "{low: 100, high: 100, unit: 'troops'}");
    String whole =
        given.pledge(
            Json.with(
                HttpFixtures.pledgeBody(
                    "DNK,EST",
                    land,
                    "position: 'PLEDGED', inPlace: {low: 50, high: 50, unit: 'troops'}"),
                "partOf: '" + root + "'"));
    callers
        .delegate("EST")
        .post(
            "/v1/pledges",
            Json.with(
                HttpFixtures.pledgeBody(
                    "EST",
                    land,
                    "position: 'PLEDGED', inPlace: {low: 7000, high: 7000, unit: 'troops'}"),
                "partOf: '" + whole + "'"))
        .expecting(201);
    String question = "baseline=" + baseline + "&rung=IN_PLACE&";

    JsonNode now = secretariat.get("/v1/coverage?" + question + "explain=true").json();
    assertThat(now.at("/requirements/0/counted")).isEqualTo(amount("7050", "7050"));
    assertThat(now.at("/requirements/0/byAlly/0/parts")).hasSize(2);
    JsonNode history =
        secretariat
            .get("/v1/coverage/history?" + question + "from=2026-01-01&to=2026-02-01")
            .expecting(200)
            .json();
    assertThat(history.at("/requirements/0/segments/0/counted")).isEqualTo(amount("7050", "7050"));
    assertThat(
            callers
                .everybody()
                .get("/v1/coverage?" + question)
                .json()
                .at("/requirements/0/counted"))
        .isEqualTo(amount("7000", "7000"));
  }

  @Test
  void aWholeThatIsHiddenIsNotNamedByItsParts() {
    String whole =
        given.pledge("EST,FIN", land, "position: 'PLEDGED', releasability: 'ALLIES_ONLY'");
    String part =
        given.pledge(
            Json.with(
                HttpFixtures.pledgeBody("EST", land, "position: 'PLEDGED', " + NUMBER),
                "partOf: '" + whole + "'"));

    assertThat(callers.everybody().get("/v1/pledges/" + part).json().get("partOf").isNull())
        .isTrue();
    assertThat(callers.delegate("FIN").get("/v1/pledges/" + part).json().get("partOf").asText())
        .isEqualTo(whole);
    assertThat(coverage(callers.everybody()).at("/requirements/0/byAlly/0/parts")).isEmpty();
  }

  @Test
  void theStateOfAnAllysConditionMayBeForThatAllyOnly() {
    String vote = given.condition("VOTE", true);
    given.pledge("EST", land, "position: 'PLEDGED', conditions: ['" + vote + "'], " + NUMBER);
    given.onCondition(vote, "state: 'MET', ally: 'EST', releasability: 'ALLIES_ONLY'");

    assertThat(counted(callers.delegate("EST"))).isEqualTo(amount("4000", "4000"));
    assertThat(counted(callers.delegate("FIN"))).isEqualTo(amount("0", "4000"));
    assertThat(counted(callers.everybody())).isEqualTo(amount("0", "4000"));
    assertThat(
            callers.everybody().get("/v1/conditions/" + vote + "/statements").json().get("items"))
        .isEmpty();
  }

  @Test
  void whatEverybodyWasAnsweredStaysByteForByteWhenSomethingHiddenIsRecorded() {
    String pledge = given.pledge("EST", land, "position: 'PLEDGED', " + NUMBER);
    String vote = given.condition("VOTE", true);
    List<String> questions =
        List.of(
            "/v1/coverage?explain=true&baseline=" + baseline,
            "/v1/coverage/marginals?baseline=" + baseline,
            "/v1/coverage/timeline?from=2026-01-01&to=2026-12-31&baseline=" + baseline,
            "/v1/positions",
            "/v1/pledges?limit=1",
            "/v1/pledges?q=secret",
            "/v1/pledges/" + pledge,
            "/v1/pledges/" + pledge + "/statements?limit=1",
            "/v1/conditions/" + vote,
            "/v1/conditions/" + vote + "/statements",
            "/v1/ledger?limit=500");
    List<String> before = new ArrayList<>();
    questions.forEach(q -> before.add(callers.everybody().get(q).expecting(200).text()));

    given.addStatement(pledge, "position: 'WITHDRAWN', note: 'secret', releasability: 'COALITION'");
    given.pledge("FIN", land, "position: 'PLEDGED', releasability: 'ALLIES_ONLY', " + NUMBER);
    given.onCondition(vote, "state: 'FAILED', ally: 'EST', releasability: 'ALLIES_ONLY'");

    List<String> after = new ArrayList<>();
    questions.forEach(q -> after.add(callers.everybody().get(q).expecting(200).text()));
    assertThat(after).isEqualTo(before);
  }
}
