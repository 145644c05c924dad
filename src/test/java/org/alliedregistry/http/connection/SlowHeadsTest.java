package org.alliedregistry.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import org.alliedregistry.support.RawConnection;
import org.alliedregistry.support.TightBounds;
import org.junit.jupiter.api.Test;

/** Heads have a second to arrive, requests on one connection a bound. */
@QuarkusTest
@TestProfile(TightBounds.class)
class SlowHeadsTest {

  /** Each line keeps the connection from being idle. */
  @Test
  void aHeadThatDripsInIsCutOffHoweverOftenALineComes() throws Exception {
    try (RawConnection wire = RawConnection.open()) {
      wire.say("GET /v1/allies/EST HTTP/1.1\r\nHost: a\r\n");
      assertThat(isCutOffWhileSaying(wire, "X: y\r\n")).isTrue();
    }
  }

  @Test
  void aSecondHeadIsCutOffLikeAFirst() throws Exception {
    try (RawConnection wire = RawConnection.open()) {
      wire.say("GET /v1/allies/EST HTTP/1.1\r\nHost: a\r\n\r\nGET /v1/allies/FIN HTTP/1.1\r\n");
      assertThat(wire.answer().status()).isEqualTo(200);
      assertThat(isCutOffWhileSaying(wire, "X: y\r\n")).isTrue();
    }
  }

  @Test
  void requestsPiledUpOnOneConnectionCloseIt() throws Exception {
    try (RawConnection wire = RawConnection.open()) {
      String poll = "GET /v1/ledger?wait=60 HTTP/1.1\r\nHost: a\r\n\r\n";
      wire.ask("GET /v1/allies/EST").answer();
      wire.say(poll + "GET /v1/allies/EST HTTP/1.1\r\nHost: a\r\n\r\n".repeat(500));
      assertThat(wire.isHungUp()).isTrue();
    }
  }

  private static boolean isCutOffWhileSaying(RawConnection wire, String line) throws Exception {
    try {
      for (int i = 0; i < 1_000; i++) {
        wire.say(line);
        Thread.sleep(20);
      }
      return false;
    } catch (IOException cutOff) {
      return true;
    }
  }
}
