package org.alliedregistry.api.reference;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.alliedregistry.support.ProblemAssert.assertRefusedAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody's word on a condition. */
@QuarkusTest
class ConditionStatementResourceTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private String vote = "";
  private String own = "";
  private String path = "";

  @BeforeEach
  void twoConditions() {
    vote = given.condition("VOTE");
    own = given.condition("OWN", true);
    path = "/v1/conditions/" + vote + "/statements";
  }

  @Test
  void aStatementIsAnsweredAsItIsReadAtItsAddress() {
    Answer created =
        api.post(path, HttpFixtures.statementBody("state: 'MET', note: 'N'")).expecting(201);

    assertThat(created.location()).isEqualTo(path + "/" + created.json().get("id").asText());
    assertThat(api.get(created.location()).json()).isEqualTo(created.json());
    assertThat(created.json().get("recordedBy").asText()).isEqualTo("secretariat");
    assertThat(created.json().get("ally").isNull()).isTrue();
  }

  @Test
  void theHistoryIsInOrderOfRecordingAndMayBeNarrowed() {
    String first = given.onCondition(vote, "saidOn: '2026-02-01', state: 'MET'");
    String second = given.onCondition(vote, "evidence: 'REPORTED', state: 'FAILED'");

    assertThat(ids("")).containsExactly(first, second);
    assertThat(ids("?validAt=2026-01-31")).containsExactly(second);
    assertThat(ids("?evidence=OFFICIAL")).containsExactly(first);
  }

  @Test
  void namesAllFaultsAtOnce() {
    assertRefusedAt(
        api.post(
            "/v1/conditions/" + own + "/statements",
            Json.object("state: 'DONE', ally: 'XXX', source: {url: 'x'}, zzz: 1")),
        "/state",
        "/ally",
        "/source/title",
        "/source/url",
        "/zzz",
        "/saidOn",
        "/evidence");
  }

  @Test
  void aStatementSaysAState() {
    assertRefusedAt(append(vote, ""), "/state");
    assertRefusedAt(append(vote, "state: null"), "/state");
  }

  @Test
  void onlyAConditionThatIsPerAllyNamesOne() {
    assertRefusedAt(append(vote, "state: 'MET', ally: 'EST'"), "/ally");
    assertRefusedAt(append(own, "state: 'MET', ally: 'ESTT'"), "/ally")
        .withDetail("did you mean EST?");
    append(own, "state: 'MET', ally: 'EST'").expecting(201);
    append(own, "state: 'MET'").expecting(201);
  }

  @Test
  void aCorrectionStandsWhereItsTargetStood() {
    String wrong = given.onCondition(vote, "saidOn: '2026-01-10', state: 'FAILED'");
    given.onCondition(vote, "saidOn: '2026-02-01', state: 'OPEN'");
    Answer right =
        api.post(path, Json.object("state: 'MET', corrects: '" + wrong + "'")).expecting(201);

    assertThat(right.json().get("saidOn").asText()).isEqualTo("2026-01-10");
    assertThat(state("?validAt=2026-01-10")).isEqualTo("MET");
    assertThat(state("?validAt=2026-02-01")).isEqualTo("OPEN");
  }

  @Test
  void aVoidedStatementWasNeverSaid() {
    String wrong = given.onCondition(vote, "state: 'MET'");
    api.post(path, Json.object("void: true, corrects: '" + wrong + "'")).expecting(201);

    assertThat(state("")).isEqualTo("OPEN");
    assertThat(ids("")).hasSize(2);
  }

  @Test
  void aVoidNamesItsTargetAndSaysNoState() {
    String statement = given.onCondition(vote, "state: 'MET'");

    assertRefusedAt(append(vote, "void: true"), "/void");
    assertRefusedAt(
        append(vote, "void: true, state: 'MET', corrects: '" + statement + "'"), "/state");
  }

  @Test
  void aCorrectionIsOfAStatementOnThisConditionNotCorrectedYet() {
    String other = given.onCondition(own, "state: 'MET'");
    String statement = given.onCondition(vote, "state: 'MET'");
    given.onCondition(vote, "state: 'OPEN', corrects: '" + statement + "'");

    assertRefusedAt(append(vote, "state: 'MET', corrects: '" + other + "'"), "/corrects");
    assertProblem(
        append(vote, "state: 'FAILED', corrects: '" + statement + "'"), 409, "already-corrected");
  }

  @Test
  void whatIsForAnAllyOnlyNamesIt() {
    assertRefusedAt(append(vote, "state: 'MET', releasability: 'ALLIES_ONLY'"), "/releasability");
    assertRefusedAt(append(own, "state: 'MET', releasability: 'ALLIES_ONLY'"), "/releasability");
  }

  @Test
  void aCorrectionIsNotHiddenFromTheAllyThatSawWhatItCorrects() {
    String hidden = "state: 'MET', releasability: 'ALLIES_ONLY', ally: ";
    String statement = given.onCondition(own, hidden + "'EST'");

    assertRefusedAt(append(own, hidden + "'FIN', corrects: '" + statement + "'"), "/releasability");
    assertThat(append(own, hidden + "'EST', corrects: '" + statement + "'").status())
        .isEqualTo(201);
  }

  @Test
  void aStatementOnAnotherConditionIsNotHere() {
    String other = given.onCondition(own, "state: 'MET'");

    assertProblem(api.get(path + "/" + other), 404, "not-found");
  }

  private Answer append(String condition, String fields) {
    return api.post(
        "/v1/conditions/" + condition + "/statements", HttpFixtures.statementBody(fields));
  }

  private String state(String query) {
    return api.get("/v1/conditions/" + vote + query).json().get("state").asText();
  }

  private List<String> ids(String query) {
    return Json.texts(api.get(path + query).expecting(200).json().get("items"), "id");
  }
}
