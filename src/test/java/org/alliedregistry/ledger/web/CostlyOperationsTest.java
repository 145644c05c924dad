package org.alliedregistry.ledger.web;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.alliedregistry.access.ConcurrencyLimit.Permit;
import org.alliedregistry.access.PermitQueue;
import org.alliedregistry.access.Requester;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.Store;
import org.junit.jupiter.api.Test;

/** What one question may take, and how many are computed at once. */
@QuarkusTest
@TestProfile(CostlyOperationsTest.Tight.class)
class CostlyOperationsTest {

  /** A question may take so few steps that each that is computed is refused. */
  public static class Tight implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "registry.work-limit", "30",
          "registry.computations", "4",
          "registry.computations.wait", "1ms",
          "quarkus.datasource.jdbc.url", Store.fresh("costly"));
    }
  }

  private static final Requester HERE = new Requester("address 127.0.0.1", false);

  private static final int LOOKS = 12_000;
  private static final long BETWEEN_LOOKS_NANOS = 10_000_000;

  @Inject PermitQueue permits;

  private final ApiClient secretariat = ApiClient.secretariat();
  private final ApiClient anybody = secretariat.withoutToken();

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
      assertProblem(anybody.get(costly), 400, "too-much-work");
      awaitNothingComputed();
    }
    assertThat(anybody.get("/v1/pledges?limit=1").status()).isEqualTo(200);
    awaitNothingComputed();
  }

  @Test
  void whoseShareIsTakenIsToldToComeBackAndCheapReadsGoOn() {
    Permit taken = permits.acquire(HERE, Duration.ofSeconds(10)).join();

    Answer busy = anybody.get("/v1/coverage?without=EST");
    assertProblem(busy, 503, "busy");
    assertThat(busy.header("Retry-After")).isEqualTo("1");
    assertThat(anybody.get("/v1/allies").status()).isEqualTo(200);
    assertProblem(secretariat.get("/v1/coverage?without=EST"), 400, "too-much-work");

    permits.release(taken);
    assertProblem(anybody.get("/v1/coverage?without=EST"), 400, "too-much-work");
    awaitNothingComputed();
    assertThat(permits.waiting()).isZero();
  }

  /** A permit is given back when the work has ended, a moment after its answer is there. */
  private void awaitNothingComputed() {
    for (int i = 0; i < LOOKS && permits.computing() > 0; i++) {
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
    }
    assertThat(permits.computing()).isZero();
  }
}
