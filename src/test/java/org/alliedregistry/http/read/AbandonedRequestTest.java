package org.alliedregistry.http.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.alliedregistry.http.guard.PermitQueue;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.support.RawHttp;
import org.junit.jupiter.api.Test;

/** Callers who reset their connection give back what was held for them. */
@QuarkusTest
class AbandonedRequestTest {

  private static final int MANY = 100;
  private static final int ADDRESSES = 6;
  private static final int LOOKS = 12_000;
  private static final long BETWEEN_LOOKS_NANOS = 10_000_000;

  @Inject PermitQueue permits;
  @Inject MeterRegistry meters;
  @Inject Ledger ledger;

  @Test
  void bodiesThatBreakOff() throws IOException {
    hangUp(
        "POST /v1/coverage/what-if HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nContent-Length: 10\r\n\r\n123");
    assertNothingIsHeld();
  }

  @Test
  void bodiesThatAreWhole() throws IOException {
    hangUp(
        "POST /v1/coverage/what-if HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
    assertNothingIsHeld();
  }

  @Test
  void questionsThatNobodyWaitsFor() throws IOException {
    hangUp("GET /v1/coverage/marginals?validAt=2026-0%d-%d HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assertNothingIsHeld();
  }

  @Test
  void whatIsComputedForThemIsCountedUntilItEnds() throws Exception {
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch decided = new CountDownLatch(1);
    Thread writer = new Thread(() -> refuseAfter(writing, decided), "writer");
    writer.start();
    await(writing);
    try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
      socket.setSoLinger(true, 0);
      // what was known a moment ago is told once the write that began before has ended
      String question = "GET /v1/positions?knownAt=" + Instant.now() + " HTTP/1.1\r\n";
      socket
          .getOutputStream()
          .write((question + "Host: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      await(() -> permits.computing() == 1);
    }
    try {
      for (int i = 0; i < MANY; i++) {
        // each event loop hears of the end of that connection before it takes these
        assertThat(RawHttp.getAsWritten("/v1/allies").status()).isEqualTo(200);
      }
      assertThat(permits.computing()).isEqualTo(1);
    } finally {
      decided.countDown();
      writer.join();
    }
    assertNothingIsHeld();
  }

  private void refuseAfter(CountDownLatch writing, CountDownLatch decided) {
    assertThatThrownBy(
            () ->
                ledger.append(
                    "tests",
                    List.of(
                        registry -> {
                          writing.countDown();
                          await(decided);
                          throw new IllegalStateException("planned");
                        })))
        .hasMessage("planned");
  }

  private static void hangUp(String request) throws IOException {
    for (int i = 0; i < MANY; i++) {
      InetAddress from =
          InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (2 + i % ADDRESSES)});
      try (Socket socket = new Socket("127.0.0.1", RestAssured.port, from, 0)) {
        socket.setSoLinger(true, 0);
        String text = String.format(request, 1 + i % 9, 10 + i % 18);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  private void assertNothingIsHeld() {
    await(() -> permits.computing() == 0 && permits.waiting() == 0);
    assertThat(permits.computing()).as("permits").isZero();
    assertThat(permits.waiting()).as("places in the queue").isZero();
    await(() -> heldForBodies() == 0);
    assertThat(heldForBodies()).as("bytes for bodies").isZero();
  }

  private long heldForBodies() {
    return (long) meters.get("registry.bodies.held").gauge().value();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void await(BooleanSupplier condition) {
    for (int i = 0; i < LOOKS && !condition.getAsBoolean(); i++) {
      LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
    }
  }
}
