package org.alliedregistry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.alliedregistry.support.Answers;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.OverHttp;
import org.alliedregistry.support.PackagedService;
import org.alliedregistry.support.Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three nodes of the service as it is shipped, on one PostgreSQL. */
@Tag("postgresql")
class NodesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir static Path directory = Path.of("");

  private static final List<PackagedService> NODES = new ArrayList<>();
  private static String token = "";

  @BeforeAll
  static void start() throws Exception {
    Map<String, String> store = Store.of(directory.toString());
    for (String name : List.of("one", "two", "three")) {
      List<String> settings = new ArrayList<>();
      store.forEach((setting, value) -> settings.addAll(List.of(setting, value)));
      settings.addAll(
          List.of("REGISTRY_ACCESS_KEY_FILE", directory.resolve("shared.key").toString()));
      Path own = directory.resolve(name);
      own.toFile().mkdirs();
      NODES.add(PackagedService.start(own, settings.toArray(String[]::new)));
    }
    token = NODES.get(0).token();
  }

  @AfterAll
  static void stop() {
    NODES.forEach(PackagedService::close);
  }

  /** Asked until it is so, or for too long. */
  private static void eventually(Callable<Boolean> claim) throws Exception {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!claim.call() && Instant.now().isBefore(deadline)) {
      Thread.sleep(20);
    }
    assertThat(claim.call()).isTrue();
  }

  private static HttpResponse<String> open(PackagedService node, String reference)
      throws Exception {
    return node.postAs(
        token,
        "/v1/pledges",
        Json.with(
            OverHttp.pledgeBody("EST", "LAND_FORCES", "position: 'PLEDGED'"),
            "reference: '" + reference + "'"));
  }

  @Test
  void whatOneRecordsAllTell() throws Exception {
    HttpResponse<String> opened = open(NODES.get(0), "all-tell");
    Answers.expect(201, opened);
    String path = "/v1/pledges/" + Json.read(opened.body()).get("id").asText();

    for (PackagedService node : NODES) {
      eventually(() -> node.get(path).statusCode() == 200);
      assertThat(node.get(path).body()).isEqualTo(opened.body());
    }
  }

  @Test
  void aReferenceIsUniqueWhoeverWasAskedFirst() throws Exception {
    Answers.expect(201, open(NODES.get(1), "once"));
    for (PackagedService node : NODES) {
      Answers.expect(409, open(node, "once"));
    }
  }

  @Test
  void whatAllWriteAtOnceIsOneChain() throws Exception {
    List<CompletableFuture<Void>> writing = new ArrayList<>();
    for (int i = 0; i < NODES.size(); i++) {
      int node = i;
      writing.add(
          CompletableFuture.runAsync(
              () -> {
                for (int w = 0; w < 20; w++) {
                  try {
                    Answers.expect(201, open(NODES.get(node), "chain-" + node + "-" + w));
                  } catch (Exception e) {
                    throw new AssertionError(e);
                  }
                }
              },
              task -> new Thread(task, "writer").start()));
    }
    writing.forEach(CompletableFuture::join);

    for (PackagedService node : NODES) {
      eventually(() -> head(node).equals(head(NODES.get(0))));
      JsonNode verified = Json.read(node.getAs(token, "/v1/ledger/verification").body());
      assertThat(verified.get("verified").asBoolean()).as(verified.toString()).isTrue();
    }
  }

  private static JsonNode head(PackagedService node) throws Exception {
    return Json.read(node.getAs(token, "/v1/ledger/head").body());
  }

  @Test
  void aRepetitionIsAnsweredByAnyNodeAsItWasFirst() throws Exception {
    JsonNode body = OverHttp.pledgeBody("EST", "LAND_FORCES", "position: 'PLEDGED'");
    List<String> answers = new ArrayList<>();
    for (PackagedService node : NODES) {
      HttpResponse<String> answer =
          node.postAs(token, "/v1/pledges", body, "Idempotency-Key", "anywhere");
      Answers.expect(201, answer);
      answers.add(answer.body());
    }
    assertThat(answers).containsOnly(answers.get(0));
  }

  @Test
  void aTokenIsTakenAndRefusedByAll() throws Exception {
    HttpResponse<String> issued =
        NODES.get(1).postAs(token, "/v1/tokens", Json.object("role: 'reader'"));
    Answers.expect(201, issued);
    JsonNode reader = Json.read(issued.body());
    for (PackagedService node : NODES) {
      Answers.expect(200, node.getAs(reader.get("token").asText(), "/v1/allies/EST"));
    }
    Answers.expect(204, NODES.get(2).deleteAs(token, "/v1/tokens/" + reader.get("id").asText()));
    for (PackagedService node : NODES) {
      eventually(
          () -> node.getAs(reader.get("token").asText(), "/v1/allies/EST").statusCode() == 401);
    }
  }
}
