package org.alliedregistry.feed;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.EventStream;
import org.alliedregistry.support.TightBounds;
import org.alliedregistry.support.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** At most three follow the ledger at once. */
@QuarkusTest
@TestProfile(TightBounds.class)
class SeatsTest {

  private static final AtomicInteger CALLERS = new AtomicInteger();

  @Inject Ledger ledger;
  @Inject Seats seats;

  private final ApiClient api = ApiClient.secretariat().withoutToken();
  private final String from = "X-Forwarded-For: 203.0.113." + CALLERS.incrementAndGet();
  private final List<Wire> readers = new ArrayList<>();

  @AfterEach
  void hangUp() throws Exception {
    for (Wire reader : readers) {
      reader.close();
    }
    awaitTaken(0);
  }

  private void awaitTaken(int expected) throws InterruptedException {
    for (int waited = 0; seats.taken() != expected && waited < 600; waited++) {
      Thread.sleep(100);
    }
    assertThat(seats.taken()).isEqualTo(expected);
  }

  private String last() {
    var journal = ledger.registry().journal();
    return journal.get(journal.size() - 1).stamp().id();
  }

  private String poll(int seconds) {
    return "/v1/ledger?after=" + last() + "&wait=" + seconds;
  }

  private Wire open(String path) throws Exception {
    Wire wire = Wire.open().ask("GET " + path, from);
    readers.add(wire);
    return wire;
  }

  private Answer get(String path) {
    return api.send("GET", path, Map.of("X-Forwarded-For", from.substring(17)), null);
  }

  private void threeFollow() throws Exception {
    assertThat(open("/v1/ledger/stream?after=" + last()).answer().status()).isEqualTo(200);
    assertThat(open("/v1/ledger/stream?after=" + last()).answer().status()).isEqualTo(200);
    open(poll(60));
    awaitTaken(3);
  }

  @Test
  void beyondTheBoundNobodyWaitsAndIsToldWhenToComeBack() throws Exception {
    threeFollow();

    for (String path : List.of("/v1/ledger/stream", poll(60))) {
      Answer answer = open(path).answer();
      assertProblem(answer, 503, "too-many-readers").saying("3");
      assertThat(answer.header("Retry-After")).isEqualTo("1");
    }
  }

  @Test
  void whoNeedNotWaitIsAnsweredAllTheSame() throws Exception {
    threeFollow();

    assertThat(get("/v1/ledger?limit=1").status()).isEqualTo(200);
    assertThat(get("/v1/ledger?limit=1&wait=60").status()).isEqualTo(200);
    assertThat(get(poll(0)).status()).isEqualTo(200);
  }

  @Test
  void whoLeavesLeavesASeat() throws Exception {
    threeFollow();
    readers.get(0).close();
    readers.get(2).close();

    awaitTaken(1);
    assertThat(open("/v1/ledger/stream").answer().status()).isEqualTo(200);
  }

  @Test
  void aPollThatIsOverLeavesASeat() throws Exception {
    open(poll(1));
    awaitTaken(1);

    assertThat(readers.get(0).answer().status()).isEqualTo(200);
    awaitTaken(0);
  }

  @Test
  void aReaderOutlivesTheIdleTimeAsLongAsThereIsASignOfLife() throws Exception {
    try (EventStream stream = EventStream.after(last())) {
      for (int second = 0; second < 5; second++) {
        assertThat(stream.any().others()).isNotEmpty();
      }
    }
  }
}
