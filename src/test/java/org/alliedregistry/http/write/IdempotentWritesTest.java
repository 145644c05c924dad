package org.alliedregistry.http.write;

import static org.alliedregistry.support.IdempotentRequests.assertSame;
import static org.alliedregistry.support.IdempotentRequests.post;
import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.ParallelCalls;
import org.alliedregistry.support.RawHttp;
import org.alliedregistry.support.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that are repeated under their Idempotency-Key. */
@QuarkusTest
class IdempotencyFilterTest {

  @Inject Clock clock;
  @Inject DataSource database;

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private final String key = given.name("key");
  private String land = "";

  @BeforeEach
  void aCapability() {
    land = given.land();
  }

  private JsonNode pledge() {
    return HttpFixtures.pledgeBody("EST", land, "position: 'PLEDGED'");
  }

  private Answer send(String path, JsonNode body) {
    return post(api, path, body, key);
  }

  private int pledges() {
    return api.get("/v1/pledges?limit=500&capability=" + land).json().get("items").size();
  }

  @Test
  void aRepeatedPledgeIsAnsweredAsItWasFirstAndOpenedOnce() {
    Answer first = send("/v1/pledges", pledge()).expecting(201);

    assertSame(send("/v1/pledges", pledge()), first);
    assertThat(pledges()).isOne();
  }

  @Test
  void aRepeatedStatementIsAnsweredAsItWasFirstAndRecordedOnce() {
    String statements = "/v1/pledges/" + given.pledge("EST", land, "position: 'PLEDGED'");
    String conditions = "/v1/conditions/" + given.condition("VOTE");
    Map<String, JsonNode> bodies =
        Map.of(
            statements + "/statements", HttpFixtures.statementBody("position: 'CONSIDERING'"),
            conditions + "/statements", HttpFixtures.statementBody("state: 'MET'"));

    bodies.forEach(
        (path, body) -> {
          String own = given.name("key") + path;
          Answer first = post(api, path, body, own).expecting(201);
          int there = api.get(path).json().get("items").size();

          assertSame(post(api, path, body, own), first);
          assertThat(api.get(path).json().get("items")).hasSize(there);
        });
  }

  @Test
  void theFirstAnswerStaysWhatItWasWhateverHappenedSince() {
    Answer first = send("/v1/pledges", pledge()).expecting(201);
    String id = first.json().get("id").asText();
    given.addStatement(id, "position: 'WITHDRAWN'");
    api.put("/v1/pledges/" + id, Json.object("title: 'Renamed'")).expecting(200);

    assertSame(send("/v1/pledges", pledge()), first);
  }

  @Test
  void aRepetitionIsAnsweredBeforeItsConditionIsLookedAt() {
    String list = "/v1/pledges/" + given.pledge("EST", land, "position: 'PLEDGED'") + "/statements";
    Map<String, String> headers =
        Map.of(
            "Content-Type",
            "application/json",
            "Idempotency-Key",
            key,
            "If-Match",
            String.valueOf(api.get(list).header("ETag")));
    String body = HttpFixtures.statementBody("position: 'CONSIDERING'").toString();
    Answer first = api.send("POST", list, headers, body).expecting(201);

    assertSame(api.send("POST", list, headers, body), first);
  }

  @Test
  void ofTwentyAtOnceOneIsDoneAndTheOthersAreToldTheSameOrToWait() throws Exception {
    List<Answer> answers = ParallelCalls.times(20, () -> send("/v1/pledges", pledge()));

    assertThat(pledges()).isOne();
    assertThat(answers)
        .filteredOn(a -> a.status() == 201)
        .isNotEmpty()
        .extracting(Answer::text)
        .containsOnly(send("/v1/pledges", pledge()).text());
    assertThat(answers)
        .filteredOn(a -> a.status() != 201)
        .allSatisfy(
            a -> {
              assertProblem(a, 409, "idempotency-key-in-use");
              assertThat(a.header("Retry-After")).isEqualTo("1");
            });
  }

