package org.alliedregistry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.alliedregistry.support.Command;
import org.alliedregistry.support.PackagedService;
import org.alliedregistry.support.Store;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive that the training run makes is used by a start. */
@Tag("thorough")
class TrainedStartIT {

  private static final Path ARCHIVE = Path.of("target/quarkus-app/registry.jsa");

  @TempDir Path dataDir = Path.of("");

  @Test
  void theServiceStartsWithClassesFromTheArchive() throws Exception {
    Command.run(Path.of("").toAbsolutePath(), Store.of(dataDir + "/train"), "deploy/train");
    Path loaded = dataDir.resolve("classes.txt");
    // without the archive, or with one that does not fit, this JVM does not start
    String options =
        "-Xshare:on -XX:SharedArchiveFile=%s -Xlog:class+load:file=%s".formatted(ARCHIVE, loaded);
    try (PackagedService service = PackagedService.start(dataDir, "JDK_JAVA_OPTIONS", options)) {
      assertThat(service.get("/v1/coverage").statusCode()).isEqualTo(200);
    } finally {
      Files.deleteIfExists(ARCHIVE);
    }
    assertThat(Files.lines(loaded).filter(line -> line.contains(" org.alliedregistry.")))
        .filteredOn(line -> line.contains("shared objects file"))
        .hasSizeGreaterThan(300);
  }
}
