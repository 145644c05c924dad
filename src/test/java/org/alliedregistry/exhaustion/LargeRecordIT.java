package org.alliedregistry.exhaustion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.alliedregistry.ledger.row.Filling;
import org.alliedregistry.support.Answers;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.PackagedService;
import org.alliedregistry.support.ParallelCalls;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What anybody without a token may ask of a record that is large. */
@Tag("thorough")
class LargeRecordIT {

  private static final Map<String, String> EMPTY = Map.of("REGISTRY_PUBLIC_RECORD", "false");

  @TempDir Path dataDir = Path.of("");

  @Test
  void theHistoryAndTheChangesOfAWholeOfManyParts() throws Exception {
    try (PackagedService service = Attempts.start(dataDir, EMPTY)) {
      writeParts(service, 400);
      Attempts.whileOthersAsk(
          service,
          (s, others) -> {
            for (int month = 1; month <= 12; month++) {
              String asked =
                  "?evidence=REPORTED&to=2026-07-31&from=" + LocalDate.of(2025, month, 1);
              Answers.expect(200, s.get("/v1/coverage/history" + asked));
              Answers.expect(200, s.get("/v1/coverage/changes" + asked));
            }
          });
    }
  }

  @Test
  void theTimelineOfAWholeOfManyParts() throws Exception {
    try (PackagedService service = Attempts.start(dataDir, EMPTY)) {
      writeParts(service, 2_000);
      Attempts.whileOthersAsk(
          service,
          (s, others) -> {
            for (int month = 1; month <= 12; month++) {
              String from = "from=" + LocalDate.of(2026, month, 1);
              Answers.expect(200, s.get("/v1/coverage/timeline?to=2029-12-31&" + from));
            }
          });
    }
  }

  /** A whole and its parts, each of which is there on days of its own. */
  private static void writeParts(PackagedService service, int parts) throws Exception {
    JsonNode whole =
        Json.read(
            post(service, HttpFixtures.pledgeBody("EST,LVA", "LAND_FORCES", statement(0))).body());
    Queue<Integer> left =
        new ConcurrentLinkedQueue<>(IntStream.range(1, parts + 1).boxed().toList());
    ParallelCalls.times(
        8,
        () -> {
          for (Integer part = left.poll(); part != null; part = left.poll()) {
            post(
                service,
                Json.with(
                    HttpFixtures.pledgeBody("EST", "LAND_FORCES", statement(part)),
                    "partOf: '" + whole.get("id").asText() + "'"));
          }
          return null;
        });
  }

  private static String statement(int number) {
    return "position: 'PLEDGED', amount: {low: 10, high: 20, unit: 'troops'}, availableFrom: '"
        + LocalDate.of(2026, 1, 1).plusDays(number % 900)
        + "', availableUntil: '"
        + LocalDate.of(2029, 1, 1).plusDays(number % 300)
        + "', saidOn: '"
        + LocalDate.of(2025, 2, 1).plusDays(number % 400)
        + "'";
  }

  private static HttpResponse<String> post(PackagedService service, ObjectNode pledge)
      throws Exception {
    HttpResponse<String> answer = service.post("/v1/pledges", pledge);
    Answers.expect(201, answer);
    return answer;
  }

  @Test
  void pagesOfOneOfManyStatements() throws Exception {
    Attempts.start(dataDir, Map.of()).close();
    Filling.fill(dataDir, 200_000);
    try (PackagedService service = Attempts.start(dataDir, Map.of())) {
      Attempts.whileOthersAsk(
          service,
          (s, others) -> {
            for (int i = 0; i < 100; i++) {
              String at = LocalDate.of(2026, 1, 1).plusDays(i).toString();
              Answers.expect(200, s.get("/v1/pledges?limit=1&validAt=" + at));
            }
          });
    }
  }

  @Test
  void manyPledgesThatAreHiddenAndPublishedLater() throws Exception {
    try (PackagedService service = Attempts.start(dataDir, EMPTY)) {
      hideAndPublish(service, 8_000);
    }
    try (PackagedService service = Attempts.start(dataDir, EMPTY)) {
      Attempts.whileOthersAsk(
          service, (s, others) -> Answers.expect(200, s.get("/v1/pledges?limit=500")));
    }
  }

  private static void hideAndPublish(PackagedService service, int pledges) throws Exception {
    Queue<Integer> left = new ConcurrentLinkedQueue<>(IntStream.range(0, pledges).boxed().toList());
    ParallelCalls.times(
        8,
        () -> {
          while (left.poll() != null) {
            HttpResponse<String> opened =
                post(
                    service,
                    HttpFixtures.pledgeBody(
                        "EST", "LAND_FORCES", "position: 'PLEDGED', releasability: 'ALLIES_ONLY'"));
            String id = Json.read(opened.body()).get("id").asText();
            Answers.expect(
                201,
                service.post(
                    "/v1/pledges/" + id + "/statements",
                    HttpFixtures.statementBody("position: 'PLEDGED'")));
          }
          return null;
        });
  }
}
