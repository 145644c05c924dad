package org.alliedregistry.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A tool that is run beside the tests. One that is missing or fails, fails the test. */
public final class Command {

  private static final long MINUTES = 20;

  private Command() {}

  /** What it printed. */
  public static String run(Path directory, String... command)
      throws IOException, InterruptedException {
    return run("", directory, Map.of(), command);
  }

  /**
   * @param variables added to the environment
   */
  public static String run(Path directory, Map<String, String> variables, String... command)
      throws IOException, InterruptedException {
    return run("", directory, variables, command);
  }

  public static String runWith(String input, Path directory, String... command)
      throws IOException, InterruptedException {
    return run(input, directory, Map.of(), command);
  }

  private static String run(
      String input, Path directory, Map<String, String> variables, String... command)
      throws IOException, InterruptedException {
    Path printed = Files.createTempFile("command", ".txt");
    Path given = Files.createTempFile("command", ".in");
    Files.writeString(given, input);
    ProcessBuilder builder =
        new ProcessBuilder(List.of(command))
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectInput(given.toFile())
            .redirectOutput(printed.toFile());
    builder
        .environment()
        .putAll(Map.of("REDOCLY_TELEMETRY", "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE", "true"));
    builder.environment().putAll(variables);
    Process process = builder.start();
    boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
    process.destroyForcibly();
    String text = Files.readString(printed, StandardCharsets.UTF_8);
    assertThat(ended).as("%s has not ended: %s", List.of(command), text).isTrue();
    assertThat(process.exitValue()).as("%s: %s", List.of(command), text).isZero();
    return text;
  }

  /** A tool that .ci/prepare installs. */
  public static String tool(String name) {
    Path tool = Path.of("src/test/tools/node_modules/.bin", name).toAbsolutePath();
    assertThat(tool).as("run .ci/prepare").exists();
    return tool.toString();
  }
}
