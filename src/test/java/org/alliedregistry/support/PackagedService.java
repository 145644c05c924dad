package org.alliedregistry.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** One running process of the packaged service on free ports and a data directory of its own. */
public final class PackagedService implements AutoCloseable {

  private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
  private static final String LOG = "service.log";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int FIRST_PORT = 10_000;
  private static final int FIRST_OUTGOING = 32_768;
  private static final int MOST_TRIES = 1_000;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Process process;
  private final Path dataDir;
  private final int port;
  private final int managementPort;

  private PackagedService(Process process, Path dataDir, int port, int managementPort) {
    this.process = process;
    this.dataDir = dataDir;
    this.port = port;
    this.managementPort = managementPort;
  }

  /**
   * Starts it and waits until it answers.
   *
   * @param settings names and values of environment variables, in turn
   */
  public static PackagedService start(Path dataDir, String... settings)
      throws IOException, InterruptedException {
    PackagedService service = launch(dataDir, settings);
    if (!service.answersInTime()) {
      service.kill();
      throw new AssertionError(
          "the service did not start: " + Files.readString(dataDir.resolve(LOG)));
    }
    return service;
  }

  private static PackagedService launch(Path dataDir, String... settings) throws IOException {
    int port = freePort();
    int managementPort = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            JAR.toString());
    Map<String, String> environment = builder.environment();
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
    environment.put("REGISTRY_DATA_DIR", dataDir.toString());
    environment.putAll(Store.of(dataDir.toString()));
    for (int i = 0; i < settings.length; i += 2) {
      environment.put(settings[i], settings[i + 1]);
    }
    builder.redirectErrorStream(true).redirectOutput(dataDir.resolve(LOG).toFile());
    return new PackagedService(builder.start(), dataDir, port, managementPort);
  }

  /** How a start ended that was refused, and what it left in the log. */
  public record Refused(int exitCode, String log) {}

  /**
   * Starts it and waits until it has ended by itself.
   *
   * @return nothing where it answers instead; then it is ended
   */
  public static Optional<Refused> refused(Path dataDir, String... settings)
      throws IOException, InterruptedException {
    PackagedService service = launch(dataDir, settings);
    Path log = dataDir.resolve(LOG);
    try {
      if (service.answersInTime()) {
        return Optional.empty();
      }
      if (service.process.isAlive()) {
        throw new AssertionError("it neither answers nor ends: " + Files.readString(log));
      }
      return Optional.of(new Refused(service.process.exitValue(), Files.readString(log)));
    } finally {
      service.kill();
    }
  }

  /** Until it is ready, or has ended, or for too long. */
  private boolean answersInTime() throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(deadline) && process.isAlive()) {
      try {
        if (getFromManagement("/q/health/ready").statusCode() == 200) {
          return true;
        }
      } catch (IOException e) {
        // not listening yet, or not for long
      }
      Thread.sleep(50);
    }
    return false;
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  public int managementPort() {
    return managementPort;
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address(port, path)));
  }

  public HttpResponse<String> getFromManagement(String path)
      throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(address(managementPort, path)));
  }

  /**
   * With the token it left at its first start.
   *
   * @param headers names and values of further headers, in turn
   */
  public HttpResponse<String> post(String path, JsonNode body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(port, path))
            .header("Authorization", "Bearer " + token())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** With the token of somebody else. */
  public HttpResponse<String> getAs(String token, String path)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(address(port, path)).header("Authorization", "Bearer " + token));
  }

  /** With the token of somebody else. */
  public HttpResponse<String> postAs(String token, String path, JsonNode body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(port, path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  public HttpResponse<String> deleteAs(String token, String path)
      throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(address(port, path))
            .header("Authorization", "Bearer " + token)
            .DELETE());
  }

  /** Opens a pledge of these allies with the token of somebody else. */
  public HttpResponse<String> pledgeAs(String token, String allies)
      throws IOException, InterruptedException {
    return postAs(
        token,
        "/v1/pledges",
        HttpFixtures.pledgeBody(allies, "LAND_FORCES", "position: 'PLEDGED'"));
  }

  public String token() throws IOException {
    return Files.readString(dataDir.resolve("secretariat.token")).strip();
  }

  /** What it has logged so far. */
  public String log() throws IOException {
    return Files.readString(dataDir.resolve(LOG));
  }

  /** Asks it to end in good order (SIGTERM), and waits until it has. */
  public void stop() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  /** Ends it at once, as a power cut would: it is given no chance to put anything in order. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
  }

  private static URI address(int port, String path) {
    return URI.create("http://localhost:" + port + path);
  }

  /**
   * A port that nobody listens on. It is none that the system gives to outgoing connections: those
   * would take it before the service does.
   */
  static int freePort() throws IOException {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      int port = ThreadLocalRandom.current().nextInt(FIRST_PORT, FIRST_OUTGOING);
      try (ServerSocket socket = new ServerSocket(port)) {
        return socket.getLocalPort();
      } catch (BindException e) {
        // the next one
      }
    }
    throw new IOException("no free port was found");
  }
}
