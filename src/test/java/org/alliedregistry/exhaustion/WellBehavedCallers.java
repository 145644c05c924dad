package org.alliedregistry.exhaustion;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.PackagedService;

/** Readers and a writer who ask all the time, and every answer of theirs that failed. */
final class WellBehavedCallers implements AutoCloseable {

  private static final long PAUSE_MS = 50;
  private static final int MOST_FAILURES = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final List<Thread> threads = new ArrayList<>();
  private final Queue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicInteger answered = new AtomicInteger();
  private final AtomicLong slowestMs = new AtomicLong();
  private volatile boolean isOver;

  private WellBehavedCallers() {}

  static WellBehavedCallers at(PackagedService service) throws Exception {
    WellBehavedCallers behaved = new WellBehavedCallers();
    String token = service.token();
    behaved.repeat(200, () -> service.get("/v1/allies/EST"));
    behaved.repeat(200, () -> service.get("/v1/coverage"));
    behaved.repeat(200, () -> service.getAs(token, "/v1/pledges?limit=1"));
    behaved.repeat(
        201,
        () ->
            service.postAs(
                token,
                "/v1/pledges",
                HttpFixtures.pledgeBody("EST", "LAND_FORCES", "position: 'PLEDGED'")));
    return behaved;
  }

  private void repeat(int expected, Callable<HttpResponse<String>> ask) {
    Thread thread =
        new Thread(
            () -> {
              while (!isOver && failures.size() < MOST_FAILURES) {
                once(expected, ask);
              }
            },
            "behaved");
    thread.start();
    threads.add(thread);
  }

  private void once(int expected, Callable<HttpResponse<String>> ask) {
    long start = System.nanoTime();
    try {
      HttpResponse<String> answer = ask.call();
      if (answer.statusCode() != expected) {
        failures.add(answer.statusCode() + " " + answer.body());
      }
      answered.incrementAndGet();
      slowestMs.accumulateAndGet((System.nanoTime() - start) / 1_000_000, Math::max);
      Thread.sleep(PAUSE_MS);
    } catch (Exception e) {
      failures.add(e.toString());
    }
  }

  /** Until they have got so many more answers; the limit only ends a hang. */
  void awaitMore(int answers) throws InterruptedException {
    int enough = answered.get() + answers;
    Instant deadline = Instant.now().plus(PATIENCE);
    while (answered.get() < enough && failures.isEmpty()) {
      assertThat(Instant.now()).as("callers who behave are answered").isBefore(deadline);
      Thread.sleep(PAUSE_MS);
    }
  }

  /** Ends them, and fails where any of their answers did. */
  void assertAllAnswered() {
    close();
    System.out.println(
        "exhaustion: " + answered + " answers, the slowest after " + slowestMs + " ms");
    assertThat(failures).as("failed of %s", answered).isEmpty();
    assertThat(answered.get()).isPositive();
  }

  @Override
  public void close() {
    isOver = true;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
