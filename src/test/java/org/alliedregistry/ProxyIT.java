package org.alliedregistry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.OverHttp;
import org.alliedregistry.support.PackagedService;
import org.alliedregistry.support.Parallel;
import org.alliedregistry.support.Proxy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged service behind nginx and haproxy, configured as docs/operations.md says. */
@Tag("thorough")
class ProxyIT {

  private static final int LIMIT = 100;

  /** Trusts the certificate that the test made. */
  private static final SSLContext TLS = Proxy.trusting();

  private static final HttpClient CLIENT = HttpClient.newBuilder().sslContext(TLS).build();

  @TempDir static Path directory;

  private static PackagedService service;
  private static final Map<String, Proxy> PROXIES = new HashMap<>();

  @BeforeAll
  static void start() throws Exception {
    Path data = directory.resolve("data");
    List<String> settings =
        new ArrayList<>(
            List.of(
                "REGISTRY_RATE_LIMIT", Integer.toString(LIMIT), "QUARKUS_HTTP_HOST", "0.0.0.0"));
    Proxy.SETTINGS.forEach((name, value) -> settings.addAll(List.of(name, value)));
    service = PackagedService.start(Files.createDirectory(data), settings.toArray(String[]::new));
    PROXIES.put("nginx", Proxy.nginx(directory(directory, "nginx"), List.of(service)));
    PROXIES.put("haproxy", Proxy.haproxy(directory(directory, "haproxy"), List.of(service)));
  }

  private static Path directory(Path parent, String name) throws IOException {
    return Files.createDirectory(parent.resolve(name));
  }

  @AfterAll
  static void stop() {
    PROXIES.values().forEach(Proxy::close);
    if (service != null) {
      service.close();
    }
  }

  private static int port(String proxy) {
    return Objects.requireNonNull(PROXIES.get(proxy)).port();
  }

  private static String origin(String proxy) {
    return "https://localhost:" + port(proxy);
  }

