package org.alliedregistry.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.ProblemAssert;
import org.alliedregistry.support.RawConnection;
import org.alliedregistry.support.TightBounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that are told to callers who see the registry at a path of its own. */
@QuarkusTest
@TestProfile(TightBounds.class)
class ForwardedPrefixTest {

  private final ApiClient api = ApiClient.secretariat().withoutToken();

  private Answer get(String path, String prefix) {
    return api.send(
        "GET", path, Map.of("X-Forwarded-Prefix", prefix, "X-Forwarded-For", "198.51.100.7"), null);
  }

  @Test
  void whatFollowsAPageIsWhereTheCallerSeesIt() {
    for (String prefix : new String[] {"/registry", "/elsewhere/here", "/registry", ""}) {
      for (String path : new String[] {"/v1/pledges?limit=1", "/v1/ledger?limit=1"}) {
        assertThat(get(path, prefix).expecting(200).json().get("next").asText())
            .startsWith(prefix + path.substring(0, path.indexOf("?") + 1));
      }
      assertThat(get("/v1/pledges?limit=1", prefix).header("Link"))
          .startsWith("<" + prefix + "/v1/pledges?");
    }
  }

  @Test
  void theContractNamesWhereItsOperationsAre() {
    assertThat(get("/q/openapi", "/registry").expecting(200).text())
        .contains("\nservers: [{url: '/registry', description");
    assertThat(get("/q/openapi", "").expecting(200).text())
        .contains("\nservers: [{url: /, description");
  }

  @Test
  void anAnswerUnderAPrefixIsNoAnswerToTheSameTextAsOnePath() {
    String prefix = "/v1/pledges/none";
    for (int round = 0; round < 2; round++) {
      assertThat(get("/v1/allies", prefix).expecting(200).header("Vary"))
          .contains("X-Forwarded-Prefix");
    }
    assertThat(get(prefix + "/v1/allies", "").status()).isEqualTo(404);
    assertThat(get("/q/openapi", prefix).header("Vary")).contains("X-Forwarded-Prefix");
  }

  @Test
  void theListOfCodesIsWhereTheCallerSeesIt() {
    assertThat(get("/v1/allies/NOTHINGLIKEIT", "/registry").json().get("detail").asText())
        .endsWith("; GET /registry/v1/allies lists them.");
    assertThat(get("/v1/coverage?baseline=none-like-it-at-all", "/registry").text())
        .contains("; GET /registry/v1/baselines lists them");
  }

  /** A client that repeats a write may come by another way. */
  @Test
  void aKeyIsOfTheSameRequestUnderAnyPrefix() {
    ApiClient secretariat = ApiClient.secretariat();
    HttpFixtures given = new HttpFixtures(secretariat);
    JsonNode pledge = HttpFixtures.pledgeBody("EST", given.land(), "position: 'PLEDGED'");
    String key = given.name("key");
    for (String prefix : new String[] {"/registry", "", "/elsewhere"}) {
      Answer answer =
          secretariat
              .send(
                  "POST",
                  "/v1/pledges",
                  Map.of(
                      "Content-Type",
                      "application/json",
                      "Idempotency-Key",
                      key,
                      "X-Forwarded-Prefix",
                      prefix),
                  pledge.toString())
              .expecting(201);
      assertThat(answer.header("Idempotency-Replayed"))
          .isEqualTo(prefix.equals("/registry") ? null : "true");
    }
  }

  @Test
  void soIsTheInstanceOfAFailure() {
    assertThat(get("/v1/allies/NOPE", "/registry").json().get("instance").asText())
        .isEqualTo("/registry/v1/allies/NOPE");
    assertThat(get("/v1/allies/NOPE", "").json().get("instance").asText())
        .isEqualTo("/v1/allies/NOPE");
  }

  @Test
  void soIsAFailureThatNoOperationTells() throws Exception {
    try (RawConnection wire = RawConnection.open()) {
      Answer answer = wire.ask("GET /v1/allies;x=1", "X-Forwarded-Prefix: /registry").answer();
      assertThat(answer.json().get("instance").asText()).isEqualTo("/registry/v1/allies;x=1");
      assertThat(answer.json().get("advice").asText()).contains(" /registry/q/openapi");
    }
  }

  @Test
  void soIsEveryPathThatAnAdviceNames() {
    for (String path : new String[] {"/v1/allies/NOPE", "/v1/allies?x=1"}) {
      assertThat(get(path, "/registry").json().get("advice").asText())
          .contains(" /registry/q/openapi");
      assertThat(get(path, "").json().get("advice").asText()).contains(" /q/openapi");
    }
    assertThat(get("/v1/problems/not-found", "/registry").json().get("advice").asText())
        .contains(" /registry/q/openapi");
    assertThat(get("/v1/problems", "/registry").text()).doesNotContain(" /q/openapi");
  }

  /** With two slashes a link leads to another host, and browsers read a backslash as a slash. */
  @ParameterizedTest
  @ValueSource(
      strings = {"//evil.example", "/\\evil.example", "/a b", "/a/../b", "evil", "/{x}", "/%2e"})
  void whatIsNoPathIsRefused(String prefix) throws Exception {
    for (String path : new String[] {"/v1/pledges?limit=1", "/q/openapi", "/v1/allies/NOPE"}) {
      try (RawConnection wire = RawConnection.open()) {
        Answer answer = wire.ask("GET " + path, "X-Forwarded-Prefix: " + prefix).answer();
        ProblemAssert.assertProblem(answer, 400, "bad-request").withDetail("X-Forwarded-Prefix");
        assertThat(answer.json().get("advice").asText()).doesNotContain("evil");
      }
    }
  }
}
