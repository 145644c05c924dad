package org.alliedregistry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.alliedregistry.support.Contract;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.PackagedService;
import org.alliedregistry.support.Proxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page to try the contract, in a browser (W3C WebDriver), with the examples as they stand. */
@Tag("thorough")
class TryItPageIT {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");
  private static final String OPTIONS =
      """
      {"capabilities": {"alwaysMatch": {"acceptInsecureCerts": true, "goog:chromeOptions": {"args":
        ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1400,1800"]}}}}
      """;

  @TempDir static Path directory = Path.of("");
  private static PackagedService service;
  private static Proxy proxy;
  private static Process driver;
  private static String sessions = "";

  private String session = "";

  @BeforeAll
  static void start() throws Exception {
    List<String> settings = new ArrayList<>();
    Proxy.SETTINGS.forEach((name, value) -> settings.addAll(List.of(name, value)));
    service =
        PackagedService.start(
            Files.createDirectory(directory.resolve("data")), settings.toArray(String[]::new));
    proxy = Proxy.nginx(Files.createDirectory(directory.resolve("nginx")), List.of(service));
    Path log = directory.resolve("driver.log");
    driver =
        new ProcessBuilder("chromedriver", "--port=0")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Instant end = Instant.now().plus(PATIENCE);
    Matcher started = STARTED.matcher("");
    while (!started.find()) {
      assertThat(driver.isAlive() && Instant.now().isBefore(end))
          .as(Files.readString(log))
          .isTrue();
      Thread.sleep(50);
      started.reset(Files.readString(log));
    }
    sessions = "http://localhost:" + started.group(1) + "/session";
  }

  @AfterAll
  static void stop() {
    if (driver != null) {
      driver.destroy();
    }
    if (proxy != null) {
      proxy.close();
    }
    if (service != null) {
      service.close();
    }
  }

  @AfterEach
  void endBrowser() throws Exception {
    if (!session.isEmpty()) {
      send("DELETE", session, null);
    }
  }

  @ParameterizedTest
  @CsvSource({"false", "true"})
  void theAnswersAreSeen(boolean isBehindProxy) throws Exception {
    String root =
        isBehindProxy
            ? "https://localhost:" + proxy.port() + "/registry"
            : "http://localhost:" + service.port();
    // a path that begins with two slashes names no other host
    String page = root + (isBehindProxy ? "" : "/") + "/q/swagger-ui";
    session =
        sessions + "/" + send("POST", sessions, Json.read(OPTIONS)).path("sessionId").asText();
    send("POST", session + "/url", body("url", page));

    authorize();
    for (String operation :
        new String[] {"coverage-getCoverage", "coverage-askWhatIf", "pledges-openPledge"}) {
      String block = "#operations-" + operation + " ";
      click(block + ".opblock-summary-control");
      click(block + ".try-out__btn");
      // a second time nothing stands in the way that the first one left
      for (int time = 1; time <= 2; time++) {
        click(block + ".execute");
        assertThat(text(block + ".live-responses-table .response .response-col_status"))
            .startsWith(operation.endsWith("openPledge") ? "201" : "200");
        assertThat(text(block + ".request-url")).endsWith(root + path(operation));
        assertThat(text(block + ".live-responses-table .response .highlight-code")).contains("{");
        click(block + ".btn-clear");
      }
      click(block + ".opblock-summary-control");
    }
  }

  private void authorize() throws Exception {
    click(".auth-wrapper .authorize");
    send("POST", element(".modal-ux input[type=text]") + "/value", body("text", service.token()));
    click(".modal-ux .auth-btn-wrapper .authorize");
    click(".modal-ux .btn-done");
  }

  /** Of the operation in the contract: the page asks for it without any parameter. */
  private static String path(String operation) {
    String id = operation.replaceFirst(".*-", "");
    return Contract.document().path("paths").properties().stream()
        .filter(path -> path.getValue().findValuesAsText("operationId").contains(id))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  private void click(String selector) throws Exception {
    send("POST", element(selector) + "/click", body());
  }

  private String text(String selector) throws Exception {
    return send("GET", element(selector) + "/text", null).asText();
  }

  /** Its address, once the page has it. */
  private String element(String selector) throws Exception {
    ObjectNode wanted = body("using", "css selector").put("value", selector);
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      JsonNode found = send("POST", session + "/elements", wanted).path(0);
      if (found.isObject()) {
        return session + "/element/" + found.elements().next().asText();
      }
      assertThat(Instant.now()).as("the page has no %s", selector).isBefore(end);
      Thread.sleep(50);
    }
  }

  private static ObjectNode body(String... field) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    return field.length == 0 ? body : body.put(field[0], field[1]);
  }

  private static JsonNode send(String method, String address, @Nullable JsonNode body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(address))
                .method(
                    method,
                    body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body.toString()))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.read(answer.body()).path("value");
  }
}
