package org.alliedregistry.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.alliedregistry.fuzz.FuzzRequest.Coding;
import org.alliedregistry.support.Answers;
import org.alliedregistry.support.Heap;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.PackagedService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Requests made from the contract, right and wrong, by four callers at the same time. {@code
 * -Dfuzz.requests=100000 -Dfuzz.seed=1} sends more, and the same again.
 */
@Tag("thorough")
class ContractFuzzIT {

  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 30_000);
  private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
  private static final List<String> LISTS =
      List.of(
          "allies",
          "capabilities",
          "conditions",
          "declarations",
          "programmes",
          "groups",
          "baselines",
          "pledges",
          "ledger");

  /** What the entries that were recorded and what is kept of answers may hold; half the heap. */
  private static final long MOST_GROWTH = 256L << 20;

  @TempDir Path dataDir = Path.of("");

  private final AnswerCheck judge = new AnswerCheck(Operation.all());

  @Test
  void everyAnswerIsAsTheContractSaysAndTheServiceLives() throws Exception {
    System.out.println("fuzz: " + REQUESTS + " requests, -Dfuzz.seed=" + SEED);
    try (PackagedService service =
        PackagedService.start(
            dataDir, "JDK_JAVA_OPTIONS", "-Xmx512m -XX:+ExitOnOutOfMemoryError")) {
      JsonNode reader = token(service, "role: 'reader'");
      JsonNode delegate = token(service, "role: 'delegate', ally: 'EST'");
      Set<String> ours = Set.of(id(reader), id(delegate), idOf(service.token()));
      List<Fuzzer> callers =
          List.of(
              fuzzer(service, "the public", Optional.empty(), 1, ours),
              fuzzer(service, "a reader", text(reader), 2, ours),
              fuzzer(service, "a delegate", text(delegate), 3, ours),
              fuzzer(service, "the secretariat", Optional.of(service.token()), 4, ours));
      callers.forEach(ContractFuzzIT::learn);
      Heap heap = Heap.of(service);
      long before = heap.used();

      runAll(callers);

      Map<Integer, Integer> statuses = new TreeMap<>();
      callers.forEach(
          c -> c.statuses().forEach((s, count) -> statuses.merge(s, count, Integer::sum)));
      System.out.println("fuzz: answers " + statuses);
      assertThat(statuses).as("what is usual").containsKeys(200, 201, 304, 400, 401, 403, 404);
      assertNothingFound(callers);
      assertThat(service.getFromManagement("/q/health/live").statusCode()).isEqualTo(200);
      assertThat(heap.used() - before).as("bytes held more than before").isLessThan(MOST_GROWTH);
      assertThat(service.log().lines().filter(line -> line.contains("\"level\":\"ERROR\"")))
          .isEmpty();
    }
  }

  private static JsonNode token(PackagedService service, String fields) throws Exception {
    var issued = service.post("/v1/tokens", Json.object(fields));
    Answers.expect(201, issued);
    return Json.read(issued.body());
  }

  private static String id(JsonNode token) {
    return token.get("id").asText();
  }

  private static Optional<String> text(JsonNode token) {
    return Optional.of(token.get("token").asText());
  }

  private static String idOf(String token) {
    byte[] claims = java.util.Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
    return Json.read(new String(claims, java.nio.charset.StandardCharsets.UTF_8))
        .get("jti")
        .asText();
  }

  private Fuzzer fuzzer(
      PackagedService service, String name, Optional<String> token, int number, Set<String> ours) {
    return new Fuzzer(
        name,
        token,
        REQUESTS / 4,
        Fuzzer.requests(SEED + number),
        judge,
        new FuzzConnection(service.port()),
        ours);
  }

  private static void learn(Fuzzer caller) {
    for (String list : LISTS) {
      caller.ask(get("/v1/" + list + "?limit=100"));
    }
    caller.ask(get("/v1/conditions/AFTER_CEASEFIRE/statements"));
  }

  private static FuzzRequest get(String target) {
    return new FuzzRequest(
        "GET", target, "1.1", List.of("Host: localhost"), new byte[0], Coding.NONE);
  }

  private static void runAll(List<Fuzzer> callers) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (Fuzzer caller : callers) {
      Thread thread = new Thread(caller, "fuzzer");
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void assertNothingFound(List<Fuzzer> callers) {
    Map<String, String> faults = new TreeMap<>();
    callers.forEach(caller -> faults.putAll(caller.faults()));
    assertThat(String.join("\n", faults.values())).as("-Dfuzz.seed=" + SEED).isEmpty();
  }
}
