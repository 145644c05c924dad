package org.alliedregistry.http.guard;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.RawConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a body is read, and what it may take. */
@QuarkusTest
class BodyBufferFilterTest {

  private static final String WHAT_IF = "POST /v1/coverage/what-if";
  private static final String JSON = "Content-Type: application/json";
  private static final String EXPECT = "Expect: 100-continue";

  @Inject BodyBudget budget;

  private static Answer whatIf(byte[] body) throws IOException {
    try (RawConnection wire = RawConnection.open()) {
      return wire.ask(WHAT_IF, JSON, "Content-Length: " + body.length).say(body).answer();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "POST /nope, 404, not-found",
    "DELETE /v1/pledges, 405, method-not-allowed",
    "POST /v1/pledges, 401, unauthenticated",
    "POST /v1/coverage/what-if?x=1, 400, invalid-parameter"
  })
  void whatTheHeadDecidesIsAnsweredBeforeTheBodyComes(String line, int status, String type)
      throws Exception {
    for (String length : new String[] {"Content-Length: 1000", "Transfer-Encoding: chunked"}) {
      try (RawConnection wire = RawConnection.open()) {
        assertProblem(wire.ask(line, JSON, length).answer(), status, type);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Content-Type: text/plain, 415, unsupported-media-type",
    "Content-Encoding: br, 415, unsupported-media-type",
    "'Content-Encoding: gzip, gzip', 415, unsupported-media-type",
    "Content-Type: application/json; charset=utf-16, 415, unsupported-media-type",
    "Content-Type: application/json; charset=ISO-8859-1, 415, unsupported-media-type",
    "Content-Type: application/json;Charset=\"us-ascii\", 415, unsupported-media-type",
    "Content-Type: application/json; a=b; charset=nonsense, 415, unsupported-media-type",
    "Content-Type: application/json; charset=, 415, unsupported-media-type",
    "Content-Type: application/json; charset=utf-8; charset=utf-16, 415, unsupported-media-type"
  })
  void aFormThatIsNotTakenIsRefusedBeforeTheBodyComes(String header, int status, String type)
      throws Exception {
    try (RawConnection wire = RawConnection.open()) {
      assertProblem(wire.ask(WHAT_IF, header, "Content-Length: 9").answer(), status, type);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json; charset=utf-8",
        "application/json;charset=UTF-8",
        "application/json; Charset=\"Utf-8\"",
        "Application/JSON; a=\"charset=x\"; charset=utf8",
        "",
        " "
      })
  void utf8MayBeNamedOrNothing(String type) throws Exception {
    try (RawConnection wire = RawConnection.open()) {
      wire.ask(WHAT_IF, "Content-Type: " + type, "Content-Length: 2").say("[]");
      assertProblem(wire.answer(), 400, "invalid-body");
    }
  }

  @Test
  void anotherCharsetIsToldWhichOneIsTaken() throws Exception {
    try (RawConnection wire = RawConnection.open()) {
      wire.ask(WHAT_IF, JSON + "; charset=utf-16", "Content-Length: 2");
      assertProblem(wire.answer(), 415, "unsupported-media-type").withDetail("UTF-8");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1048577", "9999999999", "9223372036854775807"})
  void aLengthThatIsTooLargeIsRefusedBeforeTheBodyComes(String length) throws Exception {
    try (RawConnection wire = RawConnection.open()) {
      assertProblem(
          wire.ask(WHAT_IF, JSON, "Content-Length: " + length).answer(), 413, "too-large");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        EXPECT,
        "expect: 100-CONTINUE",
        "Expect: 100-Continue,",
        "Expect: 100-continue, 100-continue"
      })
  void whoAsksFirstIsToldToGoOn(String expect) throws Exception {
    try (RawConnection wire = RawConnection.open()) {
      wire.ask(WHAT_IF, JSON, expect, "Content-Length: 2");
      assertThat(wire.answer().status()).isEqualTo(100);
      assertProblem(wire.say("[]").answer(), 400, "invalid-body");
      assertThat(wire.ask("GET /v1/allies/EST").answer().status()).isEqualTo(200);
    }
  }

  /** RFC 9110, 10.1.1: whoever speaks HTTP/1.0 knows no 100. */
  @Test
  void whoSpeaksAnOlderVersionIsNotToldToGoOn() throws Exception {
    try (RawConnection wire = RawConnection.open()) {
      wire.say(
          WHAT_IF + " HTTP/1.0\r\n" + JSON + "\r\n" + EXPECT + "\r\nContent-Length: 2\r\n\r\n[]");
      assertProblem(wire.answer(), 400, "invalid-body");
    }
  }

  @Test
  void whoAsksFirstAndIsRefusedIsToldSoAtOnce() throws Exception {
    try (RawConnection wire = RawConnection.open()) {
      Answer answer = wire.ask("POST /v1/pledges", JSON, EXPECT, "Content-Length: 2").answer();

      assertProblem(answer, 401, "unauthenticated");
      assertThat(answer.header("Connection")).isEqualTo("close");
      assertThat(wire.isHungUp()).isTrue();
    }
  }

  @Test
  void aBodyOfTooManyValuesIsTooLarge() throws Exception {
    byte[] many = ("[" + "1,".repeat(50_000) + "1]").getBytes(StandardCharsets.US_ASCII);

    assertProblem(whatIf(many), 413, "too-large").withDetail("50,000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"\u00c0\u00af\":1}",
        "{\"a\":\"\u00ed\u00a0\u0080\"}",
        "\u00ff\u00fe{\u0000}\u0000"
      })
  void whatIsNoUtf8IsMalformed(String latin1) throws Exception {
    assertProblem(whatIf(latin1.getBytes(StandardCharsets.ISO_8859_1)), 400, "malformed-json");
  }

  @Test
  void whatABodyTakesIsSetAsideUntilItIsAnswered() throws Exception {
    try (RawConnection wire = RawConnection.open()) {
      long before = budget.held();
      wire.ask(WHAT_IF, JSON, "Content-Length: 1002").say(" ".repeat(1000));
      await(() -> budget.held() >= before + 4_000);
      assertThat(wire.say("[]").answer().status()).isEqualTo(400);
      await(() -> budget.held() <= before);
    }
  }

  @Test
  void whatABodyTookIsGivenBackWhenItsSenderIsGone() throws Exception {
    long before = budget.held();
    try (RawConnection wire = RawConnection.open()) {
      wire.ask(WHAT_IF, JSON, "Content-Length: 1002").say(" ".repeat(1000));
      await(() -> budget.held() >= before + 4_000);
    }
    await(() -> budget.held() <= before);
  }

  @Test
  void whatABodyTookIsGivenBackWhenItsSenderDoesNotWaitForTheAnswer() throws Exception {
    long before = budget.held();
    for (int i = 0; i < 50; i++) {
      try (RawConnection wire = RawConnection.open()) {
        wire.ask(WHAT_IF, JSON, "Content-Length: 5").say("{}   ");
      }
    }
    await(() -> budget.held() <= before);
  }

  @Test
  void whoIsWaitedForTakesNobodysPlaceToCompute() throws Exception {
    List<RawConnection> waitedFor = new ArrayList<>();
    try {
      long before = budget.held();
      for (int i = 0; i < 20; i++) {
        waitedFor.add(RawConnection.open().ask(WHAT_IF, JSON, "Content-Length: 9").say(" "));
      }
      await(() -> budget.held() >= before + 20 * BudgetedBody.PER_BYTE);
      try (RawConnection wire = RawConnection.open()) {
        assertThat(wire.ask("GET /v1/coverage?within=17").answer().status()).isEqualTo(200);
      }
    } finally {
      for (RawConnection wire : waitedFor) {
        wire.close();
      }
    }
  }

  private static void await(java.util.function.BooleanSupplier condition) throws Exception {
    for (int i = 0; i < 1_000 && !condition.getAsBoolean(); i++) {
      Thread.sleep(20);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
