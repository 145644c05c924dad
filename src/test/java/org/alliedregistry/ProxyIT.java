package org.alliedregistry;

import static org.alliedregistry.support.ProxiedService.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.ProxiedService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What callers see of the packaged service behind nginx and haproxy, as docs/operations.md says.
 */
@Tag("thorough")
class ProxyIT {

  @TempDir static Path directory;

  private static ProxiedService behind;

  @BeforeAll
  static void start() throws Exception {
    behind = ProxiedService.start(directory);
  }

  @AfterAll
  static void stop() {
    if (behind != null) {
      behind.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nginx", "haproxy"})
  void everyPathThatIsToldIsWhereTheCallerSeesIt(String proxy) throws Exception {
    HttpResponse<String> page = behind.get(proxy, "/registry/v1/pledges?limit=1");
    String next = Json.read(page.body()).get("next").asText();
    assertThat(next).startsWith("/registry/v1/pledges?");
    assertThat(page.headers().firstValue("Link")).contains("<" + next + ">; rel=\"next\"");
    assertThat(behind.get(proxy, next).statusCode()).isEqualTo(200);

    String events =
        Json.read(behind.get(proxy, "/registry/v1/ledger?limit=1").body()).get("next").asText();
    assertThat(behind.get(proxy, events).statusCode()).isEqualTo(200);

    HttpResponse<String> failure = behind.get(proxy, "/registry/v1/allies/NOPE");
    assertThat(failure.statusCode()).isEqualTo(404);
    JsonNode problem = Json.read(failure.body());
    assertThat(problem.get("instance").asText()).isEqualTo("/registry/v1/allies/NOPE");
    assertThat(problem.get("advice").asText()).contains(" /registry/q/openapi");

    String location = behind.pledge(proxy).headers().firstValue("Location").orElseThrow();
    assertThat(location).startsWith(behind.origin(proxy) + "/registry/v1/pledges/");
    assertThat(send(behind.request(location)).statusCode()).isEqualTo(200);
  }

  /** Whoever looks for it looks there (RFC 9116, 3). */
  @ParameterizedTest
  @ValueSource(strings = {"nginx", "haproxy"})
  void whereToReportAWeaknessStandsAtTheRootOfTheHost(String proxy) throws Exception {
    HttpResponse<String> text = behind.get(proxy, "/.well-known/security.txt");
    assertThat(text.statusCode()).isEqualTo(200);
    assertThat(text.body()).contains("Contact: mailto:security@example.org");
    HttpResponse<String> failure =
        send(
            behind
                .request(behind.origin(proxy) + "/.well-known/security.txt?x=1")
                .header("X-Forwarded-Prefix", "/mine"));
    assertThat(failure.statusCode()).isEqualTo(400);
    assertThat(Json.read(failure.body()).get("instance").asText())
        .isEqualTo("/.well-known/security.txt");
    assertThat(behind.get(proxy, "/registry/.well-known/security.txt").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nginx", "haproxy"})
  void thePageToTryItFindsAllItNeeds(String proxy) throws Exception {
    String page = behind.get(proxy, "/registry/q/swagger-ui").body();
    String version = page.replaceFirst("(?s).*webjars/swagger-ui/([^/]+)/.*", "$1");

    assertThat(page).doesNotContain("\"/q/").doesNotContain("\"/webjars/");
    for (String path :
        new String[] {
          "q/openapi",
          "webjars/swagger-ui/" + version + "/swagger-ui.css",
          "webjars/swagger-ui/" + version + "/swagger-ui-bundle.js"
        }) {
      assertThat(behind.get(proxy, "/registry/" + path).statusCode()).as(path).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nginx", "haproxy"})
  void eventsArriveOneByOne(String proxy) throws Exception {
    String last = last();
    try (Socket socket =
        ProxiedService.TLS.getSocketFactory().createSocket("localhost", behind.port(proxy))) {
      socket.setSoTimeout(60_000);
      socket
          .getOutputStream()
          .write(
              ("GET /registry/v1/ledger/stream?after="
                      + last
                      + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                      + behind.service().token()
                      + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      await(lines, ":the ledger");
      // each is heard before the next is recorded
      for (int i = 0; i < 3; i++) {
        String id = Json.read(behind.pledge(proxy).body()).get("id").asText();
        await(lines, id);
      }
    }
  }

  private static String last() throws Exception {
    String after = "";
    while (true) {
      String path = "/v1/ledger?limit=500" + (after.isEmpty() ? "" : "&after=" + after);
      JsonNode items =
          Json.read(behind.service().getAs(behind.service().token(), path).body()).get("items");
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
        send(
            behind
                .request(behind.origin(proxy) + "/registry/v1/coverage")
                .header("Accept-Encoding", "gzip"));
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(answer.headers().firstValue("ETag").orElseThrow()).endsWith("-gzip\"");
  }
}
