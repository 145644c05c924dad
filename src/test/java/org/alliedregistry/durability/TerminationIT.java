package org.alliedregistry.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.alliedregistry.support.Answers;
import org.alliedregistry.support.EventStream;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.PackagedService;
import org.alliedregistry.support.Store;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service is asked to end (SIGTERM) while it is used. */
@Tag("thorough")
class TerminationIT {

  /** How long it waits for what it accepted; less than the poll of this test asks to wait. */
  private static final String PATIENCE = "50s";

  @TempDir Path dataDir = Path.of("");

  @Test
  void whatWasAcceptedIsAnsweredAndWhatWasNotIsNotThere() throws Exception {
    ConcurrentWriters writers = new ConcurrentWriters();
    try (PackagedService service = start();
        EventStream stream = EventStream.at(service.port())) {
      writers.write(
          service,
          () -> {
            writers.awaitAcknowledged(50);
            service.stop();
          });
      assertThat(stream.rest()).isNotEmpty();
      assertThat(writers.reasons()).isSubsetOf("/v1/problems/shutting-down");
      assertThat(complaints(service.log())).isEmpty();
    }
    try (PackagedService service = start()) {
      writers.assertNothingElse(ObservedLedger.by(service));
      writers.check(service);
    }
  }

  /** But of a connection that came while the port was being closed. */
  private static List<String> complaints(String log) {
    return log.lines()
        .filter(line -> line.contains("\"ERROR\"") || line.contains("\"WARN\""))
        .filter(line -> !line.contains("Failed to register an accepted channel"))
        .toList();
  }

  @Test
  void whoeverWaitsIsLetGo() throws Exception {
    try (PackagedService service = start();
        EventStream stream = EventStream.at(service.port())) {
      FutureTask<HttpResponse<String>> poll = waiting(service);
      stream.next();

      service.stop();

      Answers.expect(200, poll.get());
      assertThat(Json.read(poll.get().body()).get("items")).isEmpty();
      assertThat(stream.rest()).isNotEmpty();
    }
  }

  /** A poll that nothing answers for a minute. */
  private static FutureTask<HttpResponse<String>> waiting(PackagedService service)
      throws Exception {
    String next = "/v1/ledger?limit=500";
    for (var page = Json.read(service.get(next).body());
        !page.get("items").isEmpty();
        page = Json.read(service.get(next).body())) {
      next = page.get("next").asText();
    }
    String end = next + "&wait=60";
    FutureTask<HttpResponse<String>> poll = new FutureTask<>(() -> service.get(end));
    new Thread(poll, "poll").start();
    while (!service.getFromManagement("/q/metrics").body().contains("registry_feed_readers 2.0")) {
      Thread.sleep(20);
    }
    return poll;
  }

  private PackagedService start() throws Exception {
    List<String> settings =
        new ArrayList<>(
            List.of("REGISTRY_PUBLIC_RECORD", "false", "QUARKUS_SHUTDOWN_TIMEOUT", PATIENCE));
    Store.durable(dataDir.toString()).forEach((n, v) -> settings.addAll(List.of(n, v)));
    return PackagedService.start(dataDir, settings.toArray(String[]::new));
  }
}
