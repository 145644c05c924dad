package org.alliedregistry.http.read;

import static org.alliedregistry.support.IdempotentRequests.assertSame;
import static org.alliedregistry.support.IdempotentRequests.post;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an Idempotency-Key may be, and where it means something. */
@QuarkusTest
class IdempotencyKeyTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private final String key = given.name("key");

  private JsonNode pledge() {
    return HttpFixtures.pledgeBody("EST", "LAND_FORCES", "position: 'CONSIDERING'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\tb", "schlüssel"})
  void aKeyThatIsNoneIsRefused(String none) {
    assertProblem(post(api, "/v1/pledges", pledge(), none), 400, "bad-request")
        .withDetail("Idempotency-Key", "255");
  }

  @Test
  void aKeyHasAtMost255Characters() {
    post(api, "/v1/pledges", pledge(), key + "x".repeat(255 - key.length())).expecting(201);

    assertProblem(
            post(api, "/v1/pledges", pledge(), key + "x".repeat(300 - key.length())),
            400,
            "bad-request")
        .withDetail("Idempotency-Key", "255");
  }

  @Test
  void anyPrintableCharacterMayStandInAKey() {
    String odd = "\"" + key + "\" ~!';--";
    Answer first = post(api, "/v1/pledges", pledge(), odd).expecting(201);

    assertSame(post(api, "/v1/pledges", pledge(), odd), first);
  }

  @Test
  void aKeyOnAnotherMethodMeansNothing() {
    String path = "/v1/conditions/" + given.code("VOTE");
    Map<String, String> headers =
        Map.of("Content-Type", "application/json", "Idempotency-Key", key, "If-Match", "*");
    api.put(path, Json.object("description: 'the first', perAlly: false"));

    for (String description : List.of("A", "B")) {
      Answer put =
          api.send(
              "PUT",
              path,
              headers,
              Json.object("description: '" + description + "', perAlly: false").toString());
      assertThat(put.json().get("description").asText()).isEqualTo(description);
      assertThat(put.header("Idempotency-Replayed")).isNull();
    }
    api.send("GET", path, Map.of("Idempotency-Key", ""), null).expecting(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"the same", "", "schlüssel"})
  void aKeyOnAQuestionThatRecordsNothingIsIgnored(String ignored) {
    String path = "/v1/coverage/what-if";
    JsonNode without = Json.object("without: ['FRA']");
    post(api, path, without, ignored).expecting(200);

    Answer other = post(api, path, Json.object("without: ['GBR']"), ignored).expecting(200);

    assertThat(other.json().at("/after/without/0").asText()).isEqualTo("GBR");
    assertThat(other.header("Idempotency-Replayed")).isNull();
  }
}
