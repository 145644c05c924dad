package org.alliedregistry.http.connection;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.RawConnection;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** The bound of the headers, and what is waited for. */
@QuarkusTest
class RequestHeadTest {

  private static final int KIB = 1 << 10;
  private static final String PATH = "/v1/allies/EST";

  private final ApiClient api = ApiClient.secretariat().withoutToken();

  private Answer withHeader(int length) {
    return api.send("GET", PATH, Map.of("X-Long", "x".repeat(length)), null);
  }

  @Test
  void headersHaveAtMostTwentyKibibytes() {
    assertThat(withHeader(19 * KIB).status()).isEqualTo(200);
    assertProblem(withHeader(20 * KIB), 431, "request-headers-too-large").withDetail("characters");
  }

  @Test
  void manySmallHeadersAreCountedTogether() throws Exception {
    try (RawConnection wire = RawConnection.open()) {
      wire.say("GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\n");
      for (int i = 0; i < 500; i++) {
        wire.say("X-" + (1000 + i) + ": " + "x".repeat(40) + "\r\n");
      }
      assertProblem(wire.answer(), 431, "request-headers-too-large");
    }
  }

  @Test
  void eachHeaderCountsAlsoWhereManyHaveOneName() throws Exception {
    try (RawConnection wire = RawConnection.open()) {
      wire.say(
          "GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\n" + "X: y\r\n".repeat(100) + "\r\n");
      assertProblem(wire.answer(), 431, "request-headers-too-large");
    }
  }

  @Test
  void headersBeyondAllBoundsAreRefusedBeforeTheyAreReadWhole() throws Exception {
    try (RawConnection wire = RawConnection.open()) {
      wire.say("GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(64 * KIB));

      assertProblem(wire.answer(), 431, "request-headers-too-large");
    }
  }

  @Test
  void aConnectionMayBeSilentForLongerThanThereIsAnythingToWaitFor() {
    assertThat(setting("quarkus.http.idle-timeout"))
        .isGreaterThan(Duration.ofSeconds(60))
        .isGreaterThan(setting("registry.http.body-timeout"));
  }

  private static Duration setting(String name) {
    return ConfigProvider.getConfig().getValue(name, Duration.class);
  }
}
