package org.alliedregistry.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.TightBounds;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TightBounds.class)
class SecurityContactTest {

  @Test
  void theContactIsTheOneThatIsSet() {
    assertThat(ApiClient.secretariat().get("/.well-known/security.txt").text())
        .startsWith("Contact: https://example.org/report\n");
  }
}
