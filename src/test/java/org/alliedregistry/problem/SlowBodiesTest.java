package org.alliedregistry.problem;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.time.Duration;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.TightBounds;
import org.alliedregistry.support.Tokens;
import org.alliedregistry.support.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies have a second to arrive, and nobody may be silent for longer than two. */
@QuarkusTest
@TestProfile(TightBounds.class)
class SlowBodiesTest {

  private static final String[] TOKEN = {
    "Authorization: Bearer " + Tokens.signed(Tokens.claims().put("sub", "slow")),
    "Content-Type: application/json"
  };

  private static Wire post(String length, String... headers) throws IOException {
    String[] all = new String[headers.length + 1];
    System.arraycopy(headers, 0, all, 0, headers.length);
    all[headers.length] = length;
    return Wire.open().ask("POST /v1/pledges", all);
  }

  /** Drop by drop until something is answered; how long that took. */
  private static Duration drip(Wire wire, String drop) throws Exception {
    long start = System.nanoTime();
    for (int drops = 0; !wire.isAnswered() && drops < 40; drops++) {
      wire.say(drop);
      Thread.sleep(50);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Content-Length: 1000", "Transfer-Encoding: chunked"})
  void aBodyThatDripsInIsCutOffHoweverOftenADropComes(String length) throws Exception {
    try (Wire wire = post(length, TOKEN)) {
      Duration took = drip(wire, length.endsWith("chunked") ? "1\r\n{\r\n" : "{");
      Answer answer = wire.answer();

      assertProblem(answer, 408, "request-timeout").saying("1000 ms");
      assertThat(answer.header("Connection")).isEqualTo("close");
      assertThat(took).isBetween(Duration.ofMillis(800), Duration.ofMillis(1_900));
      assertThat(wire.isHungUp()).isTrue();
    }
  }

  @Test
  void aBodyThatNeverBeginsIsCutOff() throws Exception {
    try (Wire wire = post("Content-Length: 1000", TOKEN)) {
      assertProblem(wire.answer(), 408, "request-timeout");
    }
  }

  @Test
  void aRefusedRequestIsAnsweredOnceItsBodyIsThereAndCutOffTooWhereItIsNot() throws Exception {
    try (Wire wire = post("Content-Length: 1000")) {
      assertProblem(wire.answer(), 408, "request-timeout");
      assertThat(wire.isHungUp()).isTrue();
    }
  }

  @Test
  void aBodyThatCameInTimeLeavesTheConnectionAsItIs() throws Exception {
    try (Wire known = post("Content-Length: 2", TOKEN);
        Wire unknown = post("Content-Length: 2")) {
      Thread.sleep(300);
      assertThat(known.say("{}").answer().status()).isEqualTo(400);
      assertThat(unknown.say("{}").answer().status()).isEqualTo(401);
      Thread.sleep(1_200);
      for (Wire wire : new Wire[] {known, unknown}) {
        assertThat(wire.ask("GET /v1/allies/EST").answer().status()).isEqualTo(200);
      }
    }
  }

  @Test
  void aConnectionOnWhichNothingIsSaidIsClosed() throws Exception {
    try (Wire wire = Wire.open()) {
      assertThat(wire.isHungUp()).isTrue();
    }
  }
}
