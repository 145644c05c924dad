package org.alliedregistry.http.connection;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.RawConnection;
import org.alliedregistry.support.TightBounds;
import org.alliedregistry.support.Tokens;
import org.junit.jupiter.api.Test;

/** Bodies have a second to arrive. */
@QuarkusTest
@TestProfile(TightBounds.class)
class UnreadBodyFilterTest {

  private static final String[] TOKEN = {
    "Authorization: Bearer " + Tokens.signed(Tokens.claims().put("sub", "slow")),
    "Content-Type: application/json"
  };

  private static RawConnection post(String length, String... headers) throws IOException {
    String[] all = new String[headers.length + 1];
    System.arraycopy(headers, 0, all, 0, headers.length);
    all[headers.length] = length;
    return RawConnection.open().ask("POST /v1/pledges", all);
  }

  /** Drop by drop until something is answered, however slow the machine is. */
  private static CompletableFuture<Void> dripping(RawConnection wire, String drop) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            for (int drops = 0; !wire.isAnswered() && drops < 900; drops++) {
              wire.say(drop);
              Thread.sleep(50);
            }
          } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
          }
        });
  }

  private static void assertCutOff(RawConnection wire) throws IOException {
    Answer answer = wire.answer();
    assertProblem(answer, 408, "request-timeout").withDetail("1000 ms");
    assertThat(answer.header("Connection")).isEqualTo("close");
  }

  /** All three at once: each takes the time that a body may take. */
  @Test
  void aBodyThatDripsInOrNeverBeginsIsCutOffHoweverOftenADropComes() throws Exception {
    try (RawConnection silent = post("Content-Length: 1000", TOKEN);
        RawConnection chunked = post("Transfer-Encoding: chunked", TOKEN);
        RawConnection sized = post("Content-Length: 1000", TOKEN)) {
      CompletableFuture<Void> chunks = dripping(chunked, "1\r\n{\r\n");
      CompletableFuture<Void> drops = dripping(sized, "{");
      assertCutOff(silent);
      chunks.join();
      assertCutOff(chunked);
      drops.join();
      assertCutOff(sized);
      assertThat(chunked.isHungUp()).isTrue();
      assertThat(sized.isHungUp()).isTrue();
    }
  }

  @Test
  void aRefusedRequestIsAnsweredBeforeItsBodyComesAndCutOffWhereItDoesNot() throws Exception {
    try (RawConnection wire = post("Content-Length: 1000")) {
      assertProblem(wire.answer(), 401, "unauthenticated");
      assertThat(wire.isHungUp()).isTrue();
    }
  }

  @Test
  void aBodyThatCameInTimeLeavesTheConnectionAsItIs() throws Exception {
    boolean inTime = false;
    for (int tries = 0; !inTime && tries < 50; tries++) {
      inTime = isLeftAsItIs(400, TOKEN);
    }
    assertThat(inTime).isTrue();
  }

  /** False where this machine was too slow to send the body in time. */
  private static boolean isLeftAsItIs(int status, String... headers) throws Exception {
    try (RawConnection wire = post("Content-Length: 2", headers)) {
      Thread.sleep(300);
      int answered = wire.say("{}").answer().status();
      if (answered == 408) {
        return false;
      }
      assertThat(answered).isEqualTo(status);
      Thread.sleep(1_200);
      assertThat(wire.ask("GET /v1/allies/EST").answer().status()).isEqualTo(200);
      return true;
    }
  }
}
