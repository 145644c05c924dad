package org.alliedregistry.http.guard;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.RawHttp;
import org.alliedregistry.support.TightBounds;
import org.alliedregistry.support.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much one caller may ask where the registry is told to count. */
@QuarkusTest
@TestProfile(TightBounds.class)
class RateLimitFilterTest {

  /** More than comes back within the patience of a test. */
  private static final int MUCH = 30;

  private static final AtomicInteger CALLERS = new AtomicInteger();

  private final ApiClient api = ApiClient.secretariat().withoutToken();
  private final String address = "192.0.2." + CALLERS.incrementAndGet();

  private static ApiClient named(String name) {
    ObjectNode claims = Tokens.claims().put("sub", name);
    return ApiClient.secretariat().withToken(Tokens.signed(claims));
  }

  private Answer get(ApiClient client, String path) {
    return client.send("GET", path, Map.of("X-Forwarded-For", address), null);
  }

  private Answer beyond(ApiClient client) {
    Answer answer = get(client, "/v1/allies/EST");
    for (int asked = 0; answer.status() != 429 && asked < 100; asked++) {
      answer = get(client, "/v1/allies/EST");
    }
    return answer;
  }

  /** How many requests an answer says are left: one more each second, however slow the test. */
  private static int left(Answer answer) {
    return Integer.parseInt(
        String.valueOf(answer.header("RateLimit")).replaceFirst(".*r=(\\d+);.*", "$1"));
  }

  /** Whatever a path looks like, who is answered is counted. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "//v1/allies/EST",
        "///v1/allies/EST",
        "/v1//allies/EST",
        "/%76%31/allies/EST",
        "/./v1/allies/EST",
        "/x/../v1/allies/EST",
        "/V1/allies/EST",
        "http://a//v1/allies/EST"
      })
  void noOtherFormOfAPathIsFree(String path) throws Exception {
    Answer answer = RawHttp.getAsWritten(path);
    if (answer.status() == 200) {
      assertThat(answer.header("RateLimit")).isNotNull();
    }
  }

  @Test
  void everyAnswerSaysTheLimitAndWhatIsLeft() {
    Answer first = get(api, "/v1/allies/EST");

    assertThat(first.header("RateLimit-Policy")).isEqualTo("\"default\";q=60;w=60");
    assertThat(first.header("RateLimit")).isEqualTo("\"default\";r=59;t=1");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/allies/NOPE, 404",
    "GET, /v1/nothing, 404",
    "DELETE, /v1/allies, 405",
    "GET, /v1/allies?x=1, 400",
    "PUT, /v1/allies/EST, 401",
    "HEAD, /v1/ledger/stream, 200"
  })
  void soDoesEveryFailureAndAnAnswerWithoutABody(String method, String path, int status) {
    Answer answer =
        api.send(
            method,
            path,
            Map.of("X-Forwarded-For", address, "Content-Type", "application/json"),
            method.equals("PUT") ? "{}" : null);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers().getValues("RateLimit-Policy"))
        .containsExactly("\"default\";q=60;w=60");
    assertThat(answer.headers().getValues("RateLimit")).containsExactly("\"default\";r=59;t=1");
  }

  @Test
  void beyondTheLimitItIsSaidWhenToComeBackAndThenItIsGiven() throws InterruptedException {
    Answer answer = beyond(api);

    assertProblem(answer, 429, "rate-limited").withDetail("60");
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(answer.header("RateLimit"))
        .as("what is beside Retry-After names the same moment")
        .isEqualTo("\"default\";r=0;t=1");
    Thread.sleep(1_000);
    assertThat(get(api, "/v1/allies/EST").status()).isEqualTo(200);
  }

  @Test
  void aNamedCallerIsCountedUnderItsNameWhereverItCallsFrom() {
    ApiClient busy = named("busy");
    assertThat(beyond(busy).status()).isEqualTo(429);

    assertThat(left(busy.get("/v1/allies/EST"))).isLessThan(MUCH);
    assertThat(get(api, "/v1/allies/EST").header("RateLimit")).contains("r=59;");
    assertThat(get(named("idle"), "/v1/allies/EST").header("RateLimit")).contains("r=59;");
  }

  @Test
  void aCallerCannotTakeTheNameOfAnAddress() {
    beyond(api);

    assertThat(get(named(address), "/v1/allies/EST").header("RateLimit")).contains("r=59;");
  }

  @Test
  void aRefusedTokenCountsAgainstItsAddress() {
    assertThat(get(api.withToken("garbage"), "/v1/allies").status()).isEqualTo(401);
    assertThat(beyond(api.withToken("garbage")).status()).isEqualTo(429);
    assertThat(left(get(api, "/v1/allies"))).isLessThan(MUCH);
  }

  @Test
  void whatIsNotOfTheInterfaceIsNotCounted() {
    assertThat(get(api, "/q/openapi").header("RateLimit")).isNull();
  }

  @Test
  void toBeToldThatNothingChangedIsFree() {
    String tag = String.valueOf(get(api, "/v1/allies/EST").header("ETag"));
    Map<String, String> had = Map.of("X-Forwarded-For", address, "If-None-Match", tag);
    for (int i = 0; i < 100; i++) {
      Answer answer = api.send("GET", "/v1/allies/EST", had, null);
      assertThat(answer.status()).isEqualTo(304);
      assertThat(left(answer)).isGreaterThan(MUCH);
    }
  }

  @Test
  void anAnswerThatIsKeptCountsLikeAnyOther() {
    for (int asked = 0; asked < 3; asked++) {
      Answer answer = get(api, "/v1/allies");
      assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"default\";q=60;w=60");
      assertThat(left(answer)).isLessThan(60);
    }
  }
}
