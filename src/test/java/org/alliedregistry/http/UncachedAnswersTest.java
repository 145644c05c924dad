package org.alliedregistry.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.RawConnection;
import org.alliedregistry.support.TightBounds;
import org.junit.jupiter.api.Test;

/** What answers say to caches and to browsers where the settings are others. */
@QuarkusTest
@TestProfile(TightBounds.class)
class UncachedAnswersTest {

  private final ApiClient anybody = ApiClient.secretariat().withoutToken();

  private static Answer from(String origin) throws IOException {
    try (RawConnection wire = RawConnection.open()) {
      return wire.ask("GET /v1/allies/EST", "Origin: " + origin).answer();
    }
  }

  @Test
  void whereNothingMayBeKeptEveryReaderAsksAgain() {
    assertThat(anybody.get("/v1/allies").header("Cache-Control")).isEqualTo("public, no-cache");
  }

  @Test
  void anOriginThatIsNamedIsLetInAndTheAnswerVariesWithBoth() throws Exception {
    Answer answer = from("https://example.org");

    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://example.org");
    assertThat(answer.headers().getValues("Vary"))
        .containsExactly("Authorization, Accept, Accept-Encoding, X-Forwarded-Prefix, Origin");
  }

  @Test
  void theContractVariesWithTheOriginToo() throws Exception {
    try (RawConnection wire = RawConnection.open()) {
      Answer answer = wire.ask("GET /q/openapi", "Origin: https://example.org").answer();
      assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("https://example.org");
      assertThat(answer.headers().getValues("Vary"))
          .containsExactly("Accept-Encoding, X-Forwarded-Prefix, Origin");
    }
  }

  @Test
  void anotherOriginIsNot() throws Exception {
    assertThat(from("https://example.com").header("Access-Control-Allow-Origin")).isNull();
  }
}
