package org.alliedregistry.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One running process of a real Keycloak, with the realms of {@code src/test/resources/keycloak}.
 * Its ports are known before it runs; what it keeps is in memory and gone with it.
 */
public final class Keycloak implements AutoCloseable {

  /** The secret of every client and the password of every user of the realms. */
  public static final String SECRET = "of-a-test";

  private static final Path HOME = Path.of(System.getProperty("keycloak.home", "keycloak"));
  private static final Path REALMS = Path.of("src", "test", "resources", "keycloak");
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration BETWEEN_WORDS = Duration.ofSeconds(10);
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final int port;
  private final int managementPort;
  private final Path log = HOME.resolveSibling("keycloak.log");
  private final List<ProcessHandle> processes = new ArrayList<>();

  private Keycloak(int port, int managementPort) {
    this.port = port;
    this.managementPort = managementPort;
  }

  /** Not running yet. */
  public static Keycloak onFreePorts() throws IOException {
    return new Keycloak(PackagedService.freePort(), PackagedService.freePort());
  }

  public String issuer(String realm) {
    return "http://localhost:" + port + "/realms/" + realm;
  }

  /** Where a realm publishes its keys. */
  public String keys(String realm) {
    return issuer(realm) + "/protocol/openid-connect/certs";
  }

  /**
   * Starts it and waits until it is ready, saying every ten seconds that it is still waited for.
   */
  public void start() throws IOException, InterruptedException {
    offerRealms();
    ProcessBuilder builder = new ProcessBuilder(command());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("KC_") || name.startsWith("JAVA_"));
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
    environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", SECRET);
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = builder.start();
    processes.add(process.toHandle());
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    Instant started = Instant.now();
    try {
      await(process, started);
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      close();
      throw e;
    }
    System.out.println("Keycloak was ready after " + since(started) + " s");
  }

  private List<String> command() {
    return List.of(
        HOME.resolve("bin").resolve("kc.sh").toAbsolutePath().toString(),
        "start-dev",
        "--import-realm",
        "--db=dev-mem",
        "--health-enabled=true",
        "--http-host=127.0.0.1",
        "--http-port=" + port,
        "--http-management-host=127.0.0.1",
        "--http-management-port=" + managementPort);
  }

  private static void offerRealms() throws IOException {
    Path imported = Files.createDirectories(HOME.resolve("data").resolve("import"));
    try (DirectoryStream<Path> realms = Files.newDirectoryStream(REALMS, "*-realm.json")) {
      for (Path realm : realms) {
        Files.copy(
            realm, imported.resolve(realm.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private void await(Process process, Instant started) throws IOException, InterruptedException {
    Instant word = started.plus(BETWEEN_WORDS);
    while (Instant.now().isBefore(started.plus(PATIENCE)) && process.isAlive()) {
      if (isReady()) {
        return;
      }
      if (Instant.now().isAfter(word)) {
        System.out.println("waiting for Keycloak since " + since(started) + " s");
        word = word.plus(BETWEEN_WORDS);
      }
      Thread.sleep(100);
    }
    throw new AssertionError("Keycloak did not start: " + Files.readString(log));
  }

  private static long since(Instant started) {
    return Duration.between(started, Instant.now()).toSeconds();
  }

  private boolean isReady() throws IOException, InterruptedException {
    URI ready = URI.create("http://localhost:" + managementPort + "/health/ready");
    try {
      return send(HttpRequest.newBuilder(ready)).statusCode() == 200;
    } catch (ConnectException e) {
      return false;
    }
  }

  /** The access token of a service that calls in its own name. */
  public String tokenOfClient(String realm, String client)
      throws IOException, InterruptedException {
    return tokens(realm, Map.of("grant_type", "client_credentials", "client_id", client))
        .get("access_token")
        .asText();
  }

  /** The tokens of a person of the alliance who signs in through the mission. */
  public JsonNode tokensOfPerson(String name) throws IOException, InterruptedException {
    return tokens(
        "alliance",
        Map.of(
            "grant_type", "password",
            "client_id", "mission",
            "scope", "openid",
            "username", name,
            "password", SECRET));
  }

  private JsonNode tokens(String realm, Map<String, String> form)
      throws IOException, InterruptedException {
    String fields =
        Stream.concat(form.entrySet().stream(), Stream.of(Map.entry("client_secret", SECRET)))
            .map(field -> field.getKey() + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(issuer(realm) + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields)));
    return Json.read(expecting(200, answer).body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Gives the alliance a new key that signs from now on; the keys it had still verify. */
  public void rotateKeys() throws IOException, InterruptedException {
    String token =
        tokens(
                "master",
                Map.of(
                    "grant_type", "password",
                    "client_id", "admin-cli",
                    "username", "admin",
                    "password", SECRET))
            .get("access_token")
            .asText();
    String body =
        Json.object(
                "name: 'rotated', providerId: 'rsa-generated', providerType:"
                    + " 'org.keycloak.keys.KeyProvider', config: {priority: ['1000'], enabled:"
                    + " ['true'], active: ['true'], algorithm: ['RS256']}")
            .toString();
    URI components = URI.create("http://localhost:" + port + "/admin/realms/alliance/components");
    expecting(
        201,
        send(
            HttpRequest.newBuilder(components)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))));
  }

  private static HttpResponse<String> expecting(int status, HttpResponse<String> answer) {
    if (answer.statusCode() != status) {
      throw new AssertionError(
          answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
    }
    return answer;
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return CLIENT.send(request.timeout(Duration.ofMinutes(1)).build(), BodyHandlers.ofString());
  }

  /** Ends the script and the process it started, by force if asking does not help. */
  @Override
  public synchronized void close() {
    List<ProcessHandle> all =
        processes.stream()
            .flatMap(process -> Stream.concat(process.descendants(), Stream.of(process)))
            .toList();
    all.forEach(ProcessHandle::destroy);
    all.forEach(Keycloak::awaitEnd);
    processes.clear();
  }

  private static void awaitEnd(ProcessHandle process) {
    try {
      process.onExit().get(20, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
