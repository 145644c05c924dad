package org.alliedregistry.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.support.Answers;
import org.alliedregistry.support.PackagedService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database is killed while the service writes, again and again. */
@Tag("thorough")
class DatabaseKilledIT {

  @TempDir Path dir = Path.of("");

  @Test
  void writesAreRefusedWhileItIsAwayReadsAreNotAndNothingIsLost() throws Exception {
    KillSchedule kills = new KillSchedule();
    System.out.println("the database: " + kills);
    ConcurrentWriters writers = new ConcurrentWriters();
    Path dataDir = Files.createDirectories(dir.resolve("service"));
    try (KillableServer server = new KillableServer(dir.resolve("server"))) {
      List<String> settings = new ArrayList<>(List.of("REGISTRY_PUBLIC_RECORD", "false"));
      server.settings().forEach((name, value) -> settings.addAll(List.of(name, value)));
      try (PackagedService service =
          PackagedService.start(dataDir, settings.toArray(String[]::new))) {
        for (int kill = 0; kill < kills.times(); kill++) {
          writers.write(
              service,
              () -> {
                writers.awaitAcknowledged(1);
                Thread.sleep(kills.next().toMillis());
                server.kill();
                writers.awaitRefused(1);
                Answers.expect(200, service.get("/v1/allies/EST"));
                Answers.expect(200, service.get("/v1/pledges?limit=1"));
                server.restart();
                writers.awaitAcknowledged(1);
              });
          writers.check(service);
        }
        service.kill();
      }
      try (PackagedService service =
          PackagedService.start(dataDir, settings.toArray(String[]::new))) {
        writers.check(service);
      }
    }
    System.out.println(
        writers.acknowledged() + " acknowledged writes, " + writers.refused() + " refused");
    assertThat(writers.acknowledged()).isGreaterThanOrEqualTo(kills.times());
  }
}
