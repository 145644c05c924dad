package org.alliedregistry.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.alliedregistry.support.Answers;
import org.alliedregistry.support.PackagedService;
import org.alliedregistry.support.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up under the embedded store; where the test may make a small one. */
@Tag("thorough")
class FullDiskIT {

  @TempDir Path dir = Path.of("");

  private Path disk = Path.of("");

  @BeforeEach
  void mount() throws Exception {
    assumeTrue(
        Store.of(dir.toString()).isEmpty(),
        "on PostgreSQL the disk is the server's; LostDatabaseIT takes the server away");
    Path small = Files.createDirectories(dir.resolve("disk"));
    assertThat(run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", small.toString()))
        .as("a small disk can be mounted, which only root may")
        .isTrue();
    disk = small;
  }

  @AfterEach
  void unmount() throws Exception {
    if (!disk.toString().isEmpty()) {
      assertThat(run("umount", disk.toString())).isTrue();
    }
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void writesAreRefusedWhileItIsFullAndNoneIsLost() throws Exception {
    ConcurrentWriters writers = new ConcurrentWriters();
    try (PackagedService service = start()) {
      writers.write(
          service,
          () -> {
            writers.awaitAcknowledged(20);
            fill();
            writers.awaitRefused(20);
            Answers.expect(200, service.get("/v1/allies/EST"));
            Answers.expect(200, service.get("/v1/pledges?limit=1"));
            Files.delete(disk.resolve("filler"));
            writers.awaitAcknowledged(20);
          });
      writers.check(service);
      service.kill();
    }
    try (PackagedService service = start()) {
      writers.check(service);
    }
  }

  private PackagedService start() throws Exception {
    return PackagedService.start(disk, "REGISTRY_PUBLIC_RECORD", "false");
  }

  private void fill() {
    try (OutputStream filler = Files.newOutputStream(disk.resolve("filler"))) {
      byte[] some = new byte[4096];
      while (true) {
        filler.write(some);
      }
    } catch (IOException e) {
      // it is full
    }
  }
}
