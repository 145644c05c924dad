package org.alliedregistry.http.read;

import static org.alliedregistry.support.OnePermit.awaitNothingComputed;
import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.http.guard.ConcurrencyLimit.Permit;
import org.alliedregistry.http.guard.PermitQueue;
import org.alliedregistry.http.read.CachedResponses.CacheKey;
import org.alliedregistry.http.read.CachedResponses.Pending;
import org.alliedregistry.ledger.view.AudienceViews;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.OnePermit;
import org.alliedregistry.support.TightBounds;
import org.junit.jupiter.api.Test;

/** What one question may take, and how many are computed at once. */
@QuarkusTest
@TestProfile(TightBounds.class)
class ComputationFilterTest {

  private static final String HERE = "198.51.100.8";

  @Inject PermitQueue permits;
  @Inject ResponseCache answers;
  @Inject AudienceViews views;

  private final ApiClient secretariat = ApiClient.secretariat();
  private final ApiClient anybody = secretariat.withoutToken();

  private Answer get(String question) {
    return anybody.send("GET", question, Map.of("X-Forwarded-For", HERE), null);
  }

  @Test
  void aQuestionThatTakesTooMuchWorkIsRefusedAndSaysSo() {
    for (String costly :
        List.of(
            "/v1/coverage",
            "/v1/coverage?explain=true",
            "/v1/coverage/marginals",
            "/v1/coverage/timeline?from=2026-01-01&to=2026-12-31",
            "/v1/coverage/history?from=2025-01-01&to=2026-12-31",
            "/v1/coverage/changes?from=2025-01-01&to=2026-01-31",
            "/v1/pledges",
            "/v1/positions")) {
      assertProblem(get(costly), 400, "too-much-work");
      awaitNothingComputed(permits);
    }
    assertThat(get("/v1/pledges?limit=1").status()).isEqualTo(200);
    awaitNothingComputed(permits);
  }

  @Test
  void whoseShareIsTakenIsToldToComeBackAndCheapReadsGoOn() {
    Permit taken = OnePermit.take(permits, HERE);

    Answer busy = get("/v1/coverage?without=EST");
    assertProblem(busy, 503, "busy");
    assertThat(busy.header("Retry-After")).isEqualTo("1");
    assertThat(get("/v1/allies").status()).isEqualTo(200);
    assertProblem(secretariat.get("/v1/coverage?without=EST"), 400, "too-much-work");
    for (String large : List.of("/v1/conditions/NONE/statements", "/v1/ledger")) {
      assertProblem(get(large), 503, "busy");
    }

    permits.release(taken);
    assertProblem(get("/v1/coverage?without=EST"), 400, "too-much-work");
    awaitNothingComputed(permits);
  }

  @Test
  void whoWaitsForAnothersAnswerIsToldToComeBackWhenTheTimeToWaitIsOver() {
    String question = "/v1/allies/LVA";
    Pending pending =
        answers.pending(
            new CacheKey(
                Audience.PUBLIC,
                views.registry(Audience.PUBLIC).revision(),
                LocalDate.now(ZoneOffset.UTC),
                "",
                question));
    assertThat(pending.claim()).isTrue();

    assertProblem(get(question), 503, "busy");
    pending.giveUp();
    assertThat(get(question).status()).isEqualTo(200);
  }
}
