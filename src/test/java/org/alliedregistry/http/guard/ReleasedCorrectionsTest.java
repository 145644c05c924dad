package org.alliedregistry.http.guard;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.alliedregistry.support.ProblemAssert.assertRefusedAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.Callers;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is corrected, for others to see or not to, and each caller reads of it. */
@QuarkusTest
class ReleasedCorrectionsTest {

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
  void publishingLaterIsACorrectionThatEverybodySeesAsIfItWereTheFirstWord() {
    String pledge =
        given.pledge("EST", land, "position: 'PLEDGED', releasability: 'ALLIES_ONLY', " + NUMBER);
    String hidden = given.firstStatement(pledge);
    assertProblem(callers.everybody().get("/v1/pledges/" + pledge), 404, "not-found");

    given.addStatement(
        pledge,
        "position: 'PLEDGED', releasability: 'PUBLIC', corrects: '" + hidden + "', " + NUMBER);

    JsonNode history =
        callers.everybody().get("/v1/pledges/" + pledge + "/statements").expecting(200).json();
    assertThat(history.get("items")).hasSize(1);
    assertThat(history.at("/items/0/corrects").isNull()).isTrue();
    assertThat(counted(callers.everybody())).isEqualTo(amount("4000", "4000"));
    assertThat(counted(secretariat)).isEqualTo(amount("4000", "4000"));
    assertProblem(
        callers.everybody().get("/v1/pledges/" + pledge + "/statements/" + hidden),
        404,
        "not-found");
  }

  @Test
  void publishingLaterPublishesNoSourceThatWasNotGivenForIt() {
    String pledge =
        given.pledge("EST", land, "position: 'PLEDGED', releasability: 'ALLIES_ONLY', " + NUMBER);
    String path = "/v1/pledges/" + pledge + "/statements";
    String wider =
        "position: 'PLEDGED', releasability: 'COALITION', corrects: '"
            + given.firstStatement(pledge)
            + "'";

    assertRefusedAt(secretariat.post(path, Json.object(wider)), "/source")
        .withDetail("wider audience");
    assertRefusedAt(
        secretariat.post(path, Json.object(wider.replace("position: 'PLEDGED'", "void: true"))),
        "/source",
        "/saidOn",
        "/evidence");
    assertThat(
            secretariat
                .post(path, Json.object(wider + ", source: {title: 'Told to the coalition'}"))
                .status())
        .isEqualTo(201);
    String next =
        given.addStatement(pledge, "position: 'CONSIDERING', releasability: 'ALLIES_ONLY'");
    assertThat(
            secretariat
                .post(path, Json.object("position: 'PLEDGED', corrects: '" + next + "'"))
                .status())
        .isEqualTo(201);
  }

  @Test
  void aHiddenCorrectionLeavesThePublicWithWhatItSaw() {
    String pledge = given.pledge("EST", land, "position: 'PLEDGED', " + NUMBER);
    given.addStatement(
        pledge,
        "position: 'PLEDGED', amount: {high: 10, unit: 'troops'}, releasability: 'COALITION',"
            + " corrects: '"
            + given.firstStatement(pledge)
            + "'");

    assertThat(counted(callers.everybody())).isEqualTo(amount("4000", "4000"));
    assertThat(counted(callers.reader())).isEqualTo(amount("0", "10"));
  }

  @Test
  void aCorrectionIsForWhomItsTargetWasForUnlessItSaysOtherwise() {
    String pledge =
        given.pledge("EST", land, "position: 'PLEDGED', releasability: 'COALITION', " + NUMBER);
    String correction =
        given.addStatement(
            pledge, "position: 'CONSIDERING', corrects: '" + given.firstStatement(pledge) + "'");

    JsonNode recorded =
        secretariat.get("/v1/pledges/" + pledge + "/statements/" + correction).json();
    assertThat(recorded.get("releasability").asText()).isEqualTo("COALITION");
  }

  @Test
  void correctionOfTheFirstThatSomebodySeesHasAPosition() {
    String pledge =
        given.pledge("EST", land, "position: 'PLEDGED', releasability: 'ALLIES_ONLY', " + NUMBER);
    String seen = given.addStatement(pledge, "position: 'PLEDGED', " + NUMBER);
    String path = "/v1/pledges/" + pledge + "/statements";
    String corrects = ", corrects: '" + seen + "'";

    assertRefusedAt(
        secretariat.post(path, HttpFixtures.statementBody(NUMBER + corrects)), "/position");
    assertRefusedAt(
        secretariat.post(
            path,
            HttpFixtures.statementBody(
                "side: 'RECIPIENT', inPlace: {unit: 'troops'}, position: 'PLEDGED'" + corrects)),
        "/side");
    given.addStatement(pledge, "position: 'PLEDGED', " + NUMBER + corrects);
  }

  @Test
  void theFirstThatSomebodySeesOfAPledgeSaysWhereTheAllyStands() {
    String pledge =
        given.pledge("EST", land, "position: 'PLEDGED', releasability: 'ALLIES_ONLY', " + NUMBER);
    String path = "/v1/pledges/" + pledge + "/statements";

    for (String released : List.of("COALITION", "PUBLIC")) {
      String says = NUMBER + ", releasability: '" + released + "'";
      assertRefusedAt(secretariat.post(path, HttpFixtures.statementBody(says)), "/position");
      given.addStatement(pledge, "position: 'PLEDGED', " + says);
      given.addStatement(pledge, says);
    }
  }
}
