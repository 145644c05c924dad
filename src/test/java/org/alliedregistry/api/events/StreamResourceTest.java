package org.alliedregistry.api.events;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.ledger.view.AudienceViews;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.EventStream;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.LimitedResources;
import org.alliedregistry.support.OnePermit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The change feed, streamed. */
@QuarkusTest
@TestProfile(LimitedResources.class)
class StreamResourceTest {

  @Inject AudienceViews views;
  @Inject ReaderLimit readerLimit;

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);

  /** Those of another test may still be noticed to be gone. */
  @BeforeEach
  void nobodyReads() {
    OnePermit.await(() -> readerLimit.taken() == 0);
  }

  /** What there is to be read without a token. */
  private List<String> recorded() {
    return views.registry(Audience.PUBLIC).log().stream()
        .map(Entry::stamp)
        .map(s -> s.id())
        .toList();
  }

  private String lastId() {
    List<String> ids = recorded();
    return ids.get(ids.size() - 1);
  }

  @Test
  void everyEventComesOnceAndInOrderHoweverOftenAReaderComesBackWhileOthersWrite() {
    String pledge = given.pledge("EST", given.land(), "position: 'PLEDGED'");
    int before = recorded().size();
    AtomicBoolean writing = new AtomicBoolean(true);
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(
            () -> {
              for (int i = 0; i < 100 || writing.get(); i++) {
                given.addStatement(pledge, "wording: 'number " + i + "'");
              }
            });
    List<String> read = new ArrayList<>();
    Random random = new Random(7);
    for (int visit = 0; visit < 40; visit++) {
      try (EventStream stream =
          EventStream.after(read.isEmpty() ? null : read.get(read.size() - 1))) {
        // the first visit reaches what is being written
        for (int left = visit == 0 ? before : random.nextInt(12); left > 0; left--) {
          read.add(stream.next().id());
        }
      }
    }
    writing.set(false);
    writer.join();
    List<String> all = recorded();
    try (EventStream stream = EventStream.after(read.get(read.size() - 1))) {
      while (read.size() < all.size()) {
        read.add(stream.next().id());
      }
    }

    assertThat(read).isEqualTo(all);
  }

  @Test
  void theStreamAndThePollTellTheSame() {
    String last = lastId();
    given.pledge("EST", given.land(), "position: 'PLEDGED'");
    var polled = api.get("/v1/ledger?after=" + last).json().get("items");
    try (EventStream stream = EventStream.after(last)) {
      for (var event : polled) {
        EventStream.Event streamed = stream.next();
        assertThat(streamed.data()).isEqualTo(event);
        assertThat(streamed.id()).isEqualTo(event.get("id").asText());
        assertThat(streamed.type()).isEqualTo(event.get("type").asText());
      }
    }
  }

  @Test
  void aReaderIsToldHowSoonToComeBackAndThatTheStreamIsStillThere() {
    try (EventStream stream = EventStream.after(lastId())) {
      assertThat(stream.any().others()).anyMatch(line -> line.matches("retry: ?3000"));
      assertThat(stream.any().others()).containsExactly(":still here");
      assertThat(stream.any().others()).containsExactly(":still here");
    }
  }

  @Test
  void anEventNobodyGaveIsRefused() {
    assertProblem(
            api.send("GET", "/v1/ledger/stream", Map.of("Last-Event-ID", "x-1"), null),
            400,
            "invalid-parameter")
        .at("Last-Event-ID");
    assertProblem(
            api.send("GET", "/v1/ledger/stream?audience=ME", Map.of("Last-Event-ID", "x-1"), null),
            400,
            "invalid-parameter")
        .at("?audience", "Last-Event-ID");
    assertProblem(api.get("/v1/ledger/stream?after=x"), 400, "invalid-parameter");
  }

  @Test
  void aHeadOfTheStreamEnds() {
    assertThat(RestAssured.head("/v1/ledger/stream").contentType()).startsWith("text/event-stream");
  }

  @Test
  void aReaderThatTakesNothingIsCutOffAndOthersGoOn() throws Exception {
    String pledge = given.pledge("EST", given.land(), "position: 'PLEDGED'");
    String start = lastId();
    // two bytes each
    String long4000 = "é".repeat(3900);
    // more than the buffers between the two ends hold
    int many = 130;
    for (int i = 0; i < many; i++) {
      given.addStatement(
          pledge,
          "wording: '"
              + long4000
              + "', note: '"
              + long4000
              + "', speaker: '"
              + long4000
              + "', source: {title: '"
              + long4000
              + "', publisher: '"
              + long4000
              + "'}");
    }
    try (Socket lazy = new Socket();
        EventStream diligent = EventStream.after(start)) {
      lazy.setReceiveBufferSize(4096);
      lazy.connect(new java.net.InetSocketAddress("localhost", RestAssured.port));
      lazy.getOutputStream()
          .write(
              ("GET /v1/ledger/stream?after=" + start + " HTTP/1.1\r\nHost: x\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < many; i++) {
        diligent.next();
      }
      assertThat(isReset(lazy)).isTrue();
      given.addStatement(pledge, "wording: 'the next'");
      assertThat(diligent.next().data().at("/data/wording").asText()).isEqualTo("the next");
    }
  }

  /** Whether the other end is gone for good: what is written to it comes back as a reset. */
  private static boolean isReset(Socket socket) throws InterruptedException {
    try {
      for (int i = 0; i < 1200; i++) {
        socket.getOutputStream().write('\n');
        Thread.sleep(100);
      }
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void aStreamEndsWhenItsTokenIsRevokedAndTellsNothingThatCameAfter() {
    JsonNode token = api.post("/v1/tokens", Json.object("role: 'reader'")).expecting(201).json();
    String pledge = given.pledge("EST", given.land(), "position: 'PLEDGED'");
    try (EventStream stream = EventStream.withToken(token.get("token").asText(), lastId())) {
      given.addStatement(pledge, "wording: 'before', releasability: 'COALITION'");
      assertThat(stream.next().data().at("/data/wording").asText()).isEqualTo("before");

      String path = "/v1/tokens/" + token.get("id").asText();
      assertThat(api.send("DELETE", path, Map.of(), null).status()).isEqualTo(204);
      given.addStatement(pledge, "wording: 'after', releasability: 'COALITION'");
      assertThat(String.join("", stream.rest())).doesNotContain("after");
    }
  }

  @Test
  void aWaitEndsWithoutAnAnswerWhenItsTokenIsRevoked() {
    JsonNode token = api.post("/v1/tokens", Json.object("role: 'reader'")).expecting(201).json();
    String pledge = given.pledge("EST", given.land(), "position: 'PLEDGED'");
    String address = "/v1/ledger?wait=60&after=" + lastId();
    int taken = readerLimit.taken();
    CompletableFuture<Answer> waiting =
        CompletableFuture.supplyAsync(
            () -> api.withToken(token.get("token").asText()).get(address),
            task -> new Thread(task, "waiting reader").start());
    while (readerLimit.taken() == taken && !waiting.isDone()) {
      Thread.onSpinWait();
    }
    assertThat(waiting).isNotDone();
    String path = "/v1/tokens/" + token.get("id").asText();
    assertThat(api.send("DELETE", path, Map.of(), null).status()).isEqualTo(204);
    given.addStatement(pledge, "wording: 'after', releasability: 'COALITION'");

    assertProblem(waiting.join(), 401, "unauthenticated").withDetail("while you waited");
  }

  @Test
  void aReaderIsNeitherToldNorWokenOfWhatIsHiddenFromIt() {
    String pledge = given.pledge("EST", given.land(), "position: 'PLEDGED'");
    String last = lastId();
    try (EventStream stream = EventStream.after(last)) {
      given.addStatement(pledge, "wording: 'hidden', releasability: 'COALITION'");
      given.addStatement(pledge, "wording: 'shown'");
      assertThat(stream.next().data().at("/data/wording").asText()).isEqualTo("shown");
    }
    assertThat(api.withoutToken().get("/v1/ledger?after=" + last).json().get("items")).hasSize(1);
    assertThat(api.get("/v1/ledger?after=" + last).json().get("items")).hasSize(2);
    assertThat(api.get("/v1/ledger?audience=PUBLIC&after=" + last).text())
        .contains("&audience=PUBLIC")
        .doesNotContain("hidden");
  }
}
