package org.alliedregistry.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.alliedregistry.support.Answers;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.PackagedService;

/** Callers who write all the time, and what they were told of each write. */
final class ConcurrentWriters {

  /** What goes on while they write. */
  interface Meanwhile {
    void happens() throws Exception;
  }

  private static final int WRITERS = 6;
  private static final int PAUSE_MS = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Map<String, UniqueWrite> acknowledged = new ConcurrentHashMap<>();
  private final Map<String, UniqueWrite> inDoubt = new ConcurrentHashMap<>();
  private final Queue<String> unexpected = new ConcurrentLinkedQueue<>();
  private final Set<String> reasons = ConcurrentHashMap.newKeySet();
  private final AtomicInteger number = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private volatile boolean isOver;

  /** How many writes were answered with 201. */
  int acknowledged() {
    return acknowledged.size();
  }

  /** How many were answered with a problem, since the store failed. */
  int refused() {
    return refused.get();
  }

  /** The types of those problems. */
  Set<String> reasons() {
    return reasons;
  }

  /** Waits until so many more are. */
  void awaitAcknowledged(int more) throws InterruptedException {
    int enough = acknowledged() + more;
    await(() -> acknowledged() >= enough);
  }

  /** Waits until so many more are refused. */
  void awaitRefused(int more) throws InterruptedException {
    int enough = refused() + more;
    await(() -> refused() >= enough);
  }

  private static void await(BooleanSupplier claim) throws InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!claim.getAsBoolean() && Instant.now().isBefore(deadline)) {
      Thread.sleep(PAUSE_MS);
    }
    assertThat(claim.getAsBoolean()).isTrue();
  }

  /** They write until it has happened; where the service ends, until it has ended. */
  void write(PackagedService service, Meanwhile meanwhile) throws Exception {
    String token = service.token();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    List<Thread> threads = new ArrayList<>();
    isOver = false;
    for (int i = 0; i < WRITERS; i++) {
      Thread thread = new Thread(() -> writeOn(service, token), "writer");
      thread.setUncaughtExceptionHandler((t, e) -> failure.set(e));
      thread.start();
      threads.add(thread);
    }
    try {
      meanwhile.happens();
    } finally {
      isOver = true;
      for (Thread thread : threads) {
        thread.join();
      }
    }
    assertThat(failure.get()).isNull();
    assertThat(unexpected).isEmpty();
  }

  private void writeOn(PackagedService service, String token) {
    Optional<String> pledge = Optional.empty();
    try {
      while (!isOver) {
        String name = "w" + number.incrementAndGet();
        UniqueWrite write =
            ThreadLocalRandom.current().nextBoolean()
                ? pledge
                    .map(id -> UniqueWrite.statement(name, id))
                    .orElse(UniqueWrite.opening(name))
                : UniqueWrite.opening(name);
        HttpResponse<String> answer = send(service, token, write);
        if (answer.statusCode() == 201 && write.path().equals("/v1/pledges")) {
          pledge = Optional.of(Json.read(answer.body()).get("id").asText());
        } else if (answer.statusCode() != 201) {
          Thread.sleep(PAUSE_MS);
        }
      }
    } catch (IOException e) {
      // the service has ended; the last write stays in doubt
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private HttpResponse<String> send(PackagedService service, String token, UniqueWrite write)
      throws IOException, InterruptedException {
    inDoubt.put(write.name(), write);
    HttpResponse<String> answer =
        service.postAs(token, write.path(), write.body(), "Idempotency-Key", write.name());
    if (answer.statusCode() == 201) {
      acknowledged.put(write.name(), write);
      inDoubt.remove(write.name());
    } else if (answer.statusCode() == 503) {
      Answers.expectProblem(answer);
      reasons.add(Json.read(answer.body()).get("type").asText());
      refused.incrementAndGet();
    } else {
      unexpected.add(write.name() + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer;
  }

  /**
   * Every acknowledged write is there once, every other one whole or not at all, and the chain is
   * sound; then whatever is in doubt is repeated, and is there once like the others.
   */
  void check(PackagedService service) throws Exception {
    compare(ObservedLedger.by(service));
    for (UniqueWrite write : List.copyOf(inDoubt.values())) {
      Answers.expect(201, send(service, service.token(), write));
    }
    compare(ObservedLedger.by(service));
  }

  private void compare(ObservedLedger visible) {
    for (UniqueWrite write : acknowledged.values()) {
      assertThat(visible.eventsOf(write.name()))
          .as("acknowledged: " + write.name())
          .isEqualTo(write.events());
    }
    for (UniqueWrite write : inDoubt.values()) {
      assertThat(visible.eventsOf(write.name()))
          .as("in doubt: " + write.name())
          .isIn(List.of(), write.events());
    }
    assertThat(visible.names()).as("somebody else's").isSubsetOf(sent());
    visible.assertSound();
  }

  /** Nothing was recorded without an answer that says so. */
  void assertNothingElse(ObservedLedger visible) {
    assertThat(visible.names()).isSubsetOf(acknowledged.keySet());
  }

  /** Of an earlier state: none is half there, and the chain is sound. */
  void assertWholeOrAbsent(ObservedLedger visible) {
    for (UniqueWrite write : acknowledged.values()) {
      assertThat(visible.eventsOf(write.name())).as(write.name()).isIn(List.of(), write.events());
    }
    visible.assertSound();
  }

  private List<String> sent() {
    List<String> sent = new ArrayList<>(acknowledged.keySet());
    sent.addAll(inDoubt.keySet());
    return sent;
  }
}
