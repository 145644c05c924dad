package org.alliedregistry.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.support.PackagedService;
import org.alliedregistry.support.Store;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service is killed while it writes, at any moment, again and again on one store. */
@Tag("thorough")
class ProcessKillIT {

  @TempDir Path dataDir = Path.of("");

  @Test
  void whatWasAcknowledgedIsThereOnceAndNothingIsHalfThere() throws Exception {
    KillSchedule kills = new KillSchedule();
    System.out.println("the service: " + kills);
    ConcurrentWriters writers = new ConcurrentWriters();
    for (int kill = 0; kill < kills.times(); kill++) {
      try (PackagedService service = start()) {
        writers.check(service);
        writers.write(
            service,
            () -> {
              writers.awaitAcknowledged(1);
              Thread.sleep(kills.next().toMillis());
              service.kill();
            });
      }
    }
    try (PackagedService service = start()) {
      writers.check(service);
    }
    System.out.println(writers.acknowledged() + " acknowledged writes, none lost");
    assertThat(writers.acknowledged()).isGreaterThanOrEqualTo(kills.times());
  }

  private PackagedService start() throws Exception {
    List<String> settings = new ArrayList<>(List.of("REGISTRY_PUBLIC_RECORD", "false"));
    Store.durable(dataDir.toString()).forEach((n, v) -> settings.addAll(List.of(n, v)));
    return PackagedService.start(dataDir, settings.toArray(String[]::new));
  }
}
