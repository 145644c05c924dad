package org.alliedregistry.http.read;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.ParallelCalls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes that are done only if what they are on is as the caller has read it. */
@QuarkusTest
class ConditionalWritesTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);

  private Answer put(String path, JsonNode body, String header, String value) {
    return api.send("PUT", path, json(header, value), body.toString());
  }

  private Answer append(String list, JsonNode body, String ifMatch) {
    return api.send("POST", list, json("If-Match", ifMatch), body.toString());
  }

  private static Map<String, String> json(String header, String value) {
    return Map.of("Content-Type", "application/json", header, value);
  }

  private String tag(String path) {
    return tag(api.get(path).expecting(200));
  }

  private static String tag(Answer answer) {
    return String.valueOf(answer.header("ETag"));
  }

  /** Something of each kind that is put, with a body that changes it. */
  private Map<String, JsonNode> somethingOfEachKind() {
    String land = given.land();
    String code = given.code("BODY");
    api.put("/v1/allies/" + code, Json.object("name: 'A', kind: 'ORGANISATION', memberships: []"))
        .expecting(201);
    String required = "code: 'LAND', title: 'T', required: {amount: 4, unit: 'brigade'}";
    return Map.of(
        "/v1/allies/" + code,
        Json.object("name: 'B', kind: 'ORGANISATION', memberships: []"),
        "/v1/capabilities/" + land,
        Json.object(
            "name: 'B', domain: 'LAND', units: ['troops', 'company', 'battalion', 'brigade']"),
        "/v1/conditions/" + given.condition("VOTE"),
        Json.object("description: 'B', perAlly: false"),
        "/v1/baselines/" + given.fourBrigades(land),
        HttpFixtures.baselineBody("{" + required + ", capability: '" + land + "'}"),
        "/v1/pledges/" + given.pledge("EST", land, "position: 'PLEDGED'"),
        Json.object("title: 'B'"));
  }

  @Test
  void aWriteIsDoneIfItIsAsReadAndThenNoLonger() {
    somethingOfEachKind()
        .forEach(
            (path, body) -> {
              String read = tag(path);
              Answer done = put(path, body, "If-Match", read).expecting(200);

              assertThat(tag(done)).as(path).isNotEqualTo(read).isEqualTo(tag(path));
              assertProblem(put(path, body, "If-Match", read), 412, "precondition-failed");
              put(path, body, "If-Match", "\"other\", " + tag(done)).expecting(200);
              put(path, body, "If-Match", "*").expecting(200);
            });
  }

  @Test
  void whatIsThereIsNotChangedUnlessItsVersionIsNamed() {
    somethingOfEachKind()
        .forEach(
            (path, body) -> {
              String before = api.get(path).text();
              assertProblem(api.send("PUT", path, body.toString()), 428, "precondition-required")
                  .withDetail("If-Match");
              assertThat(api.get(path).text()).isEqualTo(before);

              put(path, body, "If-Match", tag(path)).expecting(200);
              api.send("PUT", path, body.toString()).expecting(200);
            });
  }

  @Test
  void anIfNoneMatchNamesNoVersion() {
    String path = "/v1/conditions/" + given.condition("VOTE");
    JsonNode body = Json.object("description: 'B', perAlly: false");

    assertProblem(put(path, body, "If-None-Match", "\"a\""), 428, "precondition-required");
    assertProblem(put(path, body, "If-None-Match", "*"), 412, "precondition-failed");
  }

  @Test
  void aWriteThatIsNotDoneChangesNothing() {
    somethingOfEachKind()
        .forEach(
            (path, body) -> {
              Answer before = api.get(path);
              put(path, body, "If-Match", "\"other\"").expecting(412);

              assertThat(api.get(path).text()).isEqualTo(before.text());
            });
  }

  @Test
  void aWeakTagNeverMatchesForAWrite() {
    String path = "/v1/conditions/" + given.condition("VOTE");
    JsonNode body = Json.object("description: 'B', perAlly: false");

    assertProblem(put(path, body, "If-Match", "W/" + tag(path)), 412, "precondition-failed");
  }

  @Test
  void whatIsNotThereMatchesNothing() {
    String path = "/v1/conditions/" + given.code("NEVER");
    JsonNode body = Json.object("description: 'A', perAlly: false");

    for (String tags : List.of("*", "\"a\"")) {
      assertProblem(put(path, body, "If-Match", tags), 412, "precondition-failed")
          .withDetail("does not exist", "without If-Match");
    }
    assertProblem(api.get(path), 404, "not-found");
  }

  @Test
  void aPledgeThatIsNotThereIsNotFoundWhateverTheCondition() {
    assertProblem(
        put("/v1/pledges/nope", Json.object("title: 'B'"), "If-Match", "*"), 404, "not-found");
  }

  @Test
  void aStarThatMustNotMatchOnlyCreates() {
    String path = "/v1/conditions/" + given.code("VOTE");
    JsonNode body = Json.object("description: 'A', perAlly: false");

    Answer created = put(path, body, "If-None-Match", "*").expecting(201);
    assertThat(tag(created)).isEqualTo(tag(path));
    assertProblem(put(path, body, "If-None-Match", "*"), 412, "precondition-failed");
  }

  @Test
  void aStaleWriteIsToldSoBeforeItsBodyIsLookedAt() {
    String path = "/v1/conditions/" + given.condition("VOTE");

    assertProblem(
        put(path, Json.object("nope: 1"), "If-Match", "\"a\""), 412, "precondition-failed");
    assertProblem(put(path, Json.object("nope: 1"), "If-Match", "*"), 400, "invalid-body");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0a1b", "\"0a1b", "*, \"a\"", ","})
  void aConditionNobodyCanReadIsRefused(String malformed) {
    String path = "/v1/conditions/" + given.condition("VOTE");
    JsonNode body = Json.object("description: 'B', perAlly: false");

    for (String header : List.of("If-Match", "If-None-Match")) {
      assertProblem(put(path, body, header, malformed), 400, "bad-request")
          .withDetail(header, "with its quotes");
    }
  }

  @Test
  void whatMakesSomethingNewTakesNoCondition() {
    JsonNode body = HttpFixtures.pledgeBody("EST", given.land(), "position: 'PLEDGED'");

    assertProblem(append("/v1/pledges", body, "\"a\""), 400, "bad-request").withDetail("If-Match");
  }

  @Test
  void aNewPledgeHasTheTagOfItsAddress() {
    JsonNode body = HttpFixtures.pledgeBody("EST", given.land(), "position: 'PLEDGED'");
    Answer opened = api.post("/v1/pledges", body).expecting(201);

    assertThat(tag(opened)).isEqualTo(tag(opened.location()));
  }

  @Test
  void ofTwentyAppendsOnTheSameReadingOneIsDone() throws Exception {
    String pledge = given.pledge("EST", given.land(), "position: 'PLEDGED'");
    String list = "/v1/pledges/" + pledge + "/statements";
    String read = tag(list);
    JsonNode body = HttpFixtures.statementBody("position: 'CONSIDERING'");

    List<Answer> answers = ParallelCalls.times(20, () -> append(list, body, read));

    assertThat(answers).filteredOn(a -> a.status() == 201).hasSize(1);
    assertThat(answers).filteredOn(a -> a.status() == 412).hasSize(19);
    assertThat(api.get(list).json().get("items")).hasSize(2);
  }

  @Test
  void ofTwentyNewVersionsOnTheSameReadingOneIsDone() throws Exception {
    String path = "/v1/conditions/" + given.condition("VOTE");
    String read = tag(path);
    JsonNode body = Json.object("description: 'B', perAlly: false");

    List<Answer> answers = ParallelCalls.times(20, () -> put(path, body, "If-Match", read));

    assertThat(answers).filteredOn(a -> a.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(a -> a.status() == 412).hasSize(19);
  }
}