  @Test
  void aKeyOfAnotherBodyIsRefused() {
    send("/v1/pledges", pledge()).expecting(201);
    ObjectNode other = HttpFixtures.pledgeBody("LVA", land, "position: 'PLEDGED'");

    assertProblem(send("/v1/pledges", other), 422, "idempotency-key-reused")
        .withDetail("Idempotency-Key");
    assertThat(pledges()).isOne();
  }

  @Test
  void aKeyOfAnotherPathIsRefused() {
    JsonNode body = HttpFixtures.statementBody("position: 'CONSIDERING'");
    String first = given.pledge("EST", land, "position: 'PLEDGED'");
    String second = given.pledge("EST", land, "position: 'PLEDGED'");
    send("/v1/pledges/" + first + "/statements", body).expecting(201);

    assertProblem(
        send("/v1/pledges/" + second + "/statements", body), 422, "idempotency-key-reused");
  }

  @Test
  void callersDoNotShareTheirKeys() {
    ApiClient deputy =
        api.withToken(Tokens.signed(Tokens.claims().put("sub", given.name("deputy"))));
    Answer first = send("/v1/pledges", pledge()).expecting(201);
    Answer second = post(deputy, "/v1/pledges", pledge(), key).expecting(201);

    assertThat(second.header("Idempotency-Replayed")).isNull();
    assertThat(second.location()).isNotEqualTo(first.location());
    assertThat(pledges()).isEqualTo(2);
  }

  @Test
  void aKeyIsFreeAgainAfterADay() {
    QuarkusMock.installMockForInstance(
        Clock.offset(Clock.systemUTC(), Duration.ofHours(-24).minusMinutes(1)), clock);
    Answer first = send("/v1/pledges", pledge()).expecting(201);
    assertSame(send("/v1/pledges", pledge()), first);

    QuarkusMock.installMockForInstance(Clock.systemUTC(), clock);
    Answer second = send("/v1/pledges", pledge()).expecting(201);
    assertThat(second.location()).isNotEqualTo(first.location());
    assertThat(pledges()).isEqualTo(2);
  }

  @Test
  void aRefusedRequestLeavesItsKeyFree() throws SQLException {
    ObjectNode wrong = HttpFixtures.pledgeBody("EST", land, "position: 'NEVER'");
    assertProblem(send("/v1/pledges", wrong), 400, "invalid-body");
    assertProblem(
        send("/v1/pledges/nope/statements", HttpFixtures.statementBody("state: 'MET'")),
        404,
        "not-found");
    assertProblem(post(api.withoutToken(), "/v1/pledges", pledge(), key), 401, "unauthenticated");
    assertThat(kept()).isZero();

    send("/v1/pledges", pledge()).expecting(201);
    assertThat(kept()).isOne();
  }

  private int kept() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement count =
            connection.prepareStatement(
                "select count(*) from kept_reply where idempotency_key = ?")) {
      count.setString(1, key);
      try (ResultSet row = count.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  @Test
  void withoutAKeyTheSameIsRecordedAgain() {
    api.post("/v1/pledges", pledge()).expecting(201);
    api.post("/v1/pledges", pledge()).expecting(201);

    assertThat(pledges()).isEqualTo(2);
  }

  @Test
  void anAnswerThatWasLostOnTheWayIsGivenToTheRepetition() throws Exception {
    RawHttp.postAndHangUp("/v1/pledges", pledge().toString(), Map.of("Idempotency-Key", key));

    Answer again = send("/v1/pledges", pledge());
    while (again.status() == 409) {
      again = send("/v1/pledges", pledge());
    }
    String opened = again.expecting(201).location();
    assertThat(send("/v1/pledges", pledge()).location()).isEqualTo(opened);
    assertThat(pledges()).isOne();
  }
}
