package org.alliedregistry;

import static org.alliedregistry.support.Command.tool;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.annotation.Generated;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.alliedregistry.support.Command;
import org.alliedregistry.support.PackagedService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clients that are generated from openapi.yaml, by an old generator and a new one, compile, and
 * make the calls of docs/tour.md against the packaged service.
 */
@Tag("thorough")
class GeneratedClientsIT {

  /** Where the build has put the generators, and what their clients need beside the tests. */
  private static final Path TOOLS = Path.of("target", "clients").toAbsolutePath();

  private static final Path DRIVERS = Path.of("src", "test", "clients").toAbsolutePath();
  private static final String DONE = "the tour is done";

  /** What the client in Java needs: no others of the tests, which it would not have either. */
  private static final List<Class<?>> NEEDED =
      List.of(
          ObjectMapper.class,
          JsonFactory.class,
          JsonProperty.class,
          JavaTimeModule.class,
          Generated.class);

  @TempDir static Path data = Path.of("");
  private static PackagedService service;

  @TempDir Path work = Path.of("");

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    service = PackagedService.start(data);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"7.14.0", "7.25.0"})
  void javaTakesTheTour(String version) throws Exception {
    // a parameter that is called wait could not be a method of the request that it belongs to
    generate(
        version,
        "java",
        "--library",
        "native",
        "--parameter-name-mappings",
        "wait=waitSeconds",
        "--additional-properties",
        "useJakartaEe=true,useSingleRequestParameter=true");
    String classes = work.resolve("classes").toString();
    List<String> command =
        new ArrayList<>(List.of(java("javac"), "-nowarn", "-proc:none", "-d", classes));
    command.addAll(List.of("-cp", needed()));
    command.addAll(files(DRIVERS.resolve("java"), ".java"));
    command.addAll(files(work.resolve("client/src/main/java"), ".java"));
    Command.run(work, command.toArray(String[]::new));
    assertThat(tour(java("java"), "-cp", classes + File.pathSeparator + needed(), "Tour"))
        .contains(DONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7.14.0", "7.25.0"})
  void typescriptTakesTheTour(String version) throws Exception {
    generate(version, "typescript-fetch");
    for (String file : List.of("tour.ts", "tsconfig.json")) {
      Files.copy(DRIVERS.resolve("typescript").resolve(file), work.resolve(file));
    }
    Command.run(work, tool("tsc"), "-p", ".");
    assertThat(tour("node", "compiled/tour.js")).contains(DONE);
  }

  /** Its libraries are not at hand everywhere: it is compiled, and not run. */
  @ParameterizedTest
  @ValueSource(strings = {"7.14.0", "7.25.0"})
  void pythonCompiles(String version) throws Exception {
    generate(version, "python");
    Command.run(work, "python3", "-m", "compileall", "-q", "client");
  }

  private void generate(String version, String language, String... options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                java("java"),
                "-jar",
                TOOLS.resolve("openapi-generator-cli-" + version + ".jar").toString(),
                "generate",
                "-g",
                language,
                "-i",
                Path.of("openapi.yaml").toAbsolutePath().toString(),
                "-o",
                "client"));
    command.addAll(List.of(options));
    Command.run(work, command.toArray(String[]::new));
  }

  private String tour(String... command) throws Exception {
    List<String> whole = new ArrayList<>(List.of(command));
    whole.add("http://localhost:" + service.port());
    whole.add(service.token());
    return Command.run(work, whole.toArray(String[]::new));
  }

  private static String java(String command) {
    return Path.of(System.getProperty("java.home"), "bin", command).toString();
  }

  private static String needed() throws IOException, URISyntaxException {
    List<String> jars = new ArrayList<>();
    for (Class<?> type : NEEDED) {
      jars.add(
          Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    }
    jars.addAll(files(TOOLS.resolve("java"), ".jar"));
    return String.join(File.pathSeparator, jars);
  }

  private static List<String> files(Path directory, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.map(Path::toString).filter(file -> file.endsWith(ending)).toList();
    }
  }
}
