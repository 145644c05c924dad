package org.alliedregistry.contract;

import static org.alliedregistry.support.ProblemAssert.assertProblem;

import io.quarkus.test.junit.QuarkusTest;
import org.alliedregistry.support.ApiClient;
import org.junit.jupiter.api.Test;

/** Where to report a weakness (RFC 9116), where nobody has said. */
@QuarkusTest
class SecurityTextTest {

  @Test
  void noContactIsMadeUp() {
    assertProblem(
        ApiClient.secretariat().withoutToken().get("/.well-known/security.txt"), 404, "not-found");
  }
}
