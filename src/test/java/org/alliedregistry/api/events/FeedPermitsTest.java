package org.alliedregistry.api.events;

import static org.alliedregistry.support.OnePermit.await;
import static org.alliedregistry.support.OnePermit.awaitNothingComputed;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.http.guard.ConcurrencyLimit.Permit;
import org.alliedregistry.http.guard.PermitQueue;
import org.alliedregistry.ledger.view.AudienceViews;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.EventStream;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.LimitedResources;
import org.alliedregistry.support.OnePermit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Much of the feed is told with a permit; whoever waits for what follows needs none. */
@QuarkusTest
@TestProfile(LimitedResources.class)
class FeedPermitsTest {

  private static final String HERE = "127.0.0.1";
  private static final int STREAMS = 10;
  private static final int HANG_UPS = 300;

  @Inject PermitQueue permits;
  @Inject StreamPermits turns;
  @Inject ReaderLimit readerLimit;
  @Inject AudienceViews views;

  private final ApiClient secretariat = ApiClient.secretariat();
  private final ApiClient anybody = secretariat.withoutToken();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private CompletableFuture<Answer> asked(String address) {
    return CompletableFuture.supplyAsync(() -> anybody.get(address), threads);
  }

  private String lastId() {
    List<Entry> journal = views.registry(Audience.PUBLIC).log();
    return journal.get(journal.size() - 1).stamp().id();
  }

  @BeforeEach
  void nothingIsComputed() {
    awaitNothingComputed(permits);
    await(() -> readerLimit.taken() == 0);
  }

  @AfterEach
  void nothingIsHeld() {
    threads.shutdown();
    awaitNothingComputed(permits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/ledger?limit=500", "/v1/ledger?limit=500&wait=60", "/v1/ledger"})
  void aLongPageWaitsForAPermit(String address) {
    Permit taken = OnePermit.take(permits, HERE);
    CompletableFuture<Answer> page = asked(address);
    await(() -> permits.waiting() == 1 || page.isDone());
    assertThat(page).isNotDone();
    assertThat(readerLimit.taken()).isZero();

    permits.release(taken);
    assertThat(page.join().json().get("items").size()).isGreaterThan(20);
  }

  @Test
  void aStreamThatHasMuchToTellWaitsForAPermitAndGivesItBack() {
    int all = views.registry(Audience.PUBLIC).log().size();
    Permit taken = OnePermit.take(turns.permits(), HERE);
    try (EventStream stream = EventStream.after(null)) {
      CompletableFuture<EventStream.Event> first =
          CompletableFuture.supplyAsync(stream::next, threads);
      await(() -> turns.permits().waiting() == 1 || first.isDone());
      assertThat(first).isNotDone();

      turns.permits().release(taken);
      first.join();
      for (int i = 1; i < all; i++) {
        stream.next();
      }
      awaitNothingComputed(turns.permits());
    }
  }

  @Test
  void streamsThatEndWhileTheyWaitLeaveTheLine() {
    Permit taken = OnePermit.take(turns.permits(), HERE);
    List<EventStream> streams =
        Stream.generate(() -> EventStream.after(null)).limit(STREAMS).toList();
    await(() -> turns.permits().waiting() == STREAMS);
    streams.forEach(EventStream::close);
    await(() -> turns.permits().waiting() == 0);
    turns.permits().release(taken);
  }

  /** At each moment: while it waits, while its page is made, while it is sent. */
  @Test
  void whoHangsUpGivesTheirPermitBack() throws Exception {
    byte[] request =
        "GET /v1/ledger?limit=500 HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    for (int round = 0; round < HANG_UPS; round++) {
      try (Socket socket = new Socket("localhost", RestAssured.port)) {
        socket.setSoLinger(true, 0);
        socket.getOutputStream().write(request);
        LockSupport.parkNanos(round * 10_000L);
      }
    }
    awaitNothingComputed(permits);
  }

  /** Those of questions are left alone. */
  @Test
  void streamsTakePermitsOfTheirOwn() {
    Permit taken = OnePermit.take(permits, HERE);
    try (EventStream stream = EventStream.after(null)) {
      assertThat(stream.next().id()).isNotEmpty();
    }
    permits.release(taken);
  }

  @Test
  void aShortPageNeedsNone() {
    Permit taken = OnePermit.take(permits, HERE);
    assertThat(anybody.get("/v1/ledger?limit=20").json().get("items")).hasSize(20);
    assertThat(anybody.get("/v1/ledger?after=" + lastId()).json().get("items")).isEmpty();
    permits.release(taken);
  }

  @Test
  void whoWaitsForWhatFollowsHoldsNone() {
    CompletableFuture<Answer> poll = asked("/v1/ledger?limit=500&wait=60&after=" + lastId());
    await(() -> readerLimit.taken() == 1);
    assertThat(permits.computing()).isZero();
    assertThat(permits.waiting()).isZero();

    new HttpFixtures(secretariat).land();
    assertThat(poll.join().json().get("items")).hasSize(1);
  }
}
