package org.alliedregistry;

import static org.alliedregistry.support.Nodes.eventually;
import static org.alliedregistry.support.Nodes.pledge;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.alliedregistry.support.Answers;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.Nodes;
import org.alliedregistry.support.PackagedService;
import org.alliedregistry.support.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three nodes of the service as it is shipped, on one PostgreSQL. */
@Tag("thorough")
@Tag("postgresql")
class NodesIT {

  private static final JsonNode PLEDGE =
      HttpFixtures.pledgeBody("EST", "LAND_FORCES", "position: 'PLEDGED'");

  @TempDir static Path directory = Path.of("");

  @SuppressWarnings("NullAway.Init") // made before the first test
  private static Nodes nodes;

  @BeforeAll
  static void start() throws Exception {
    nodes = new Nodes(3, directory, Store.of(directory.toString()));
  }

  @AfterAll
  static void stop() {
    nodes.close();
  }

  @Test
  void whatOneRecordsAllTell() throws Exception {
    HttpResponse<String> opened = nodes.open(0, "all-tell");
    String path = pledge(opened);

    for (PackagedService node : nodes.all()) {
      eventually(() -> node.get(path).statusCode() == 200);
      assertThat(node.get(path).body()).isEqualTo(opened.body());
    }
  }

  @Test
  void whatOneAcknowledgedAnyOtherTellsWhoeverAsksForAtLeastThat() throws Exception {
    for (int w = 0; w < 200; w++) {
      HttpResponse<String> opened = nodes.open(w, "seen-" + w);
      String path = pledge(opened) + "?minRevision=" + revision(opened);
      Answers.expect(200, nodes.read(w + 1, path));
      Answers.expect(200, nodes.read(w + 2, path));
    }
  }

  private static String revision(HttpResponse<String> written) {
    return written.headers().firstValue("Revision").orElseThrow();
  }

  @Test
  void whatACallerReadsNeverGoesBackWhicheverNodeItAsks() throws Exception {
    CompletableFuture<Void> writing =
        Nodes.inBackground(
            () -> {
              for (int w = 0; w < 100; w++) {
                Answers.expect(201, nodes.open(w, "hop-" + w));
              }
              return null;
            });
    String seen = "none";
    int history = 0;
    for (int asked = 0; asked < 100 || !writing.isDone(); asked++) {
      HttpResponse<String> answer = nodes.read(asked, "/v1/positions?ally=EST&minRevision=" + seen);
      Answers.expect(200, answer);
      JsonNode positions = Json.read(answer.body());
      int now = positions.findValues("pledges").stream().mapToInt(JsonNode::size).sum();
      assertThat(now).isGreaterThanOrEqualTo(history);
      history = now;
      seen = positions.get("revision").asText();
    }
    writing.join();
  }

  @Test
  void whatNoneReachesIsToComeBackForAfterTwoSeconds() throws Exception {
    Instant asked = Instant.now();
    HttpResponse<String> answer =
        nodes.read(1, "/v1/positions?minRevision=zzzzzzzzzz-0000000000000000");

    Answers.expect(503, answer);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(Duration.between(asked, Instant.now()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(1900));
  }

  @Test
  void whatWasKnownAMomentAgoIsToldWithWhatAnotherNodeHasRecorded() throws Exception {
    for (int w = 0; w < 20; w++) {
      String path = pledge(nodes.open(w, "known-" + w));
      Answers.expect(200, nodes.read(w + 1, path + "?knownAt=" + Instant.now()));
    }
  }

  @Test
  void aReferenceIsUniqueWhoeverWasAskedFirst() throws Exception {
    Answers.expect(201, nodes.open(1, "once"));
    for (int node = 0; node < 3; node++) {
      Answers.expect(409, nodes.open(node, "once"));
    }
  }

  @Test
  void aReferenceIsUniqueThoughAllAreAskedAtOnce() {
    for (int w = 0; w < 20; w++) {
      String reference = "at-once-" + w;
      assertThat(nodes.atOnce(node -> nodes.open(node, reference)))
          .extracting(HttpResponse::statusCode)
          .containsExactlyInAnyOrder(201, 409, 409);
    }
  }

  @Test
  void whatAllWriteAtOnceIsOneChain() throws Exception {
    List<CompletableFuture<Void>> writing = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int node = i;
      writing.add(
          Nodes.inBackground(
              () -> {
                for (int w = 0; w < 20; w++) {
                  Answers.expect(201, nodes.open(node, "chain-" + node + "-" + w));
                }
                return null;
              }));
    }
    writing.forEach(CompletableFuture::join);

    nodes.expectOneChain();
  }

  @Test
  void aRepetitionIsAnsweredByAnyNodeAsItWasFirst() throws Exception {
    List<String> answers = new ArrayList<>();
    for (PackagedService node : nodes.all()) {
      HttpResponse<String> answer =
          node.postAs(nodes.token(), "/v1/pledges", PLEDGE, "Idempotency-Key", "anywhere");
      Answers.expect(201, answer);
      answers.add(answer.body());
    }
    assertThat(answers).containsOnly(answers.get(0));
    Answers.expect(422, nodes.open(2, "another-body", "Idempotency-Key", "anywhere"));
  }

  @Test
  void aRequestThatIsSentToAllAtOnceIsRecordedOnce() {
    for (int w = 0; w < 20; w++) {
      String key = "everywhere-" + w;
      List<HttpResponse<String>> answers =
          nodes.atOnce(
              node ->
                  nodes
                      .get(node)
                      .postAs(nodes.token(), "/v1/pledges", PLEDGE, "Idempotency-Key", key));
      answers.forEach(answer -> Answers.expect(201, answer));
      assertThat(answers.stream().map(HttpResponse::body).distinct()).hasSize(1);
    }
  }

  @Test
  void aTokenIsTakenAndRefusedByAll() throws Exception {
    HttpResponse<String> issued =
        nodes.get(1).postAs(nodes.token(), "/v1/tokens", Json.object("role: 'reader'"));
    Answers.expect(201, issued);
    JsonNode reader = Json.read(issued.body());
    String token = reader.get("token").asText();
    for (PackagedService node : nodes.all()) {
      Answers.expect(200, node.getAs(token, "/v1/allies/EST"));
    }
    Answers.expect(
        204, nodes.get(2).deleteAs(nodes.token(), "/v1/tokens/" + reader.get("id").asText()));
    for (PackagedService node : nodes.all()) {
      eventually(() -> node.getAs(token, "/v1/allies/EST").statusCode() == 401);
    }
  }
}
