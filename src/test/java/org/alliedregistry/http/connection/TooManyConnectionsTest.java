package org.alliedregistry.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.support.LimitedResources;
import org.alliedregistry.support.RawConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One address opens more connections than there may be; callers of another are all answered. */
@QuarkusTest
@TestProfile(LimitedResources.class)
class TooManyConnectionsTest {

  private static final String ONE = "127.0.0.1";
  private static final String OTHER = "127.0.0.2";
  private static final String ASK = "GET /v1/allies/EST";

  private static final String UNFINISHED =
      "POST /v1/coverage/what-if HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
          + "Content-Length: 9\r\n\r\n{";

  private final List<RawConnection> flood = new ArrayList<>();

  /** More than there may be; those that are closed at once do not hear what is said. */
  private void flood(String text) throws IOException {
    for (int i = 0; i < 2 * LimitedResources.CONNECTIONS; i++) {
      RawConnection wire = RawConnection.openFrom(ONE);
      flood.add(wire);
      try {
        wire.say(text);
      } catch (IOException closed) {
        continue;
      }
    }
  }

  @AfterEach
  void end() throws IOException {
    for (RawConnection wire : flood) {
      wire.close();
    }
  }

  @Test
  void bodiesThatDoNotEndShutNobodyOut() throws Exception {
    assertNobodyIsShutOut(UNFINISHED);
  }

  @Test
  void norBehindARequestThatIsAnswered() throws Exception {
    assertNobodyIsShutOut("GET /v1/allies/EST HTTP/1.1\r\nHost: a\r\n\r\n" + UNFINISHED);
  }

  @Test
  void norDoHeadsThatDoNotEnd() throws Exception {
    assertNobodyIsShutOut("GET /v1/allies/EST HTTP/1.1\r\nHost: a\r\n");
  }

  private void assertNobodyIsShutOut(String text) throws Exception {
    try (RawConnection kept = RawConnection.openFrom(OTHER)) {
      assertThat(kept.ask(ASK).answer().status()).isEqualTo(200);
      flood(text);
      assertThat(kept.ask(ASK).answer().status()).as("kept open").isEqualTo(200);
      for (int i = 0; i < 5; i++) {
        try (RawConnection fresh = RawConnection.openFrom(OTHER)) {
          assertThat(fresh.ask(ASK).answer().status()).as("new").isEqualTo(200);
        }
      }
    }
  }
}
