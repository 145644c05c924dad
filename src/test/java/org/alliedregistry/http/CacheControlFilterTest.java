package org.alliedregistry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.RawConnection;
import org.alliedregistry.support.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers say to caches and to browsers. */
@QuarkusTest
class CacheControlFilterTest {

  private final ApiClient known = ApiClient.secretariat();
  private final ApiClient anybody = known.withoutToken();

  private static Answer ask(ApiClient api, String method, String path) {
    boolean sends = method.equals("POST") || method.equals("PUT");
    Map<String, String> headers = new TreeMap<>();
    if (sends) {
      headers.put("Content-Type", "application/json");
    }
    return api.send(method, path, headers, sends ? "{}" : null);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/allies, 200",
    "HEAD, /v1/coverage, 200",
    "GET, /v1/problems/code-in-use, 200",
    "GET, /q/openapi, 200"
  })
  void whatAnybodyMayReadIsKeptForMoments(String method, String path, int status) {
    Answer answer = ask(anybody, method, path);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers().getValues("Cache-Control")).containsExactly("public, max-age=5");
  }

  @Test
  void soIsTheWordThatNothingChanged() {
    String tag = String.valueOf(anybody.get("/v1/allies").header("ETag"));
    Map<String, String> had = Map.of("If-None-Match", tag);

    Answer unchanged = anybody.send("GET", "/v1/allies", had, null);
    assertThat(unchanged.status()).isEqualTo(304);
    assertThat(unchanged.header("Cache-Control")).isEqualTo("public, max-age=5");
    assertThat(known.send("GET", "/v1/allies", had, null).header("Cache-Control"))
        .isEqualTo("private, no-cache");
  }

  @ParameterizedTest
  @CsvSource({"GET, /v1/allies", "HEAD, /v1/coverage", "GET, /v1/ledger", "GET, /q/openapi"})
  void whatIsReadWithATokenIsTheCallersAlone(String method, String path) {
    Answer answer = ask(known, method, path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().getValues("Cache-Control")).containsExactly("private, no-cache");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/allies/NOPE, 404",
    "GET, /v1/nothing, 404",
    "GET, /nothing, 404",
    "DELETE, /v1/allies, 405",
    "GET, /v1/allies?x=1, 400",
    "GET, /v1/allies/%00, 400",
    "POST, /v1/coverage/what-if, 200",
    "POST, /v1/pledges, 0"
  })
  void failuresAndAnswersToWritesAreKeptByNobody(String method, String path, int status) {
    Answer answer = ask(anybody, method, path);

    assertThat(answer.status()).isEqualTo(status == 0 ? 401 : status);
    assertThat(answer.headers().getValues("Cache-Control")).containsExactly("no-store");
    answer = ask(known, method, path);
    assertThat(answer.status()).isEqualTo(status == 0 ? 400 : status);
    assertThat(answer.headers().getValues("Cache-Control")).containsExactly("private, no-store");
  }

  @Test
  void whatIsWaitedForIsNotKept() throws Exception {
    assertThat(anybody.get("/v1/ledger").header("Cache-Control")).isEqualTo("no-cache");
    assertThat(ask(anybody, "HEAD", "/v1/ledger/stream").header("Cache-Control"))
        .isEqualTo("no-store");
    try (RawConnection wire = RawConnection.open()) {
      Answer answer = wire.ask("GET /v1/ledger/stream").answer();
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(answer.header("Vary")).isEqualTo("Authorization, Accept, Accept-Encoding");
      assertThat(answer.header("X-Accel-Buffering")).isEqualTo("no");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/allies", "/v1/allies/NOPE", "/v1/nothing", "/v1/allies/%00"})
  void theAnswerOfTheInterfaceVariesWithTheCaller(String path) {
    assertThat(anybody.get(path).headers().getValues("Vary"))
        .containsExactly("Authorization, Accept, Accept-Encoding");
    assertThat(known.get(path).headers().getValues("Vary"))
        .containsExactly("Authorization, Accept, Accept-Encoding");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/allies",
        "/v1/allies/NOPE",
        "/v1/nothing",
        "/nothing",
        "/v1/allies/%00",
        "/q/openapi",
        "/q/swagger-ui",
        "/.well-known/security.txt"
      })
  void noAnswerIsTakenForAnythingElseThanItSays(String path) throws Exception {
    try (RawConnection wire = RawConnection.open()) {
      assertThat(wire.ask("GET " + path).answer().headers().getValues("X-Content-Type-Options"))
          .containsExactly("nosniff");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "OPTIONS"})
  void pagesOfOtherOriginsAreNotLetIn(String method) throws Exception {
    try (RawConnection wire = RawConnection.open()) {
      Answer answer =
          wire.ask(
                  method + " /v1/allies/EST",
                  "Origin: https://example.org",
                  "Access-Control-Request-Method: PUT",
                  "Access-Control-Request-Headers: authorization")
              .answer();
      assertThat(answer.headers().asList())
          .noneMatch(header -> header.getName().toLowerCase(Locale.ROOT).startsWith("access-"));
    }
  }

  @Test
  void anAddressThatIsWrittenOtherwiseVariesAsWell() throws Exception {
    for (String target : new String[] {"//v1/allies/EST", "/%76%31/allies/EST"}) {
      assertThat(RawHttp.getAsWritten(target).header("Vary")).contains("Authorization");
    }
  }
}
