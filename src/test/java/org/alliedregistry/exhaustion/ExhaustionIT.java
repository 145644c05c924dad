package org.alliedregistry.exhaustion;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.alliedregistry.ledger.Filling;
import org.alliedregistry.support.Answers;
import org.alliedregistry.support.Heap;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.Nodes;
import org.alliedregistry.support.OverHttp;
import org.alliedregistry.support.PackagedService;
import org.alliedregistry.support.Parallel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What anybody without a token may try, on the packaged service with 512 MiB. Meanwhile readers and
 * a writer who behave are all answered, and afterwards memory is as it was.
 */
@Tag("thorough")
class ExhaustionIT {

  private static final int MEBIBYTE = 1 << 20;
  private static final long MOST_GROWTH = 96L * MEBIBYTE;
  private static final int STATEMENTS = Integer.getInteger("exhaustion.statements", 200_000);

  @TempDir Path dataDir = Path.of("");

  /** What is tried, and then looked at. */
  private interface Attempt {
    void on(PackagedService service, Behaved others) throws Exception;
  }

  private PackagedService start() throws Exception {
    return PackagedService.start(
        dataDir, "JDK_JAVA_OPTIONS", "-Xmx512m -XX:+ExitOnOutOfMemoryError");
  }

  /** Behaved callers ask before, meanwhile and after; then memory is where it was. */
  private void whileOthersAsk(PackagedService service, Attempt attempt) throws Exception {
    Heap heap = Heap.of(service);
    try (Behaved behaved = Behaved.at(service)) {
      Answers.expect(200, service.get("/v1/coverage?validAt=2026-07-31"));
      long before = heap.used();
      attempt.on(service, behaved);
      Answers.expect(200, service.get("/v1/pledges?limit=1"));
      behaved.assertAllAnswered();
      long after = heap.used();
      System.out.printf("exhaustion: %,d bytes before, %,d after%n", before, after);
      assertThat(after - before).as("bytes held").isLessThan(MOST_GROWTH);
    }
    assertThat(service.getFromManagement("/q/health/live").statusCode()).isEqualTo(200);
    assertThat(service.log()).doesNotContain("java.lang.OutOfMemoryError", "\"level\":\"ERROR\"");
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
      whileOthersAsk(
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
      whileOthersAsk(
          service,
          (s, others) ->
              Parallel.times(
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
      whileOthersAsk(
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
      Processor processor = new Processor(service);
      long plain =
          processor.spentOn(() -> whatIf(service, "https://example.org/" + "a".repeat(3_900)));
      whileOthersAsk(
          service,
          (s, others) -> {
            long bad = processor.spentOn(() -> whatIf(s, "http://" + "a".repeat(3_900) + " "));
            System.out.println("exhaustion: " + plain + " and " + bad + " ms for addresses");
            assertThat(bad).isLessThan(20 * plain + 500);
          });
    }
  }

  private static void whatIf(PackagedService service, String url) throws Exception {
    String pledge = Json.read(service.get("/v1/pledges?limit=1").body()).at("/items/0/id").asText();
    ObjectNode body = Json.object("statements: [], pledges: []");
    for (int i = 0; i < 100; i++) {
      ObjectNode statement = OverHttp.saying("position: 'PLEDGED'");
      statement.set("source", Json.object("title: 'x', url: '" + url + "'"));
      ObjectNode supposed = Json.object("pledge: '" + pledge + "'");
      supposed.set("statement", statement);
      body.withArray("statements").add(supposed);
      ObjectNode opened = OverHttp.pledgeBody("EST", "LAND_FORCES", "position: 'PLEDGED'");
      opened.set("statement", statement);
      body.withArray("pledges").add(opened);
    }
    HttpResponse<String> answer = service.post("/v1/coverage/what-if", body);
    assertThat(answer.statusCode()).isIn(200, 400);
  }

  // ---- many parts of a whole

  @Test
  void theHistoryOfAWholeOfManyParts() throws Exception {
    String asked = "/v1/coverage/%s?from=2025-01-01&to=2026-07-31&evidence=REPORTED";
    for (String kind : List.of("history", "changes")) {
      assertGrowsGently(asked.formatted(kind), 100, 400);
    }
  }

  @Test
  void theTimelineOfAWholeOfManyParts() throws Exception {
    assertGrowsGently("/v1/coverage/timeline?from=2026-08-01&to=2029-12-31", 500, 2_000);
  }

  /** Four times as many parts cost less than ten times as much; by pairs it were sixteen. */
  private void assertGrowsGently(String asked, int few, int many) throws Exception {
    long less = spentOn(asked, few);
    long more = spentOn(asked, many);
    System.out.println(
        "exhaustion: " + less + " ms for " + few + " parts, " + more + " ms for " + many);
    assertThat(more).as(asked).isLessThan(10 * less + 500);
  }

  private long spentOn(String asked, int parts) throws Exception {
    Path own = Files.createDirectory(dataDir.resolve("parts-" + System.nanoTime()));
    try (PackagedService service =
        PackagedService.start(
            own,
            "REGISTRY_PUBLIC_RECORD",
            "false",
            "JDK_JAVA_OPTIONS",
            "-Xmx512m -XX:+ExitOnOutOfMemoryError")) {
      writeParts(service, parts);
      long[] spent = new long[1];
      whileOthersAsk(
          service,
          (s, others) -> {
            int[] rotation = {2};
            spent[0] =
                new Processor(s)
                    .spentOn(
                        () ->
                            Answers.expect(
                                200, s.get(asked + "&minRevision=none&rotation=" + rotation[0]++)));
          });
      return spent[0];
    }
  }

  /** A whole and its parts, each of which is there on days of its own. */
  private static void writeParts(PackagedService service, int parts) throws Exception {
    JsonNode whole =
        Json.read(post(service, OverHttp.pledgeBody("EST,LVA", "LAND_FORCES", said(0))).body());
    Queue<Integer> left =
        new ConcurrentLinkedQueue<>(IntStream.range(1, parts + 1).boxed().toList());
    Parallel.times(
        8,
        () -> {
          for (Integer part = left.poll(); part != null; part = left.poll()) {
            post(
                service,
                Json.with(
                    OverHttp.pledgeBody("EST", "LAND_FORCES", said(part)),
                    "partOf: '" + whole.get("id").asText() + "'"));
          }
          return null;
        });
  }

  private static String said(int number) {
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

  // ---- one row of many

  @Test
  void aPageOfOneOfManyStatements() throws Exception {
    long few = spentOnPagesOf(STATEMENTS / 10);
    long many = spentOnPagesOf(STATEMENTS);
    System.out.println("exhaustion: " + few + " and " + many + " ms for pages of one");
    assertThat(many).as("ten times as many statements").isLessThan(4 * few + 500);
  }

  private long spentOnPagesOf(int statements) throws Exception {
    Path own = Files.createDirectory(dataDir.resolve("many-" + statements));
    String[] settings = {"JDK_JAVA_OPTIONS", "-Xmx512m -XX:+ExitOnOutOfMemoryError"};
    PackagedService.start(own, settings).close();
    Filling.fill(own, statements);
    try (PackagedService service = PackagedService.start(own, settings)) {
      long[] spent = new long[1];
      whileOthersAsk(
          service,
          (s, others) -> {
            int[] day = {0};
            spent[0] =
                new Processor(s)
                    .spentOn(
                        () -> {
                          for (int i = 0; i < 100; i++) {
                            String at = LocalDate.of(2026, 1, 1).plusDays(day[0]++) + "";
                            Answers.expect(200, s.get("/v1/pledges?limit=1&validAt=" + at));
                          }
                        });
          });
      return spent[0];
    }
  }

  // ---- what was hidden is published

  @Test
  void manyPledgesThatAreHiddenAndPublishedLater() throws Exception {
    long few = spentOnPublished(1_000);
    long many = spentOnPublished(8_000);
    System.out.println("exhaustion: " + few + " and " + many + " ms for what was published");
    assertThat(many).as("eight times as many pledges").isLessThan(24 * few + 500);
  }

  private long spentOnPublished(int pledges) throws Exception {
    Path own = Files.createDirectory(dataDir.resolve("hidden-" + pledges));
    String[] settings = {
      "JDK_JAVA_OPTIONS", "-Xmx512m -XX:+ExitOnOutOfMemoryError", "REGISTRY_PUBLIC_RECORD", "false"
    };
    try (PackagedService service = PackagedService.start(own, settings)) {
      hideAndPublish(service, pledges);
    }
    try (PackagedService service = PackagedService.start(own, settings)) {
      long[] spent = new long[1];
      whileOthersAsk(
          service,
          (s, others) -> {
            Processor processor = new Processor(s);
            spent[0] =
                processor.spentOnce(() -> Answers.expect(200, s.get("/v1/pledges?limit=500")));
          });
      return spent[0];
    }
  }

  private static void hideAndPublish(PackagedService service, int pledges) throws Exception {
    Queue<Integer> left = new ConcurrentLinkedQueue<>(IntStream.range(0, pledges).boxed().toList());
    Parallel.times(
        8,
        () -> {
          while (left.poll() != null) {
            HttpResponse<String> opened =
                post(
                    service,
                    OverHttp.pledgeBody(
                        "EST", "LAND_FORCES", "position: 'PLEDGED', releasability: 'ALLIES_ONLY'"));
            String id = Json.read(opened.body()).get("id").asText();
            Answers.expect(
                201,
                service.post(
                    "/v1/pledges/" + id + "/statements", OverHttp.saying("position: 'PLEDGED'")));
          }
          return null;
        });
  }
}
