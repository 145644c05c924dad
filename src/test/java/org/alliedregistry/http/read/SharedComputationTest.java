package org.alliedregistry.http.read;

import static org.alliedregistry.support.OnePermit.await;
import static org.alliedregistry.support.OnePermit.awaitNothingComputed;
import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.http.guard.ConcurrencyLimit.Permit;
import org.alliedregistry.http.guard.PermitQueue;
import org.alliedregistry.http.read.CachedResponses.CacheKey;
import org.alliedregistry.http.read.CachedResponses.Pending;
import org.alliedregistry.ledger.view.AudienceViews;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.LimitedResources;
import org.alliedregistry.support.OnePermit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of many requests for one answer, one computes it: one that need not wait for a permit. */
@QuarkusTest
@TestProfile(LimitedResources.class)
class SharedComputationTest {

  private static final String BUSY = "203.0.113.1";
  private static final String FREE = "203.0.113.2";
  private static final int FEW = 10;
  private static final int MANY = 40;
  private static final int READERS_OF_A_PROXY = 1_000;

  @Inject PermitQueue permits;
  @Inject ComputationFilter operations;
  @Inject ResponseCache answers;
  @Inject AudienceViews views;
  @Inject MeterRegistry meters;

  private final ApiClient anybody = ApiClient.secretariat().withoutToken();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<CompletableFuture<Answer>> replies = new ArrayList<>();

  private Answer ask(String address, String question) {
    return anybody.send("GET", question, Map.of("X-Forwarded-For", address), null);
  }

  private void askMeanwhile(String address, String question) {
    replies.add(CompletableFuture.supplyAsync(() -> ask(address, question), threads));
  }

  private void askMeanwhile(int times, String address, String question) {
    for (int i = 0; i < times; i++) {
      askMeanwhile(address, question);
    }
  }

  private int awaiting() {
    return operations.awaiting().taken();
  }

  private double misses() {
    return meters.get("registry.response.cache").tag("result", "miss").counter().count();
  }

  /** As if another request computed it. */
  private Pending computed(String question) {
    Pending pending =
        answers.pending(
            new CacheKey(
                Audience.PUBLIC,
                views.registry(Audience.PUBLIC).revision(),
                LocalDate.now(ZoneOffset.UTC),
                "",
                question));
    assertThat(pending.claim()).isTrue();
    return pending;
  }

  /** The meter is there once something was asked. */
  @BeforeEach
  void somethingWasAsked() {
    ask(FREE, "/v1/allies");
  }

  @AfterEach
  void nothingIsHeld() {
    threads.shutdown();
    awaitNothingComputed(permits);
    await(() -> awaiting() == 0);
  }

  @Test
  void whoWaitsForAPermitHoldsNobodyUp() {
    String question = "/v1/pledges?limit=1&validAt=2026-02-03";
    Permit taken = OnePermit.take(permits, BUSY);
    double before = misses();
    askMeanwhile(BUSY, question);
    await(() -> permits.waiting() == 1);

    Answer other = ask(FREE, question);
    assertThat(other.status()).isEqualTo(200);
    assertThat(replies.get(0).join().text())
        .as("answered without a permit")
        .isEqualTo(other.text());
    assertThat(misses() - before).isEqualTo(1);
    permits.release(taken);
  }

  @Test
  void oneOfAnAddressWaitsForAPermit() {
    String question = "/v1/pledges?limit=1&validAt=2026-02-04";
    Permit taken = OnePermit.take(permits, BUSY);
    double before = misses();
    askMeanwhile(MANY, BUSY, question);
    await(() -> permits.waiting() + awaiting() == MANY);
    assertThat(permits.waiting()).isEqualTo(1);
    permits.release(taken);

    assertThat(replies).allSatisfy(each -> assertThat(each.join().status()).isEqualTo(200));
    assertThat(misses() - before).isEqualTo(1);
  }

  @Test
  void whatCameToNothingIsComputedAnewByOne() {
    String question = "/v1/pledges?limit=1&validAt=2026-02-05";
    Pending pending = computed(question);
    askMeanwhile(MANY, FREE, question);
    await(() -> awaiting() == MANY);
    double before = misses();
    pending.giveUp();

    assertThat(replies).allSatisfy(each -> assertThat(each.join().status()).isEqualTo(200));
    assertThat(misses() - before).isEqualTo(1);
  }

  @Test
  void whatIsRefusedIsRefusedToEachForItself() {
    String question = "/v1/pledges?limit=0";
    Pending pending = computed(question);
    Permit taken = OnePermit.take(permits, FREE);
    askMeanwhile(FEW, FREE, question);
    await(() -> awaiting() == FEW);
    pending.refuse();
    await(() -> permits.waiting() == FEW);

    permits.release(taken);
    assertThat(replies).allSatisfy(each -> assertProblem(each.join(), 400, "invalid-parameter"));
  }

  @Test
  void howManyWaitForAnothersAnswerIsBoundedForOneAddress() {
    String question = "/v1/pledges?limit=1&validAt=2026-02-06";
    Pending pending = computed(question);
    List<Permit> waiting =
        Stream.generate(() -> operations.awaiting().acquire(OnePermit.at(BUSY)))
            .takeWhile(Optional::isPresent)
            .map(Optional::get)
            .toList();
    assertThat(waiting).hasSizeBetween(READERS_OF_A_PROXY, 2 * READERS_OF_A_PROXY);

    assertProblem(ask(BUSY, question), 503, "busy");
    askMeanwhile(FREE, question);
    await(() -> awaiting() == waiting.size() + 1);
    pending.giveUp();
    assertThat(replies.get(0).join().status()).isEqualTo(200);
    waiting.forEach(Permit::release);
  }
}
