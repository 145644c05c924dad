package org.alliedregistry.security;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.alliedregistry.support.ProblemAssert.assertRefusedAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.Callers;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a delegation records, and what it may not. */
@QuarkusTest
class DelegateTest {

  private static final String PLEDGED = "position: 'PLEDGED', amount: {high: 9, unit: 'troops'}";

  private final ApiClient secretariat = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(secretariat);
  private final Callers callers = new Callers(secretariat);
  private ApiClient estonia = secretariat;
  private String land = "";

  @BeforeEach
  void aDelegation() {
    estonia = callers.delegate("EST");
    land = given.land();
  }

  private Answer opened(String allies) {
    return estonia.post("/v1/pledges", HttpFixtures.pledgeBody(allies, land, PLEDGED));
  }

  private Answer said(ApiClient by, String pledge, String says) {
    return by.post("/v1/pledges/" + pledge + "/statements", HttpFixtures.statementBody(says));
  }

  @Test
  void opensPledgesThatItsAllyLeadsAndNoOthers() {
    Answer own = opened("EST").expecting(201);
    String id = own.json().get("id").asText();

    JsonNode history = secretariat.get("/v1/pledges/" + id + "/statements").json();
    assertThat(history.at("/items/0/recordedBy").asText()).isEqualTo("delegate:EST");
    assertThat(opened("EST,FIN").status()).isEqualTo(201);
    assertProblem(opened("FIN,EST"), 403, "forbidden").withDetail("first ally is EST");
    assertProblem(opened("FIN"), 403, "forbidden");
  }

  @Test
  void saysWhatIsNextOfAPledgeThatItLeadsWhoeverOpenedIt() {
    String own = opened("EST").json().get("id").asText();
    String ofTheSecretariat = given.pledge("EST", land, PLEDGED);
    String ofAnother = given.pledge("FIN", land, PLEDGED);
    String joined = given.pledge("FIN,EST", land, PLEDGED);

    assertThat(said(estonia, own, "position: 'CONSIDERING'").status()).isEqualTo(201);
    assertThat(said(estonia, ofTheSecretariat, "position: 'WITHDRAWN'").status()).isEqualTo(201);
    assertProblem(said(estonia, ofAnother, "position: 'WITHDRAWN'"), 403, "forbidden");
    assertProblem(said(estonia, joined, "position: 'WITHDRAWN'"), 403, "forbidden");
  }

  @Test
  void correctsOnlyWhatItsOwnDelegationRecorded() {
    String pledge = given.pledge("EST", land, PLEDGED);
    String official = given.firstStatement(pledge);
    String own =
        said(estonia, pledge, "amount: {high: 8, unit: 'troops'}").json().get("id").asText();
    ApiClient colleague = new Callers(secretariat).delegate("EST");

    assertProblem(
        said(estonia, pledge, PLEDGED + ", corrects: '" + official + "'"), 403, "forbidden");
    assertThat(said(colleague, pledge, PLEDGED + ", corrects: '" + own + "'").status())
        .isEqualTo(201);
    assertRefusedAt(said(estonia, pledge, PLEDGED + ", corrects: 'nothing'"), "/corrects");
  }

  @Test
  void writesNoReferenceDataNoBaselineNoConditionAndNoNewVersionOfAPledge() {
    String pledge = opened("EST").json().get("id").asText();
    for (String path :
        new String[] {
          "/v1/allies/EST",
          "/v1/capabilities/" + land,
          "/v1/conditions/" + given.condition("DELEGATE"),
          "/v1/baselines/" + given.fourBrigades(land),
          "/v1/pledges/" + pledge
        }) {
      assertProblem(estonia.put(path, Json.object("title: 'x'")), 403, "forbidden");
    }
  }

  @Test
  void recordsWhereItsOwnAllysConditionStandsAndNoOther() {
    String own = given.condition("VOTE", true);
    String ofAll = given.condition("TREATY");
    JsonNode met = HttpFixtures.statementBody("state: 'MET'");

    assertThat(onCondition(own, "state: 'MET', ally: 'EST'").status()).isEqualTo(201);
    assertProblem(onCondition(own, "state: 'MET', ally: 'FIN'"), 403, "forbidden");
    assertProblem(onCondition(own, "state: 'MET'"), 403, "forbidden");
    assertProblem(estonia.post("/v1/conditions/" + ofAll + "/statements", met), 403, "forbidden");
  }

  private Answer onCondition(String condition, String fields) {
    return estonia.post(
        "/v1/conditions/" + condition + "/statements", HttpFixtures.statementBody(fields));
  }

