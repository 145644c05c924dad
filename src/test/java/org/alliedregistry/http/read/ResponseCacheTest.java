package org.alliedregistry.http.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.Callers;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.ParallelCalls;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers that are computed once. */
@QuarkusTest
class ResponseCacheTest {

  @Inject MeterRegistry meters;

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private final Callers callers = new Callers(api);
  private String land = "";
  private String question = "";

  @BeforeEach
  void aQuestion() {
    land = given.land();
    question = "/v1/coverage?explain=true&baseline=" + given.fourBrigades(land);
  }

  @Test
  void theSecondAnswerIsTheFirstInEverything() {
    String list = "/v1/pledges?limit=1";
    for (String path : List.of(question, list, "/q/openapi")) {
      Answer first = api.get(path).expecting(200);
      Answer second = api.get(path).expecting(200);
      Answer head = api.send("HEAD", path, Map.of(), null);

      assertThat(second.text()).isEqualTo(first.text());
      for (String header : List.of("ETag", "Link", "Content-Type", "Content-Length")) {
        assertThat(second.header(header)).as(header).isEqualTo(first.header(header));
        assertThat(head.header(header)).as(header).isEqualTo(first.header(header));
      }
      String tag = String.valueOf(first.header("ETag"));
      assertThat(api.send("GET", path, Map.of("If-None-Match", tag), null).status()).isEqualTo(304);
    }
  }

  private double hits() {
    return meters.get("registry.response.cache").tag("result", "hit").counter().count();
  }

  @Test
  void theContractIsKeptInBothCodings() {
    api.get("/q/openapi").expecting(200);
    double before = hits();
    for (int i = 0; i < 3; i++) {
      Answer coded =
          callers
              .everybody()
              .send("GET", "/q/openapi", Map.of("Accept-Encoding", "gzip", "Accept", "*/*"), null);
      assertThat(coded.header("Content-Type")).startsWith("application/yaml");
    }
    String ampersands = "&".repeat(600);
    for (String path : List.of("/q/openapi?&", "/q/openapi?" + ampersands, "/q/openapi/")) {
      callers.everybody().get(path).expecting(200);
    }
    given.pledge("EST", land, "position: 'PLEDGED'");
    api.get("/q/openapi").expecting(200);
    assertThat(hits()).isGreaterThanOrEqualTo(before + 7);
    assertThat(api.get("/q/openapi?x=1").status()).isEqualTo(400);
  }

  @Test
  void whatIsRecordedIsInTheNextAnswer() {
    String before = callers.everybody().get(question).text();
    given.pledge("EST", land, "position: 'PLEDGED', amount: {high: 7, unit: 'troops'}");

    assertThat(callers.everybody().get(question).text()).isNotEqualTo(before);
  }

  @Test
  void nobodyIsGivenTheAnswerOfAnother() {
    given.pledge(
        "EST",
        land,
        "position: 'PLEDGED', amount: {high: 7, unit: 'troops'}, releasability: 'ALLIES_ONLY'");
    List<ApiClient> asking =
        List.of(api, callers.delegate("EST"), callers.delegate("FIN"), callers.everybody());

    for (int round = 0; round < 2; round++) {
      assertThat(asking.stream().map(a -> sevens(a.get(question).text())).toList())
          .containsExactly(true, true, false, false);
    }
  }

  private static boolean sevens(String answer) {
    return answer.contains("\"high\":7");
  }

  @Test
  void aWrongQuestionIsWrongEachTime() {
    for (int round = 0; round < 2; round++) {
      assertThat(api.get(question + "&rung=UP").status()).isEqualTo(400);
      assertThat(api.withToken("garbage").get(question).status()).isEqualTo(401);
      assertThat(api.send("GET", question, Map.of("If-None-Match", "unquoted"), null).status())
          .isEqualTo(400);
    }
  }

  private double misses() {
    return meters.get("registry.response.cache").tag("result", "miss").counter().count();
  }

  @Test
  void whatManyAskAtOnceIsComputedOnce() throws Exception {
    double before = misses();
    List<Answer> answers = ParallelCalls.times(30, () -> api.get(question + "&rung=COMMITTED"));

    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    assertThat(answers.stream().map(Answer::text).distinct()).hasSize(1);
    assertThat(misses() - before).isEqualTo(1);
  }

  @Test
  void aLongAddressIsNotKept() {
    String path = "/v1/pledges?q=" + "a".repeat(CachedResponses.LONGEST_TARGET);
    double before = misses();
    for (int round = 0; round < 3; round++) {
      assertThat(api.get(path).status()).isEqualTo(200);
    }

    assertThat(misses()).isEqualTo(before);
  }
}
