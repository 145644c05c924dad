package org.alliedregistry.http;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.netty.channel.embedded.EmbeddedChannel;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpClosedException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.RawConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that reach no operation: the path, the method, the forms. */
@QuarkusTest
class ProblemExceptionMappersTest {

  private final ApiClient api = ApiClient.secretariat();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/nope",
        "/v1",
        "/v1/nope",
        "/v1/coverage/nope",
        "/v1/allies/EST/nope",
        "/v1/allies/NOPE",
        "/v1/allies/a%2Fb",
        "/v1/allies/%E2%82%ACXX",
        "/v1/capabilities/NOPE",
        "/v1/conditions/NOPE",
        "/v1/conditions/NOPE/statements",
        "/v1/conditions/AFTER_CEASEFIRE/statements/nope",
        "/v1/baselines/nope",
        "/v1/baselines/four-brigades-ten-squadrons?version=999",
        "/v1/pledges/nope",
        "/v1/pledges/nope/statements",
        "/v1/pledges/nope/statements/nope",
        "/v1/pledges/00000000-0000-0000-0000-000000000000"
      })
  void whatIsNotThereIsAProblem(String path) {
    assertProblem(api.get(path), 404, "not-found");
  }

  @Test
  void nothingIsAppendedToWhatIsNotThere() {
    assertProblem(api.send("POST", "/v1/pledges/nope/statements", "{}"), 404, "not-found");
    assertProblem(api.send("PUT", "/v1/pledges/nope", "{}"), 404, "not-found");
    assertProblem(api.send("POST", "/v1/conditions/NOPE/statements", "{}"), 404, "not-found");
  }

  @Test
  void anUnknownCodeInThePathIsAnsweredWithTheNearest() {
    assertProblem(api.get("/v1/allies/ESTT"), 404, "not-found").withDetail("ESTT", "EST");
    assertProblem(api.get("/v1/capabilities/LAND_FORCE"), 404, "not-found")
        .withDetail("LAND_FORCES");
    assertProblem(api.get("/v1/conditions/AFTER_CEASFIRE"), 404, "not-found")
        .withDetail("AFTER_CEASEFIRE");
    assertProblem(api.get("/v1/baselines/steel-hedgehogs"), 404, "not-found")
        .withDetail("steel-hedgehog");
  }

  @Test
  void whereNoCodeIsNearTheAnswerSaysWhereAllAreListed() {
    assertProblem(api.get("/v1/allies/NOTHINGLIKEIT"), 404, "not-found")
        .withDetail("GET /v1/allies lists them");
    assertProblem(api.get("/v1/capabilities/NOTHINGLIKEIT"), 404, "not-found")
        .withDetail("GET /v1/capabilities lists them");
    assertProblem(api.get("/v1/conditions/NOTHINGLIKEIT"), 404, "not-found")
        .withDetail("GET /v1/conditions lists them");
    assertProblem(api.get("/v1/baselines/none-like-it-at-all"), 404, "not-found")
        .withDetail("GET /v1/baselines lists them");
    assertProblem(api.get("/v1/problems/none-like-it-at-all"), 404, "not-found")
        .withDetail("GET /v1/problems lists them");
  }

  private static Exception writeToClosedChannel() {
    EmbeddedChannel channel = new EmbeddedChannel();
    channel.close();
    return (Exception) channel.writeAndFlush("").cause();
  }

  /** Another server or a file may fail with an IOException too. */
  @Test
  void onlyTheConnectionOfTheCallerIsTakenForHungUp() {
    for (IOException other :
        List.of(
            new IOException("No space left on device"),
            new SocketException("Connection reset"),
            new ClosedChannelException(),
            new FileNotFoundException("x"))) {
      assertThat(ProblemExceptionMappers.isHungUp(other, false)).isFalse();
      assertThat(ProblemExceptionMappers.isHungUp(other, true)).isTrue();
    }
    for (Exception gone :
        List.of(
            new IOException("Connection reset by peer"),
            new IOException("Broken pipe"),
            writeToClosedChannel(),
            new HttpClosedException("closed"))) {
      assertThat(ProblemExceptionMappers.isHungUp(gone, false)).isTrue();
    }
    assertThat(ProblemExceptionMappers.isHungUp(new JsonParseException("x"), true)).isFalse();
    assertThat(ProblemExceptionMappers.isHungUp(new IllegalStateException(), true)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /v1/pledges, 'GET,HEAD,OPTIONS,POST'",
    "PUT, /v1/pledges, 'GET,HEAD,OPTIONS,POST'",
    "PATCH, /v1/pledges/nope, 'GET,HEAD,OPTIONS,PUT'",
    "DELETE, /v1/pledges/nope/statements, 'GET,HEAD,OPTIONS,POST'",
    "PUT, /v1/pledges/nope/statements/nope, 'GET,HEAD,OPTIONS'",
    "POST, /v1/coverage, 'GET,HEAD,OPTIONS'",
    "POST, /v1/allies, 'GET,HEAD,OPTIONS'",
    "POST, /v1/allies/EST, 'GET,HEAD,OPTIONS,PUT'",
    "DELETE, /v1/conditions/AFTER_CEASEFIRE/statements, 'GET,HEAD,OPTIONS,POST'",
    "DELETE, /v1/baselines/steel-hedgehog, 'GET,HEAD,OPTIONS,PUT'"
  })
  void aWrongMethodIsAnsweredWithTheRightOnes(String method, String path, String allowed) {
    Answer answer = api.send(method, path, "{}");

    assertProblem(answer, 405, "method-not-allowed");
    assertThat(allow(answer)).contains(allowed.split(","));
    assertThat(allow(answer)).isSubsetOf(allowed.split(","));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/pledges, 'GET,HEAD,OPTIONS,POST'",
    "/v1/pledges/nope, 'GET,HEAD,OPTIONS,PUT'",
    "/v1/coverage/what-if, 'OPTIONS,POST'",
    "/v1/coverage, 'GET,HEAD,OPTIONS'",
    "/v1/tokens/nope, 'DELETE,OPTIONS'"
  })
  void optionsNameWhatIsThere(String path, String allowed) throws Exception {
    try (RawConnection wire = RawConnection.open()) {
      Answer answer = wire.ask("OPTIONS " + path).answer();

      assertThat(answer.status()).isEqualTo(200);
      assertThat(allow(answer)).containsExactlyInAnyOrder(allowed.split(","));
    }
  }

  @Test
  void optionsOfNothingAreNotFound() {
    assertProblem(api.send("OPTIONS", "/v1/nope", Map.of(), null), 404, "not-found");
  }

  @Test
  void aMethodNobodyKnowsIsNotAllowed() {
    assertProblem(api.send("BREW", "/v1/coverage", Map.of(), null), 405, "method-not-allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "application/octet-stream", "text/json"})
  void aBodyOfAnotherTypeIsNotTaken(String type) {
    assertProblem(
        api.send("POST", "/v1/pledges", Map.of("Content-Type", type), "{}"),
        415,
        "unsupported-media-type");
  }

  @Test
  void jsonWithACharsetIsTaken() {
    Map<String, String> utf8 = Map.of("Content-Type", "application/json; charset=utf-8");

    assertProblem(api.send("POST", "/v1/pledges", utf8, "{}"), 400, "invalid-body");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"image/png", "text/html", "application/xml;q=0.9", "text/markdown, image/*"})
  void aFormThatCannotBeServedIsNotAcceptable(String accept) {
    assertProblem(
        api.send("GET", "/v1/coverage", Map.of("Accept", accept), null), 406, "not-acceptable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/*", "text/html, application/json;q=0.1"})
  void jsonIsServedWhereverItIsAccepted(String accept) {
    assertThat(api.send("GET", "/v1/allies/EST", Map.of("Accept", accept), null).status())
        .isEqualTo(200);
  }

  @Test
  void aFailureIsAProblemWhateverIsAccepted() {
    assertProblem(
        api.send("GET", "/v1/allies/NOPE", Map.of("Accept", "application/json"), null),
        404,
        "not-found");
    assertProblem(api.send("GET", "/nope", Map.of("Accept", "text/html"), null), 404, "not-found");
  }

  @Test
  void namesThePathItIsAbout() {
    assertThat(assertProblem(api.get("/v1/nope"), 404, "not-found").json().get("instance").asText())
        .isEqualTo("/v1/nope");
  }

  private static String[] allow(Answer answer) {
    return Arrays.stream(String.valueOf(answer.header("Allow")).split(","))
        .map(String::strip)
        .toArray(String[]::new);
  }
}