  @Test
  void isToldOfAPledgeThatItCannotSeeWhatItIsToldOfOneThatNeverWas() {
    String hidden =
        given.pledge("FIN", land, PLEDGED + ", releasability: 'ALLIES_ONLY', note: 'secret'");
    String never = "00000000-0000-4000-8000-000000000000";

    for (ApiClient caller : new ApiClient[] {estonia, callers.reader(), callers.everybody()}) {
      for (String path : new String[] {"/v1/pledges/ID", "/v1/pledges/ID/statements"}) {
        assertThat(butItsId(caller.get(path.replace("ID", hidden))).replace(hidden, never))
            .isEqualTo(butItsId(caller.get(path.replace("ID", never))));
        assertThat(caller.get(path.replace("ID", hidden)).status()).isEqualTo(404);
      }
      assertThat(butItsId(said(caller, hidden, "zzz: 1")).replace(hidden, never))
          .isEqualTo(butItsId(said(caller, never, "zzz: 1")));
    }
  }

  /** Each request has an id of its own. */
  private static String butItsId(Answer answer) {
    return answer.text().replaceAll("\"requestId\":\"[^\"]+\"", "");
  }

  @Test
  void putsItsPledgesIntoWholesOfItsOwnAllyOnly() {
    String joint = given.pledge("FIN,EST", land, PLEDGED);
    String ofAnother = given.pledge("FIN,LVA", land, PLEDGED);
    ObjectNode own = HttpFixtures.pledgeBody("EST", land, PLEDGED);

    assertThat(
            estonia
                .post("/v1/pledges", Json.with(own.deepCopy(), "partOf: '" + joint + "'"))
                .status())
        .isEqualTo(201);
    assertProblem(
        estonia.post("/v1/pledges", Json.with(own.deepCopy(), "partOf: '" + ofAnother + "'")),
        403,
        "forbidden");
  }

  @Test
  void namesNoWholeThatItCannotSee() {
    String hidden = given.pledge("FIN", land, PLEDGED + ", releasability: 'ALLIES_ONLY'");
    Answer within =
        estonia.post(
            "/v1/pledges",
            Json.with(HttpFixtures.pledgeBody("EST", land, PLEDGED), "partOf: '" + hidden + "'"));

    assertRefusedAt(within, "/partOf").withDetail("must be the id of another pledge");
  }

  @Test
  void referencesOfOthersDoNotClashWithItsOwn() {
    String reference = given.name("secret");
    given.pledge(
        Json.with(
            HttpFixtures.pledgeBody("FIN", land, PLEDGED + ", releasability: 'ALLIES_ONLY'"),
            "reference: '" + reference + "'"));
    JsonNode own =
        Json.with(HttpFixtures.pledgeBody("EST", land, PLEDGED), "reference: '" + reference + "'");

    assertThat(estonia.post("/v1/pledges", own).status()).isEqualTo(201);
    assertProblem(estonia.post("/v1/pledges", own), 409, "reference-taken");
  }

  @Test
  void aReferenceThatIsTakenIsSaidToBeThatOfItsWriterWhoeverAsks() {
    String reference = "reference: '" + given.name("ours") + "'";
    String first = opened(Json.with(HttpFixtures.pledgeBody("EST", land, PLEDGED), reference));
    String second = opened(HttpFixtures.pledgeBody("EST", land, PLEDGED));

    Answer refused =
        secretariat.put("/v1/pledges/" + second, Json.object("title: 'B', " + reference));
    assertProblem(refused, 409, "reference-taken").withDetail("delegate:EST", first);
    assertThat(refused.text()).doesNotContain("yours");
  }

  private String opened(JsonNode pledge) {
    return estonia.post("/v1/pledges", pledge).expecting(201).json().get("id").asText();
  }

  @Test
  void theSameKeyOfTwoCallersIsTwoKeys() {
    Map<String, String> headers =
        Map.of("Content-Type", "application/json", "Idempotency-Key", given.name("key"));
    String body = HttpFixtures.pledgeBody("EST", land, PLEDGED).toString();
    ApiClient colleague = new Callers(secretariat).delegate("EST");

    String first = estonia.send("POST", "/v1/pledges", headers, body).expecting(201).text();
    assertThat(estonia.send("POST", "/v1/pledges", headers, body).text()).isEqualTo(first);
    assertThat(colleague.send("POST", "/v1/pledges", headers, body).expecting(201).text())
        .isNotEqualTo(first);
  }
}
