package org.alliedregistry.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The first test command stays short: what starts processes has the tag of the second one. */
class LongTestsTest {

  private static final List<Path> SOURCES =
      List.of(Path.of("src", "test", "java"), Path.of("src", "postgresql", "test-java"));

  /** The short test of the packaged service, and the one with a profile of its own. */
  private static final Set<String> OTHERS = Set.of("PackagedServiceIT.java", "KeycloakIT.java");

  @Test
  void everyTestOfProcessesButOneIsThorough() throws IOException {
    for (Path root : SOURCES) {
      try (Stream<Path> files = Files.walk(root)) {
        assertThat(files.filter(file -> file.toString().endsWith("IT.java")))
            .filteredOn(file -> !OTHERS.contains(file.getFileName().toString()))
            .isNotEmpty()
            .allSatisfy(file -> assertThat(Files.readString(file)).contains("@Tag(\"thorough\")"));
      }
    }
  }
}