  /** With a token: such callers are counted by their name. */
  private static HttpRequest.Builder request(String address) throws IOException {
    return HttpRequest.newBuilder(URI.create(address))
        .header("Authorization", "Bearer " + service.token());
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(String proxy, String path) throws Exception {
    return send(request(origin(proxy) + path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nginx", "haproxy"})
  void everyPathThatIsToldIsWhereTheCallerSeesIt(String proxy) throws Exception {
    HttpResponse<String> page = get(proxy, "/registry/v1/pledges?limit=1");
    String next = Json.read(page.body()).get("next").asText();
    assertThat(next).startsWith("/registry/v1/pledges?");
    assertThat(page.headers().firstValue("Link")).contains("<" + next + ">; rel=\"next\"");
    assertThat(get(proxy, next).statusCode()).isEqualTo(200);

    String events =
        Json.read(get(proxy, "/registry/v1/ledger?limit=1").body()).get("next").asText();
    assertThat(get(proxy, events).statusCode()).isEqualTo(200);

    HttpResponse<String> failure = get(proxy, "/registry/v1/allies/NOPE");
    assertThat(failure.statusCode()).isEqualTo(404);
    JsonNode problem = Json.read(failure.body());
    assertThat(problem.get("instance").asText()).isEqualTo("/registry/v1/allies/NOPE");

    String location = pledge(proxy).headers().firstValue("Location").orElseThrow();
    assertThat(location).startsWith(origin(proxy) + "/registry/v1/pledges/");
    assertThat(send(request(location)).statusCode()).isEqualTo(200);
  }

  private static HttpResponse<String> pledge(String proxy) throws Exception {
    JsonNode body = OverHttp.pledgeBody("EST", "LAND_FORCES", "position: 'PLEDGED'");
    return send(
        request(origin(proxy) + "/registry/v1/pledges")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nginx", "haproxy"})
  void thePageToTryItFindsAllItNeeds(String proxy) throws Exception {
    String page = get(proxy, "/registry/q/swagger-ui").body();
    String version = page.replaceFirst("(?s).*webjars/swagger-ui/([^/]+)/.*", "$1");

    assertThat(page).doesNotContain("\"/q/").doesNotContain("\"/webjars/");
    for (String path :
        new String[] {
          "q/openapi",
          "webjars/swagger-ui/" + version + "/swagger-ui.css",
          "webjars/swagger-ui/" + version + "/swagger-ui-bundle.js"
        }) {
      assertThat(get(proxy, "/registry/" + path).statusCode()).as(path).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nginx", "haproxy"})
  void whoNamesAnotherAddressEachTimeIsLimitedAllTheSame(String proxy) throws Exception {
    int status = 0;
    for (int i = 0; status != 429 && i < 3 * LIMIT; i++) {
      status =
          send(HttpRequest.newBuilder(URI.create(origin(proxy) + "/registry/v1/allies/EST"))
                  .header("X-Forwarded-For", "203.0.113." + i % 250)
                  .header("Forwarded", "for=198.51.100." + i % 250))
              .statusCode();
    }
    assertThat(status).isEqualTo(429);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nginx", "haproxy"})
  void eventsArriveOneByOne(String proxy) throws Exception {
    String last = last();
    try (Socket socket = TLS.getSocketFactory().createSocket("localhost", port(proxy))) {
      socket.setSoTimeout(60_000);
      socket
          .getOutputStream()
          .write(
              ("GET /registry/v1/ledger/stream?after="
                      + last
                      + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                      + service.token()
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      await(lines, ":the ledger");
      // each is heard before the next is recorded
      for (int i = 0; i < 3; i++) {
        String id = Json.read(pledge(proxy).body()).get("id").asText();
        await(lines, id);
      }
    }
  }

  private static String last() throws Exception {
    String after = "";
    while (true) {
      String path = "/v1/ledger?limit=500" + (after.isEmpty() ? "" : "&after=" + after);
      JsonNode items = Json.read(service.getAs(service.token(), path).body()).get("items");
      if (items.isEmpty()) {
        return after;
      }
      after = items.get(items.size() - 1).get("id").asText();
    }
  }

  private static void await(BufferedReader lines, String part) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.contains(part)) {
      line = lines.readLine();
    }
    assertThat(line).as(part).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nginx", "haproxy"})
  void answersStayCompressed(String proxy) throws Exception {
    HttpResponse<String> answer =
        send(request(origin(proxy) + "/registry/v1/coverage").header("Accept-Encoding", "gzip"));
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(answer.headers().firstValue("ETag").orElseThrow()).endsWith("-gzip\"");
  }

  @Test
  void nobodyMakesNginxTakeNodesForLost() throws Exception {
    List<PackagedService> twice = List.of(service, service);
    try (Proxy nginx = Proxy.nginx(directory(directory, "nginx-twice"), twice)) {
      String origin = nginx.origin() + "/registry/v1/positions";
      HttpRequest neverReached =
          request(origin + "?minRevision=zzzzzzzzzz-0000000000000000").build();
      for (HttpResponse<String> answer :
          Parallel.times(4, () -> CLIENT.send(neverReached, BodyHandlers.ofString()))) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      }
      assertThat(send(request(origin)).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whoIsNoTrustedProxyChoosesNoAddressAndIsToldOfOnce() throws Exception {
    String last = "";
    for (int i = 0; !last.contains(" 429 ") && i < 3 * LIMIT; i++) {
      last = direct("X-Forwarded-For: 203.0.113." + i % 250);
    }
    assertThat(last).contains(" 429 ");
    assertThat(service.log().split("is no trusted proxy", -1)).hasSize(2);
  }

  /** From an address that is not the proxy's. */
  private static String direct(String header) throws IOException {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.2"), 0));
      socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), service.port()));
      socket
          .getOutputStream()
          .write(
              ("GET /v1/allies/EST HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
          .readLine();
    }
  }
}
