package org.alliedregistry;

import static org.alliedregistry.support.ProxiedService.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.alliedregistry.support.ParallelCalls;
import org.alliedregistry.support.ProxiedService;
import org.alliedregistry.support.Proxy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody gets round the bounds of the packaged service behind nginx and haproxy. */
@Tag("thorough")
class ProxyBoundsIT {

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
  void whoNamesAnotherAddressEachTimeIsLimitedAllTheSame(String proxy) throws Exception {
    int status = 0;
    for (int i = 0; status != 429 && i < 3 * ProxiedService.LIMIT; i++) {
      status =
          send(HttpRequest.newBuilder(URI.create(behind.origin(proxy) + "/registry/v1/allies/EST"))
                  .header("X-Forwarded-For", "203.0.113." + i % 250)
                  .header("Forwarded", "for=198.51.100." + i % 250))
              .statusCode();
    }
    assertThat(status).isEqualTo(429);
  }

  @Test
  void nobodyMakesNginxTakeNodesForLost() throws Exception {
    try (Proxy nginx = Proxy.nginx(behind.directory("nginx-twice"), behind.nodes(2))) {
      String positions = nginx.origin() + "/registry/v1/positions";
      String neverReached = positions + "?minRevision=zzzzzzzzzz-0000000000000000";
      for (HttpResponse<String> answer :
          ParallelCalls.times(4, () -> send(behind.request(neverReached)))) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      }
      assertThat(send(behind.request(positions)).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whoIsNoTrustedProxyChoosesNoAddressAndIsToldOfOnce() throws Exception {
    String last = "";
    for (int i = 0; !last.contains(" 429 ") && i < 3 * ProxiedService.LIMIT; i++) {
      last = direct("X-Forwarded-For: 203.0.113." + i % 250);
    }
    assertThat(last).contains(" 429 ");
    assertThat(behind.service().log().split("is not a trusted proxy", -1)).hasSize(2);
  }

  /** From an address that is not the proxy's. */
  private static String direct(String header) throws IOException {
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.2"), 0));
      socket.connect(
          new InetSocketAddress(InetAddress.getByName("127.0.0.1"), behind.service().port()));
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
