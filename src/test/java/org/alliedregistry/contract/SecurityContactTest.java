package org.alliedregistry.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.TightBounds;
import org.junit.jupiter.api.Test;

/** Where to report a weakness (RFC 9116), as it is set. */
@QuarkusTest
@TestProfile(TightBounds.class)
class SecurityContactTest {

  private static final String PATH = "/.well-known/security.txt";

  private final ApiClient api = ApiClient.secretariat().withoutToken();

  @Test
  void anybodyIsToldWhereToReportAWeakness() {
    Answer answer = api.get(PATH).expecting(200);

    assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
    assertThat(answer.text().lines())
        .containsExactly(
            "Contact: https://example.org/report",
            "Expires: " + inHalfAYear() + "T00:00:00Z",
            "Preferred-Languages: en");
  }

  private static LocalDate inHalfAYear() {
    return LocalDate.now(Clock.system(ZoneOffset.UTC)).plusDays(180);
  }

  @Test
  void itIsTheSameUntilTheDayIsOver() {
    String tag = String.valueOf(api.get(PATH).header("ETag"));

    assertThat(api.send("GET", PATH, Map.of("If-None-Match", tag), null).status()).isEqualTo(304);
  }
}
