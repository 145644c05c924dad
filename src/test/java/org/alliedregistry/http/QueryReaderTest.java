package org.alliedregistry.http;

import static org.alliedregistry.support.ProblemAssert.assertParameterRefused;
import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that are not understood, on every read. */
@QuarkusTest
class QueryReaderTest {

  private static final String READS =
      "/v1/allies,/v1/allies/EST,/v1/capabilities,/v1/capabilities/LAND_FORCES,/v1/conditions,"
          + "/v1/conditions/AFTER_CEASEFIRE,/v1/conditions/AFTER_CEASEFIRE/statements,"
          + "/v1/baselines,/v1/baselines/steel-hedgehog,/v1/pledges,/v1/coverage";

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);

  @Test
  void everyReadRefusesAnUnknownParameter() {
    for (String path : READS.split(",")) {
      assertParameterRefused(api.get(path + "?evidense=OFFICIAL"), "evidense")
          .withDetail("did you mean evidence?");
    }
  }

  @Test
  void everyReadRefusesARepeatedParameter() {
    for (String path : READS.split(",")) {
      assertParameterRefused(api.get(path + "?validAt=2026-01-01&validAt=2026-01-01"), "validAt");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/coverage?validAt=2026-01-01",
        "/v1/coverage?rung=PLEDGED",
        "/v1/pledges?rung=PLEDGED",
        "/v1/pledges?evidence=OFFICIAL",
        "/v1/pledges?q=a",
        "/v1/ledger?limit=5",
        "/v1/coverage/history?from=2026-01-01",
        "/v1/positions?validAt=2026-01-01"
      })
  void whatTakesOneValueIsToBeSentOnce(String path) {
    assertThat(refusalOfTwo(path)).contains("send it once").doesNotContain("comma");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/coverage?ally=EST",
        "/v1/coverage?without=EST",
        "/v1/coverage?assume=AFTER_CEASEFIRE",
        "/v1/coverage?deny=AFTER_CEASEFIRE",
        "/v1/positions?ally=EST",
        "/v1/pledges?ally=EST",
        "/v1/pledges?capability=LAND_FORCES",
        "/v1/pledges?purpose=GUARANTEE_FORCE",
        "/v1/pledges?position=PLEDGED",
        "/v1/pledges?condition=AFTER_CEASEFIRE",
        "/v1/pledges?reference=a"
      })
  void whatTakesAListIsToBeSentAsOne(String path) {
    assertThat(refusalOfTwo(path)).contains("separate its values with commas");
    api.get(path + "," + path.substring(path.indexOf('=') + 1)).expecting(200);
  }

  /** The detail for a parameter that is given twice. */
  private String refusalOfTwo(String path) {
    String parameter = path.substring(path.indexOf('?') + 1);
    String name = parameter.substring(0, parameter.indexOf('='));
    return assertParameterRefused(api.get(path + "&" + parameter), name)
        .json()
        .get("detail")
        .asText();
  }

  @Test
  void everyReadRefusesAnEmptyParameter() {
    for (String path : READS.split(",")) {
      assertParameterRefused(api.get(path + "?validAt=&evidence"), "validAt", "evidence");
    }
  }

  @Test
  void everyReadRefusesADayThatIsNoneAndAGradeThatIsNone() {
    for (String path : READS.split(",")) {
      assertParameterRefused(
          api.get(path + "?validAt=2026-02-30&evidence=official"), "validAt", "evidence");
    }
  }

  @Test
  void aPledgeAndItsStatementsRefuseTheSame() {
    String pledge = "/v1/pledges/" + given.pledge("EST", given.land(), "position: 'PLEDGED'");
    String first = pledge + "/statements/" + given.firstStatement(pledge.substring(12));

    for (String path : new String[] {pledge, pledge + "/statements", first}) {
      assertParameterRefused(api.get(path + "?zzz=1"), "zzz");
      assertParameterRefused(
          api.get(path + "?validAt=yesterday&evidence=HEARSAY"), "validAt", "evidence");
    }
  }

  @Test
  void everyListRefusesALimitOutOfItsBounds() {
    for (String path : READS.split(",")) {
      boolean list = path.matches("/v1/(allies|capabilities|conditions|baselines|pledges)");
      for (String limit : new String[] {"0", "-1", "501", "1e2", "5.0", "x", "99999999999"}) {
        if (list) {
          assertParameterRefused(api.get(path + "?limit=" + limit), "limit");
        }
      }
    }
  }

  @Test
  void allFaultsOfAQueryAreNamedAtOnce() {
    assertParameterRefused(
        api.get("/v1/coverage?rung=HALF&within=soon&explain=1&ally=ESTT&baseline=none"),
        "rung",
        "within",
        "explain",
        "ally",
        "baseline");
  }

  @Test
  void aWriteTakesNoParameter() {
    assertParameterRefused(
        api.put(
            "/v1/conditions/" + given.code("C") + "?dryRun=true", Json.object("description: 'A'")),
        "dryRun");
    assertParameterRefused(api.send("POST", "/v1/pledges?force=1", "{}"), "force");
  }

  @ParameterizedTest
  @ValueSource(strings = {"q=%1B", "q=a%0Db%07", "ally=%7F", "cursor=%01"})
  void controlCharactersAreRefused(String query) {
    assertProblem(api.get("/v1/pledges?" + query), 400, "invalid-parameter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/allies/%00", "/v1/pledges?q=%00", "/v1/pledges?%00=a"})
  void aNulIsRefusedWhereverItStands(String path) {
    assertProblem(api.get(path), 400, "bad-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/allies/%ZZ", "/v1/allies/%", "/v1/pledges?q=%ZZ", "/v1/pledges?q=%"})
  void aBrokenEscapeIsABadRequest(String path) throws Exception {
    assertProblem(RawHttp.getAsWritten(path), 400, "bad-request");
  }

  @Test
  void whatIsEchoedIsCutShort() {
    assertThat(api.get("/v1/coverage?baseline=" + "x".repeat(2000)).text()).hasSizeLessThan(1500);
    assertThat(api.get("/v1/coverage?" + "x".repeat(2000) + "=1").text()).hasSizeLessThan(1500);
  }
}
