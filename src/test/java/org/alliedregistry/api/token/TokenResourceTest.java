package org.alliedregistry.api.token;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.alliedregistry.support.ProblemAssert.assertRefusedAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.Tokens;
import org.junit.jupiter.api.Test;

/** Giving out tokens and revoking them. */
@QuarkusTest
class TokenResourceTest {

  private final ApiClient api = ApiClient.secretariat();

  private Answer issued(String fields) {
    return api.post("/v1/tokens", Json.object(fields));
  }

  private JsonNode listed(String id) {
    for (JsonNode item : api.get("/v1/tokens").expecting(200).json().get("items")) {
      if (item.get("id").asText().equals(id)) {
        return item;
      }
    }
    return Json.object("");
  }

  @Test
  void aTokenIsShownOnceAndNeverAgain() {
    Answer answer = issued("role: 'delegate', ally: 'EST', days: 3").expecting(201);
    JsonNode token = answer.json();
    String id = token.get("id").asText();

    assertThat(token.get("role").asText()).isEqualTo("delegate");
    assertThat(token.get("ally").asText()).isEqualTo("EST");
    assertThat(Duration.between(Instant.now(), Instant.parse(token.get("expiresAt").asText())))
        .isBetween(Duration.ofDays(3).minusMinutes(1), Duration.ofDays(3));
    assertThat(listed(id).get("ally").asText()).isEqualTo("EST");
    assertThat(api.get("/v1/tokens").text()).doesNotContain(token.get("token").asText());
  }

  @Test
  void aTokenHoldsForThirtyDaysUnlessAskedOtherwise() {
    JsonNode token = issued("role: 'reader'").expecting(201).json();

    assertThat(Duration.between(Instant.now(), Instant.parse(token.get("expiresAt").asText())))
        .isBetween(Duration.ofDays(30).minusMinutes(1), Duration.ofDays(30));
    assertThat(token.get("ally").isNull()).isTrue();
  }

  @Test
  void aRevokedTokenIsWorthlessAtOnceAlsoWhereItWasJustUsed() {
    JsonNode token = issued("role: 'secretariat', days: 1").json();
    ApiClient bearer = api.withToken(token.get("token").asText());
    String path = "/v1/tokens/" + token.get("id").asText();

    assertThat(bearer.get("/v1/tokens").status()).isEqualTo(200);
    assertThat(bearer.send("DELETE", path, Map.of(), null).status()).isEqualTo(204);
    Answer refused = bearer.get("/v1/allies/EST");
    assertProblem(refused, 401, "unauthenticated").withDetail("revoked");
    assertThat(refused.header("WWW-Authenticate")).contains("invalid_token", "revoked");
    assertThat(listed(token.get("id").asText()).get("revokedAt").isNull()).isFalse();
  }

  @Test
  void revokingTwiceIsRevokingOnce() {
    String id = issued("role: 'reader'").json().get("id").asText();
    String path = "/v1/tokens/" + id;

    assertThat(api.send("DELETE", path, Map.of(), null).status()).isEqualTo(204);
    JsonNode first = listed(id).get("revokedAt");
    assertThat(api.send("DELETE", path, Map.of(), null).status()).isEqualTo(204);
    assertThat(listed(id).get("revokedAt")).isEqualTo(first);
    assertProblem(api.send("DELETE", "/v1/tokens/none", Map.of(), null), 404, "not-found");
  }

  @Test
  void whatIsAskedForMustBeWhatThereIs() {
    assertRefusedAt(issued("role: 'delegat', ally: 'EST'"), "/role")
        .withDetail("did you mean delegate");
    assertRefusedAt(issued("role: 'delegate'"), "/ally");
    assertRefusedAt(issued("role: 'delegate', ally: 'EESTI'"), "/ally")
        .withDetail("not a known ally");
    assertRefusedAt(issued("role: 'reader', ally: 'EST'"), "/ally");
    assertRefusedAt(issued("role: 'reader', days: 0"), "/days");
    assertRefusedAt(issued("role: 'reader', days: 366"), "/days");
    assertRefusedAt(issued("days: 3, name: 'x'"), "/role", "/name");
  }

  @Test
  void aTokenIsNotKeptToBeShownAgain() {
    Answer answer =
        api.send(
            "POST",
            "/v1/tokens",
            Map.of("Content-Type", "application/json", "Idempotency-Key", "once"),
            "{\"role\": \"reader\"}");

    assertProblem(answer, 400, "bad-request").withDetail("Idempotency-Key");
  }

  @Test
  void aTokenThatTheRegistryDidNotIssueIsRefusedThoughItsKeySignedIt() {
    String another = Tokens.signed(Json.with(Tokens.claims(), "jti: 'another'"));
    String none = Tokens.signed(Json.without(Tokens.claims(), "jti"));

    assertProblem(api.withToken(another).get("/v1/coverage"), 401, "unauthenticated");
    assertProblem(api.withToken(none).get("/v1/coverage"), 401, "unauthenticated");
  }
}
