package org.alliedregistry.durability;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A PostgreSQL that waits for the disk at each commit, to be killed and started again. */
final class KillableServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Path data;
  private final EmbeddedPostgres first;

  KillableServer(Path data) throws IOException {
    this.data = data;
    this.first =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
  }

  /** What the service is told of it. */
  Map<String, String> settings() {
    return Map.of(
        "QUARKUS_DATASOURCE_JDBC_URL",
        url(),
        "QUARKUS_DATASOURCE_USERNAME",
        "postgres",
        "QUARKUS_DATASOURCE_PASSWORD",
        "postgres");
  }

  private String url() {
    return "jdbc:postgresql://localhost:" + first.getPort() + "/postgres";
  }

  /** As its operator. */
  void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url(), "postgres", "postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Ends its first process and all that serve connections, at once and in no order. */
  void kill() throws IOException {
    List<ProcessHandle> all = processes();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }

  /** Lets it neither answer nor hang up. */
  void freeze() throws IOException, InterruptedException {
    signal("-STOP");
  }

  /** Lets it go on where it was. */
  void thaw() throws IOException, InterruptedException {
    signal("-CONT");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("kill", signal));
    processes().forEach(process -> command.add(Long.toString(process.pid())));
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private List<ProcessHandle> processes() throws IOException {
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(List.of(postmaster));
    postmaster.descendants().forEach(all::add);
    return all;
  }

  /** With the options it had, and waits until it has repaired itself and answers. */
  void restart() throws IOException, InterruptedException {
    String said = Files.readString(data.resolve("postmaster.opts"));
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(said.substring(0, said.indexOf(' ')));
    Pattern.compile("\"([^\"]*)\"")
        .matcher(said)
        .results()
        .map((MatchResult option) -> option.group(1))
        .forEach(command::add);
    File log = data.resolve("restarted.log").toFile();
    new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
    Instant deadline = Instant.now().plus(PATIENCE);
    while (!answers()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("it did not start: " + Files.readString(log.toPath()));
      }
      Thread.sleep(50);
    }
  }

  private boolean answers() {
    try (Connection connection = DriverManager.getConnection(url(), "postgres", "postgres")) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    first.close();
  }
}
