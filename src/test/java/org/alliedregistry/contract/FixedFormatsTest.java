package org.alliedregistry.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.alliedregistry.support.RawConnection;
import org.alliedregistry.support.TightBounds;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has one format only is sent in it. */
@QuarkusTest
@TestProfile(TightBounds.class)
class FixedFormatsTest {

  @ParameterizedTest
  @CsvSource({
    "/v1/ledger/stream, text/event-stream",
    "/.well-known/security.txt, text/plain",
    "/q/openapi, application/yaml",
    "/q/swagger-ui, text/html",
    "/q/swagger-ui/, text/html",
    "/q/openapi/, application/yaml"
  })
  void whateverIsPreferred(String path, String type) throws Exception {
    for (String accepted : new String[] {"*/*", "application/json", "image/png"}) {
      try (RawConnection wire = RawConnection.open()) {
        var answer = wire.ask("GET " + path, "Accept: " + accepted).answer();
        assertThat(answer.status()).as(accepted).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith(type);
      }
    }
  }
}
