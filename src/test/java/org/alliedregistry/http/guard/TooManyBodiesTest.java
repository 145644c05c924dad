package org.alliedregistry.http.guard;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.LimitedResources;
import org.alliedregistry.support.RawConnection;
import org.junit.jupiter.api.Test;

/** Bodies together may take one MiB here, and half of that those without a token. */
@QuarkusTest
@TestProfile(LimitedResources.class)
class TooManyBodiesTest {

  private static final String[] HEAD = {"Content-Type: application/json", "Content-Length: 60001"};

  @Inject BodyBudget budget;

  @Test
  void oneAddressIsRefusedBeyondItsShareAndWhoHasATokenIsNot() throws Exception {
    try (RawConnection first = RawConnection.open();
        RawConnection second = RawConnection.open()) {
      first.ask("POST /v1/coverage/what-if", HEAD).say(" ".repeat(60_000));
      while (budget.held() < 4 * 60_000) {
        Thread.sleep(20);
      }
      Answer refused =
          second.ask("POST /v1/coverage/what-if", HEAD).say(" ".repeat(60_000)).answer();

      assertProblem(refused, 503, "too-many-bodies");
      assertThat(refused.header("Retry-After")).isEqualTo("1");
      assertThat(
              ApiClient.secretariat()
                  .put("/v1/conditions/BODIES", Json.object("description: 'A', perAlly: false"))
                  .status())
          .isEqualTo(201);
      assertProblem(first.say("x").answer(), 400, "malformed-json");
    }
  }

  @Test
  void aLongHeadIsHeldAsLongAsItsBody() throws Exception {
    String filler = "X-Long: " + "x".repeat(10_000);
    try (RawConnection wire = RawConnection.open()) {
      wire.ask(
              "POST /v1/coverage/what-if",
              "Content-Type: application/json",
              "Content-Length: 2",
              filler)
          .say("{");
      while (budget.held() < 4 * 10_000) {
        Thread.sleep(20);
      }
      wire.say("}").answer();
    }
  }
}
