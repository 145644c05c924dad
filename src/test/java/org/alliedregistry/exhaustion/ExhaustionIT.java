package org.alliedregistry.exhaustion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;
import org.alliedregistry.support.Answers;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.Nodes;
import org.alliedregistry.support.PackagedService;
import org.alliedregistry.support.ParallelCalls;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What anybody without a token may send. */
@Tag("thorough")
class ExhaustionIT {

  private static final int MEBIBYTE = 1 << 20;

  @TempDir Path dataDir = Path.of("");

  private PackagedService start() throws Exception {
    return Attempts.start(dataDir, Map.of());
  }

  // ---- bodies that do not end

  private void bodies(int addresses) throws Exception {
    String head =
        "POST /v1/coverage/what-if HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json"
            + "\r\nContent-Length: "
            + MEBIBYTE
            + "\r\n\r\n";
    String some = "x".repeat(MEBIBYTE - 10);
    try (PackagedService service = start()) {
      Attempts.whileOthersAsk(
          service,
          (s, others) -> {
            try (Flood flood = new Flood(s.port())) {
              for (int i = 0; i < 600; i++) {
                flood.sayInBackground(flood.connect(i % addresses), head + some);
              }
              others.awaitMore(200);
            }
          });
    }
  }

  @Test
  void bodiesThatDoNotEndFromOneAddress() throws Exception {
    bodies(1);
  }

  @Test
  void bodiesThatDoNotEndFromManyAddresses() throws Exception {
    bodies(250);
  }

  // ---- addresses that are never asked again

  @Test
  void longQuestionsThatAreAllDifferent() throws Exception {
    try (PackagedService service = start()) {
      Attempts.whileOthersAsk(
          service,
          (s, others) ->
              ParallelCalls.times(
                  4,
                  () -> {
                    String pad = "q".repeat(8_000);
                    for (int i = 0; i < 8_000; i++) {
                      String unlike = Thread.currentThread().getId() + "-" + i;
                      Answers.expect(200, s.get("/v1/pledges?q=" + unlike + pad));
                    }
                    return null;
                  }));
    }
  }

  // ---- streams that are left at once

  @Test
  void streamsThatAreResetAtOnce() throws Exception {
    try (PackagedService service = start()) {
      Attempts.whileOthersAsk(
          service,
          (s, others) -> {
            int log = s.log().length();
            try (Flood flood = new Flood(s.port())) {
              for (int i = 0; i < 2_400; i++) {
                Socket socket = flood.connect(i);
                Flood.say(socket, "GET /v1/ledger/stream HTTP/1.1\r\nHost: localhost\r\n\r\n");
                Flood.reset(socket);
              }
            }
            Nodes.eventually(
                () ->
                    s.getFromManagement("/q/metrics").body().contains("registry_feed_readers 0.0"));
            assertThat(s.log().length() - log).as("characters logged").isLessThan(100_000);
          });
    }
  }

  // ---- patterns

  @Test
  void addressesOfSourcesThatAreNone() throws Exception {
    try (PackagedService service = start()) {
      Attempts.whileOthersAsk(
          service, (s, others) -> whatIf(s, "http://" + "a".repeat(3_900) + " "));
    }
  }

  private static void whatIf(PackagedService service, String url) throws Exception {
    String pledge = Json.read(service.get("/v1/pledges?limit=1").body()).at("/items/0/id").asText();
    ObjectNode body = Json.object("statements: [], pledges: []");
    for (int i = 0; i < 100; i++) {
      ObjectNode statement = HttpFixtures.statementBody("position: 'PLEDGED'");
      statement.set("source", Json.object("title: 'x', url: '" + url + "'"));
      ObjectNode supposed = Json.object("pledge: '" + pledge + "'");
      supposed.set("statement", statement);
      body.withArray("statements").add(supposed);
      ObjectNode opened = HttpFixtures.pledgeBody("EST", "LAND_FORCES", "position: 'PLEDGED'");
      opened.set("statement", statement);
      body.withArray("pledges").add(opened);
    }
    Answers.expect(400, service.post("/v1/coverage/what-if", body));
  }
}
