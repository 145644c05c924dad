package org.alliedregistry.api.coverage;

import static org.alliedregistry.support.ProblemAssert.assertParameterRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions that are not understood, and the echo of those that are. */
@QuarkusTest
class CoverageParametersTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);

  @ParameterizedTest
  @CsvSource({
    "validAt=2026-02-30, validAt",
    "validAt=today, validAt",
    "validAt=2026-02-01T00:00:00Z, validAt",
    "evidence=official, evidence",
    "evidence=RUMOUR, evidence",
    "baseline=nope, baseline",
    "version=0, version",
    "version=1.0, version",
    "version=2147483648, version",
    "version=999, version",
    "rung=pledged, rung",
    "rung=IN_PLACES, rung",
    "assume=NOPE, assume",
    "assume=AFTER_CEASEFIRE@NOPE, assume",
    "assume=AFTER_CEASEFIRE@, assume",
    "assume=@EST, assume",
    "assume=AFTER_CEASEFIRE@EST@LVA, assume",
    "deny=NOPE, deny",
    "deny=after_ceasefire, deny",
    "availableOn=2026-13-01, availableOn",
    "within=-1, within",
    "within=1.5, within",
    "within=36501, within",
    "within=P30D, within",
    "ally=NOPE, ally",
    "ally=est, ally",
    "without=NOPE, without",
    "explain=1, explain",
    "explain=TRUE, explain",
    "limit=5, limit",
    "cursor=x, cursor"
  })
  void aWrongValueIsRefusedByTheNameOfItsParameter(String query, String parameter) {
    assertParameterRefused(api.get("/v1/coverage?" + query), parameter);
  }

  @ParameterizedTest
  @CsvSource({
    "'ally=EST,', ally",
    "'ally=,EST', ally",
    "'without=EST,,LVA', without",
    "'deny=,', deny"
  })
  void anEmptyCodeInAListIsRefused(String query, String parameter) {
    assertThat(api.get("/v1/coverage?" + query).status()).isEqualTo(400);
    assertThat(api.get("/v1/coverage?" + query).text()).contains("?" + parameter);
  }

  @Test
  void anUnknownCodeIsAnsweredWithTheNearest() {
    assertParameterRefused(api.get("/v1/coverage?assume=AFTER_CEASFIRE"), "assume")
        .withDetail("AFTER_CEASFIRE", "did you mean AFTER_CEASEFIRE?");
    assertParameterRefused(api.get("/v1/coverage?without=FRAU"), "without")
        .withDetail("did you mean FRA?");
    assertParameterRefused(api.get("/v1/coverage?baseline=steel-hedgehog5"), "baseline")
        .withDetail("did you mean steel-hedgehog?");
    assertParameterRefused(api.get("/v1/coverage?availableon=2026-01-01"), "availableon")
        .withDetail("did you mean availableOn?");
  }

  @Test
  void theSameCodeAssumedAndDeniedIsRefused() {
    String vote = given.condition("VOTE", true);

    assertParameterRefused(api.get("/v1/coverage?assume=" + vote + "&deny=" + vote), "deny");
    assertParameterRefused(
        api.get("/v1/coverage?assume=" + vote + "@EST&deny=" + vote + "@EST"), "deny");
    assertThat(
            api.get("/v1/coverage?assume=" + vote + "@EST&deny=" + vote + "@LVA," + vote).status())
        .isEqualTo(200);
  }

  @Test
  void echoesWhatWasAsked() {
    String vote = given.condition("VOTE");
    String other = given.condition("OTHER", true);
    String baseline = given.fourBrigades(given.land());
    JsonNode answer =
        api.get(
                "/v1/coverage?baseline="
                    + baseline
                    + "&version=1&validAt=2026-02-01&evidence=REPORTED&rung=COMMITTED&assume="
                    + vote
                    + "&deny="
                    + other
                    + "@EST&availableOn=2026-06-01&within=60&ally=LVA,EST&without=FRA")
            .expecting(200)
            .json();

    JsonNode asked =
        Json.object(
            "baseline: {code: '"
                + baseline
                + "', version: 1}, validAt: '2026-02-01', evidence: 'REPORTED', rung: 'COMMITTED',"
                + " assume: ['"
                + vote
                + "'], deny: ['"
                + other
                + "@EST'], availableOn: '2026-06-01', within: 60, ally: ['EST', 'LVA'],"
                + " without: ['FRA'], audience: 'SECRETARIAT'");
    asked
        .properties()
        .forEach(e -> assertThat(answer.get(e.getKey())).as(e.getKey()).isEqualTo(e.getValue()));
    assertThat(answer.has("knownAt")).isFalse();
  }

  @Test
  void namesEveryDefault() {
    JsonNode answer = api.get("/v1/coverage").json();

    assertThat(answer.at("/baseline/code").asText()).isEqualTo("four-brigades-ten-squadrons");
    assertThat(LocalDate.parse(answer.get("validAt").asText()))
        .isBetween(LocalDate.now(ZoneOffset.UTC).minusDays(1), LocalDate.now(ZoneOffset.UTC));
    assertThat(answer.get("evidence").asText()).isEqualTo("OFFICIAL");
    assertThat(answer.get("rung").asText()).isEqualTo("PLEDGED");
    assertThat(answer.get("availableOn").isNull()).isTrue();
    assertThat(answer.get("within").isNull()).isTrue();
    assertThat(answer.get("assume")).isEmpty();
    assertThat(answer.get("ally")).isEmpty();
  }

  @Test
  void theSameQuestionIsAnsweredWithTheSameBytes() {
    String baseline = given.fourBrigades(given.land());
    String question = "/v1/coverage?explain=true&evidence=SPECULATIVE&validAt=2026-02-01";

    assertThat(api.get(question).text()).isEqualTo(api.get(question).text());
    assertThat(api.withoutToken().get(question).text())
        .isEqualTo(api.get(question + "&audience=PUBLIC").text());
    assertThat(api.get(question + "&baseline=" + baseline).text())
        .isEqualTo(
            api.get("/v1/coverage?baseline=" + baseline + question.replace("/v1/coverage?", "&"))
                .text());
  }

  @Test
  void theRevisionChangesWithWhatIsRecordedAndOnlyThen() {
    String condition = given.condition("VOTE");
    String before = revision();
    api.put("/v1/conditions/" + condition, Json.object("description: 'Of a test', perAlly: false"))
        .expecting(200);
    assertThat(revision()).isEqualTo(before);

    given.onCondition(condition, "state: 'MET'");
    assertThat(revision()).isNotEqualTo(before);
  }

  @Test
  void everyFieldOfARequirementIsPresentEvenWhereItIsNull() {
    String land = given.land();
    String baseline =
        given.baseline(
            "{code: 'LAND', title: 'Named', capability: '" + land + "', required: null}");
    JsonNode line =
        api.get("/v1/coverage?baseline=" + baseline).expecting(200).json().at("/requirements/0");

    for (String field : "required,ratio,fill,gap,surplus".split(",")) {
      assertThat(line.has(field)).as(field).isTrue();
      assertThat(line.get(field).isNull()).as(field).isTrue();
    }
    assertThat(line.get("verdict").asText()).isEqualTo("NOT_QUANTIFIED");
  }

  private String revision() {
    return api.get("/v1/coverage").json().get("revision").asText();
  }
}
