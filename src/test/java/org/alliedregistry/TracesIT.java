package org.alliedregistry;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.alliedregistry.support.Answers;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.PackagedService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a collector of traces is sent by the packaged service. */
@Tag("thorough")
class TracesIT {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private static final String WORD = "said in confidence";

  @TempDir Path dataDir = Path.of("");

  /** Protobuf read byte by byte: what is text in it stays text. */
  private final Queue<String> collected = new ConcurrentLinkedQueue<>();

  private HttpServer collector;

  @BeforeEach
  void collect() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/",
        exchange -> {
          byte[] sent = exchange.getRequestBody().readAllBytes();
          collected.add(exchange.getRequestURI() + new String(sent, StandardCharsets.ISO_8859_1));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
  }

  @AfterEach
  void end() {
    collector.stop(0);
  }

  @Test
  void nothingIsSentUnlessConfigured() throws Exception {
    recordAndStop();
    assertThat(collected).isEmpty();
  }

  @Test
  void aRequestGoesOnWithTheTraceOfItsCallerAndTellsOfNoToken() throws Exception {
    String token = recordAndStop("QUARKUS_OTEL_SDK_DISABLED", "false");
    String all = String.join("", collected);
    String trace = new String(HexFormat.of().parseHex(TRACE), StandardCharsets.ISO_8859_1);
    assertThat(all)
        .contains("/v1/traces", "allied-commitment-registry", "POST /v1/pledges", trace)
        .doesNotContain(token, token.substring(token.lastIndexOf('.') + 1), WORD);
  }

  /** Gives what it was recorded with. */
  private String recordAndStop(String... settings) throws Exception {
    List<String> all =
        new ArrayList<>(
            List.of(
                "REGISTRY_PUBLIC_RECORD",
                "false",
                "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://localhost:" + collector.getAddress().getPort(),
                "QUARKUS_OTEL_EXPORTER_OTLP_PROTOCOL",
                "http/protobuf"));
    all.addAll(List.of(settings));
    try (PackagedService service = PackagedService.start(dataDir, all.toArray(String[]::new))) {
      Answers.expect(
          201,
          service.post(
              "/v1/pledges",
              HttpFixtures.pledgeBody(
                  "EST", "LAND_FORCES", "position: 'PLEDGED', wording: '" + WORD + "'"),
              "traceparent",
              "00-" + TRACE + "-00f067aa0ba902b7-01"));
      service.stop();
      return service.token();
    }
  }
}
