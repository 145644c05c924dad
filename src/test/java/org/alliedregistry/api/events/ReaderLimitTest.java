package org.alliedregistry.api.events;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.EventStream;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.RawConnection;
import org.alliedregistry.support.TightBounds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** At most four follow the ledger at once, three of them without a token, two of one address. */
@QuarkusTest
@TestProfile(TightBounds.class)
class ReaderLimitTest {

  private static final AtomicInteger CALLERS = new AtomicInteger();

  @Inject Ledger ledger;
  @Inject ReaderLimit readerLimit;

  private final ApiClient api = ApiClient.secretariat().withoutToken();
  private final String from = address();
  private final List<RawConnection> readers = new ArrayList<>();

  private static String address() {
    return "X-Forwarded-For: 203.0.113." + CALLERS.incrementAndGet();
  }

  @AfterEach
  void hangUp() throws Exception {
    for (RawConnection reader : readers) {
      reader.close();
    }
    awaitTaken(0);
  }

  private void awaitTaken(int expected) throws InterruptedException {
    for (int waited = 0; readerLimit.taken() != expected && waited < 600; waited++) {
      Thread.sleep(100);
    }
    assertThat(readerLimit.taken()).isEqualTo(expected);
  }

  private String last() {
    var log = ledger.registry().log();
    return log.get(log.size() - 1).stamp().id();
  }

  private String poll(int seconds) {
    return "/v1/ledger?after=" + last() + "&wait=" + seconds;
  }

  private RawConnection open(String path, String... headers) throws Exception {
    RawConnection wire = RawConnection.open().ask("GET " + path, headers);
    readers.add(wire);
    return wire;
  }

  private Answer get(String path) {
    return api.send("GET", path, Map.of("X-Forwarded-For", from.substring(17)), null);
  }

  private String stream() {
    return "/v1/ledger/stream?after=" + last();
  }

  private void threeFollow() throws Exception {
    assertThat(open(stream(), from).answer().status()).isEqualTo(200);
    assertThat(open(stream(), address()).answer().status()).isEqualTo(200);
    open(poll(60), address());
    awaitTaken(3);
  }

  private void refused(String path, String... headers) throws Exception {
    Answer answer = open(path, headers).answer();
    assertProblem(answer, 503, "too-many-readers").withDetail("4");
    assertThat(answer.header("Retry-After")).isEqualTo("1");
  }

  @Test
  void beyondTheBoundNobodyWaitsAndIsToldWhenToComeBack() throws Exception {
    threeFollow();

    refused("/v1/ledger/stream", address());
    refused(poll(60), address());
  }

  @Test
  void oneAddressHoldsAShareOnly() throws Exception {
    open(stream(), from).answer();
    open(stream(), from).answer();
    awaitTaken(2);

    refused("/v1/ledger/stream", from);
    refused(poll(60), from);
    assertThat(open(stream(), address()).answer().status()).isEqualTo(200);
  }

  @Test
  void theEldestStreamOfTheAddressWithMostGivesWay() throws Exception {
    RawConnection eldest = open(stream(), from);
    assertThat(eldest.answer().status()).isEqualTo(200);
    open(stream(), from).answer();
    open(poll(60), address());
    awaitTaken(3);

    assertThat(open(stream(), address()).answer().status()).isEqualTo(200);
    assertThat(eldest.isHungUp()).isTrue();
    awaitTaken(3);
    refused(stream(), address());
  }

  @Test
  void aPollThatGivesWayIsAnsweredThatNothingFollowsYet() throws Exception {
    RawConnection eldest = open(poll(60), from);
    awaitTaken(1);
    open(poll(60), from);
    open(poll(60), address());
    awaitTaken(3);

    assertThat(open(stream(), address()).answer().status()).isEqualTo(200);
    assertThat(eldest.answer().text()).contains("\"items\":[]");
    awaitTaken(3);
  }

  @Test
  void whoHasATokenHasAPartOfItsOwn() throws Exception {
    threeFollow();
    String token = Files.readString(ApiClient.DATA_DIR.resolve("secretariat.token")).strip();
    RawConnection known = open(stream(), from, "Authorization: Bearer " + token);

    assertThat(known.answer().status()).isEqualTo(200);
    awaitTaken(4);
  }

  @Test
  void whoHangsUpAtOnceHoldsNoSeat() throws Exception {
    for (int i = 0; i < 40; i++) {
      for (String path : List.of(stream(), poll(60))) {
        try (RawConnection wire = RawConnection.open()) {
          wire.ask("GET " + path, address()).reset();
        }
      }
    }
    Thread.sleep(1_000);

    awaitTaken(0);
    assertThat(open(stream(), from).answer().status()).isEqualTo(200);
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
    assertThat(open("/v1/ledger/stream", from).answer().status()).isEqualTo(200);
  }

  @Test
  void aPollThatIsOverLeavesASeat() throws Exception {
    open(poll(1), from);
    awaitTaken(1);

    assertThat(readers.get(0).answer().status()).isEqualTo(200);
    awaitTaken(0);
  }

  @Test
  void aReaderOutlivesAConnectionOnWhichNothingIsSaid() throws Exception {
    try (EventStream stream = EventStream.after(last());
        RawConnection silent = RawConnection.open()) {
      assertThat(silent.isHungUp()).isTrue();
      new HttpFixtures(ApiClient.secretariat()).land();
      assertThat(stream.next().type()).contains("capability");
    }
  }
}
