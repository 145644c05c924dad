package org.alliedregistry.http.read;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alliedregistry.json.Digest;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The entity tags of reads, and the reads that spare the bytes. */
@QuarkusTest
class ConditionalReadsTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);

  private Answer get(String path, String ifNoneMatch) {
    return api.send("GET", path, Map.of("If-None-Match", ifNoneMatch), null);
  }

  private String tag(String path) {
    return String.valueOf(api.get(path).expecting(200).header("ETag"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/allies",
        "/v1/allies/EST",
        "/v1/capabilities/LAND_FORCES",
        "/v1/conditions",
        "/v1/baselines/steel-hedgehog?version=1",
        "/v1/pledges?limit=2",
        "/v1/positions?ally=EST",
        "/v1/coverage?explain=true&validAt=2026-07-31",
        "/v1/problems",
        "/v1/problems/code-in-use"
      })
  void everyReadHasTheDigestOfItsBytesAsItsTag(String path) {
    Answer answer = api.get(path).expecting(200);

    String digest = Digest.of(answer.text().getBytes(StandardCharsets.UTF_8));
    assertThat(answer.header("ETag")).isEqualTo('"' + digest.substring(0, 32) + '"');
  }

  @Test
  void whatTheCallerHasIsNotSentAgain() {
    Answer first = api.get("/v1/pledges?limit=2").expecting(200);
    Answer again = get("/v1/pledges?limit=2", String.valueOf(first.header("ETag")));

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.text()).isEmpty();
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(again.header("Link")).isEqualTo(first.header("Link")).isNotNull();
    assertThat(again.header("Content-Type")).isNull();
  }

  @Test
  void anyOfSeveralTagsOrAWeakOneOrAStarSparesTheBytes() {
    String tag = tag("/v1/allies/EST");

    assertThat(get("/v1/allies/EST", "\"other\", " + tag).status()).isEqualTo(304);
    assertThat(get("/v1/allies/EST", "W/" + tag).status()).isEqualTo(304);
    assertThat(get("/v1/allies/EST", "*").status()).isEqualTo(304);
  }

  @Test
  void whatTheCallerHasNotIsSent() {
    String tag = tag("/v1/allies/EST");

    for (String other :
        List.of("\"other\"", tag("/v1/allies/LVA"), tag.replaceFirst("\"", "\"x"))) {
      assertThat(get("/v1/allies/EST", other).expecting(200).header("ETag")).isEqualTo(tag);
    }
  }

  @Test
  void aChangeChangesTheTag() {
    String land = given.land();
    String path = "/v1/capabilities/" + land;
    String before = tag(path);
    api.put(
            path,
            Json.object(
                "name: 'Renamed', domain: 'LAND', units: ['troops', 'company',"
                    + " 'battalion', 'brigade']"))
        .expecting(200);

    assertThat(get(path, before).expecting(200).header("ETag")).isNotEqualTo(before);
  }

  @Test
  void headersAloneAreThoseOfTheWhole() {
    Answer whole = api.get("/v1/pledges?limit=2").expecting(200);
    Answer head = api.send("HEAD", "/v1/pledges?limit=2", Map.of(), null);
    Answer unchanged =
        api.send(
            "HEAD",
            "/v1/pledges?limit=2",
            Map.of("If-None-Match", String.valueOf(whole.header("ETag"))),
            null);

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.text()).isEmpty();
    assertThat(unchanged.status()).isEqualTo(304);
    for (String name : List.of("ETag", "Link", "Content-Type", "Content-Length")) {
      assertThat(head.header(name)).as(name).isEqualTo(whole.header(name));
    }
  }

  @Test
  void theContractHasATagToo() {
    List<String> tags = new ArrayList<>();
    for (String path : List.of("/q/openapi", "/q/swagger-ui")) {
      Answer answer = api.get(path);
      tags.add(answer.header("ETag"));
      Map<String, String> had = Map.of("If-None-Match", String.valueOf(answer.header("ETag")));

      assertThat(api.send("GET", path, had, null).status()).isEqualTo(304);
      assertThat(answer.text()).isNotEmpty();
    }
    assertThat(tags).doesNotContainNull().doesNotHaveDuplicates();
  }

  @Test
  void aFailureHasNoTagAndIsNeverSpared() {
    Answer answer = get("/v1/allies/NOPE", "*");

    assertProblem(answer, 404, "not-found");
    assertThat(answer.header("ETag")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0a1b", "\"0a1b", "*, \"a\"", ","})
  void aTagThatIsNoneIsRefusedWithHowItIsWritten(String malformed) {
    assertProblem(get("/v1/allies/EST", malformed), 400, "bad-request")
        .withDetail("If-None-Match", "with its quotes");
  }
}
