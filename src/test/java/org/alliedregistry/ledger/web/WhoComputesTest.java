package org.alliedregistry.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import org.alliedregistry.access.ConcurrencyLimit.Permit;
import org.alliedregistry.access.PermitQueue;
import org.alliedregistry.access.Requester;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.Store;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of many who ask the same, one computes: one that need not wait for a place. */
@QuarkusTest
@TestProfile(WhoComputesTest.FewPlaces.class)
class WhoComputesTest {

  /** One place for each address, which others wait for as long as a test may take. */
  public static class FewPlaces implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "registry.computations", "4",
          "registry.computations.wait", "60s",
          "quarkus.http.proxy.proxy-address-forwarding", "true",
          "quarkus.http.proxy.allow-x-forwarded", "true",
          "quarkus.datasource.jdbc.url", Store.fresh("computes"));
    }
  }

  private static final String BUSY = "203.0.113.1";
  private static final String FREE = "203.0.113.2";

  @Inject PermitQueue permits;
  @Inject MeterRegistry meters;

  private final ApiClient anybody = ApiClient.secretariat().withoutToken();
  private @Nullable Permit taken;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<CompletableFuture<Answer>> asked = new ArrayList<>();

  private Answer ask(String address, String question) {
    return anybody.send("GET", question, Map.of("X-Forwarded-For", address), null);
  }

  private void askMeanwhile(String address, String question) {
    asked.add(CompletableFuture.supplyAsync(() -> ask(address, question), threads));
  }

  /** The one place of an address. */
  private void take(String address) {
    taken =
        permits.acquire(new Requester("address " + address, false), Duration.ofSeconds(10)).join();
  }

  private double misses() {
    return meters.get("registry.answers").tag("result", "miss").counter().count();
  }

  /** The meter is there once something was asked. */
  @BeforeEach
  void somethingWasAsked() {
    ask(FREE, "/v1/allies");
  }

  @AfterEach
  void nothingIsHeld() throws Exception {
    permits.release(Objects.requireNonNull(taken));
    threads.shutdown();
    await(() -> permits.computing() == 0 && permits.waiting() == 0);
  }

  @Test
  void whoWaitsForAPlaceHoldsNobodyUp() throws Exception {
    String question = "/v1/pledges?limit=1&validAt=2026-02-03";
    take(BUSY);
    double before = misses();
    askMeanwhile(BUSY, question);
    await(() -> permits.waiting() == 1);

    Answer other = ask(FREE, question);
    assertThat(other.status()).isEqualTo(200);
    assertThat(asked.get(0).join().text()).as("answered without a place").isEqualTo(other.text());
    assertThat(misses() - before).isEqualTo(1);
  }

  @Test
  void oneOfAnAddressWaitsForAPlace() throws Exception {
    String question = "/v1/pledges?limit=1&validAt=2026-02-04";
    take(BUSY);
    double before = misses();
    for (int i = 0; i < 40; i++) {
      askMeanwhile(BUSY, question);
    }
    await(() -> permits.waiting() == 1);
    permits.release(Objects.requireNonNull(taken));

    assertThat(asked).allSatisfy(each -> assertThat(each.join().status()).isEqualTo(200));
    assertThat(misses() - before).isEqualTo(1);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 3_000 && !condition.getAsBoolean(); i++) {
      Thread.sleep(20);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
