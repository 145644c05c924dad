package org.alliedregistry.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.alliedregistry.support.Answers;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.Nodes;
import org.alliedregistry.support.PackagedService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes whose database hangs up, or goes silent, and comes back. */
@Tag("thorough")
class LostDatabaseIT {

  private static final Duration AWAY = Duration.ofSeconds(15);
  private static final String READS = "/q/health/ready";
  private static final String WRITES = "/q/health/group/writes";
  private static final String POSITIONS = "/v1/positions?ally=EST";

  @TempDir Path directory = Path.of("");

  @Test
  void nodesTellWhatTheyKnowAndHowOldItIsUntilItIsStartedAgain() throws Exception {
    try (KillableServer server = new KillableServer(directory.resolve("server"));
        Nodes nodes = new Nodes(2, directory, server.settings())) {
      Answers.expect(201, nodes.open(0, "before"));
      server.kill();
      Answers.expect(503, nodes.open(0, "while-away", "Idempotency-Key", "away"));
      expectReadsWithTheirAge(nodes);
      Answers.expect(503, nodes.open(1, "while-away-too"));
      server.restart();
      expectAllIsWell(nodes);
    }
  }

  @Test
  void nodesTellWhatTheyKnowAndHowOldItIsWhileItNeitherAnswersNorHangsUp() throws Exception {
    try (KillableServer server = new KillableServer(directory.resolve("server"));
        Nodes nodes = new Nodes(2, directory, server.settings())) {
      Answers.expect(201, nodes.open(0, "before"));
      server.freeze();
      try {
        CompletableFuture<HttpResponse<String>> writing =
            Nodes.inBackground(() -> nodes.open(0, "while-away", "Idempotency-Key", "away"));
        expectReadsWithTheirAge(nodes);
        Answers.expect(503, writing.join());
      } finally {
        server.thaw();
      }
      expectAllIsWell(nodes);
    }
  }

  private static void expectReadsWithTheirAge(Nodes nodes) throws Exception {
    Instant lost = Instant.now();
    long told = 0;
    while (Instant.now().isBefore(lost.plus(AWAY))) {
      for (PackagedService node : nodes.all()) {
        Instant asked = Instant.now();
        Answers.expect(200, node.get(POSITIONS));
        Answers.expect(200, node.get("/v1/pledges?limit=1&q=" + asked.toEpochMilli()));
      }
      long age = age(nodes.get(0));
      assertThat(age).isGreaterThanOrEqualTo(told);
      told = age;
      Thread.sleep(100);
    }
    assertThat(told).isGreaterThanOrEqualTo(AWAY.minusSeconds(4).toSeconds());
    for (PackagedService node : nodes.all()) {
      assertThat(node.getFromManagement(READS).statusCode()).isEqualTo(200);
      assertThat(node.getFromManagement(READS).body()).contains("secondsBehind");
      HttpResponse<String> writes = node.getFromManagement(WRITES);
      assertThat(writes.statusCode()).isEqualTo(503);
      assertThat(Json.read(writes.body()).get("status").asText()).isEqualTo("DOWN");
      assertThat(node.getFromManagement("/q/health/live").statusCode()).isEqualTo(200);
    }
  }

  /** What an answer says of itself; nothing where it is not old. */
  private static long age(PackagedService node) throws Exception {
    return node.get(POSITIONS).headers().firstValueAsLong("Age").orElse(0);
  }

  private static void expectAllIsWell(Nodes nodes) throws Exception {
    for (PackagedService node : nodes.all()) {
      Nodes.eventually(() -> node.getFromManagement(WRITES).statusCode() == 200);
      Nodes.eventually(() -> node.get(POSITIONS).headers().firstValue("Age").isEmpty());
    }
    Nodes.eventually(() -> isOpened(nodes.open(0, "while-away", "Idempotency-Key", "away")));
    Answers.expect(409, nodes.open(1, "while-away"));
    assertThat(opened(nodes, "while-away")).isEqualTo(1);
    assertThat(opened(nodes, "while-away-too")).isLessThanOrEqualTo(1);
    nodes.spread(1, "after");
    nodes.expectOneChain();
  }

  private static boolean isOpened(HttpResponse<String> answer) {
    return answer.statusCode() == 201;
  }

  private static int opened(Nodes nodes, String reference) throws Exception {
    HttpResponse<String> found = nodes.read(1, "/v1/pledges?reference=" + reference);
    Answers.expect(200, found);
    return Json.read(found.body()).get("items").size();
  }
}
