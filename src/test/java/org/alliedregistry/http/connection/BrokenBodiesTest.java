package org.alliedregistry.http.connection;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.RawConnection;
import org.alliedregistry.support.Tokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies in chunks that are none: each gets a problem body, and nothing is recorded. */
@QuarkusTest
class BrokenBodiesTest {

  private static final String JSON = "Content-Type: application/json";
  private static final String CHUNKED = "Transfer-Encoding: chunked";
  private static final String WHAT_IF = "POST /v1/coverage/what-if";
  private static final String BAD = "zz\r\n";
  private static final int KIB = 1 << 10;

  /** No body of a caller is an error of the registry: nothing is warned of in the log. */
  private static final List<String> WARNINGS = new CopyOnWriteArrayList<>();

  private static final Handler LISTENER =
      new Handler() {
        @Override
        public void publish(LogRecord line) {
          // the validator that the tests hold answers against warns of the contract
          boolean isOfTests = line.getLoggerName().startsWith("com.networknt.");
          if (line.getLevel().intValue() >= Level.WARNING.intValue() && !isOfTests) {
            WARNINGS.add(line.getLoggerName() + ": " + line.getMessage());
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeAll
  static void listen() {
    Logger.getLogger("").addHandler(LISTENER);
  }

  @AfterEach
  void nothingIsWarnedOf() {
    assertThat(WARNINGS).isEmpty();
  }

  @AfterAll
  static void stopListening() {
    Logger.getLogger("").removeHandler(LISTENER);
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        Arguments.of("size", "zz\r\n", 400, "bad-request"),
        Arguments.of("negative size", "-5\r\nhello\r\n", 400, "bad-request"),
        Arguments.of("no size", "\r\n{}\r\n0\r\n\r\n", 400, "bad-request"),
        Arguments.of("huge size", "f".repeat(20) + "\r\n", 400, "bad-request"),
        Arguments.of("size of more than an int", "80000000\r\n", 400, "bad-request"),
        Arguments.of("a size after a chunk", "1\r\n{\r\nzz\r\n", 400, "bad-request"),
        Arguments.of("huge extension", "2;x=" + "y".repeat(9 * KIB), 400, "bad-request"),
        Arguments.of("bad extension", "2;x=a\nb\r\n{}\r\n0\r\n\r\n", 400, "bad-request"),
        Arguments.of("more than its size", "2\r\n{}}\r\n0\r\n\r\n", 400, "bad-request"),
        Arguments.of("bad trailer", "2\r\n{}\r\n0\r\na b: c\r\n\r\n", 400, "bad-request"),
        Arguments.of(
            "one long trailer",
            "2\r\n{}\r\n0\r\nX: " + "y".repeat(30 * KIB),
            431,
            "request-headers-too-large"),
        Arguments.of(
            "many trailers",
            "2\r\n{}\r\n0\r\n" + "X-1234: yyyyyy\r\n".repeat(2 * KIB),
            431,
            "request-headers-too-large"));
  }

  private static RawConnection begin(String line, String... headers) throws IOException {
    return RawConnection.open()
        .ask(
            line,
            Stream.concat(Stream.of(JSON, CHUNKED), Stream.of(headers)).toArray(String[]::new));
  }

  private static String secretariat() {
    return "Authorization: Bearer " + Tokens.signed(Tokens.claims().put("sub", "broken"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void itIsRefused(String name, String body, int status, String type) throws Exception {
    try (RawConnection wire = begin(WHAT_IF).say(body)) {
      Answer answer = wire.answer();

      assertProblem(answer, status, type);
      assertThat(answer.header("Connection")).isEqualTo("close");
    }
  }

  @Test
  void itIsRefusedWhereItIsBeingReadAlready() throws Exception {
    try (RawConnection wire = begin(WHAT_IF, "Expect: 100-continue")) {
      assertThat(wire.answer().status()).isEqualTo(100);
      assertProblem(wire.say(BAD).answer(), 400, "bad-request");
      assertThat(wire.isHungUp()).isTrue();
    }
  }

  @Test
  void nothingIsRecordedOfIt() throws Exception {
    ApiClient api = ApiClient.secretariat();
    HttpFixtures given = new HttpFixtures(api);
    String path = "/v1/capabilities/" + given.code("BROKEN");
    String body = "{\"name\":\"A\",\"domain\":\"LAND\",\"units\":[\"troops\"]}";
    String chunk = Integer.toHexString(body.length()) + "\r\n" + body + "\r\n";

    try (RawConnection wire = begin("PUT " + path, secretariat()).say(chunk + BAD)) {
      assertProblem(wire.answer(), 400, "bad-request");
    }
    assertThat(api.get(path).status()).isEqualTo(404);
    try (RawConnection wire =
        begin("PUT " + path, secretariat()).say(chunk + "0\r\nX: y\r\n\r\n")) {
      assertThat(wire.answer().status()).isEqualTo(201);
    }
  }

  @Test
  void whatItsHeadDecidesIsStillSaid() throws Exception {
    List<RawConnection> ending = new ArrayList<>();
    for (String line : new String[] {"POST /v1/pledges", "POST /nope", "DELETE /v1/pledges"}) {
      RawConnection wire = begin(line).say(BAD);
      ending.add(wire);
      assertThat(wire.answer().status()).as(line).isIn(401, 404, 405);
    }
    for (RawConnection wire : ending) {
      assertThat(wire.isHungUp()).isTrue();
      wire.close();
    }
  }

  @Test
  void theBodyOfAReadIsNotLookedAtAndItsConnectionEnds() throws Exception {
    try (RawConnection wire = begin("GET /v1/coverage").say(BAD)) {
      assertThat(wire.answer().status()).isIn(200, 400);
      assertThat(wire.isHungUp()).isTrue();
    }
  }

  @Test
  void afterTheAnswerTheConnectionEnds() throws Exception {
    try (RawConnection wire = begin("POST /v1/pledges")) {
      assertProblem(wire.answer(), 401, "unauthenticated");
      assertThat(wire.say(BAD).isHungUp()).isTrue();
    }
  }

  @Test
  void whatWasAskedBeforeItIsAnsweredFirst() throws Exception {
    String good = "GET /v1/coverage?within=3 HTTP/1.1\r\nHost: a\r\n\r\n";
    String broken =
        WHAT_IF + " HTTP/1.1\r\nHost: a\r\n" + JSON + "\r\n" + CHUNKED + "\r\n\r\n" + BAD;

    try (RawConnection wire = RawConnection.open().say(good + broken + good)) {
      assertThat(wire.answer().status()).isIn(200, 400);
      assertProblem(wire.answer(), 400, "bad-request");
      assertThat(wire.isHungUp()).isTrue();
    }
  }
}
