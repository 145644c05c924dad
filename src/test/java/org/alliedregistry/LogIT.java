package org.alliedregistry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.support.Answers;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.PackagedService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged service logs. */
@Tag("thorough")
class LogIT {

  private static final List<String> FIELDS =
      List.of("timestamp", "loggerName", "level", "message", "threadName", "mdc", "hostName");

  @TempDir Path dataDir = Path.of("");

  @Test
  void everyLineIsAnObjectWithTheTimeInUtcAndNoneHasAToken() throws Exception {
    String log;
    String token;
    String idOfRefused;
    try (PackagedService service = start("TZ", "Asia/Tokyo")) {
      token = service.token();
      String delegate =
          Json.read(
                  service
                      .post("/v1/tokens", Json.object("role: 'delegate', ally: 'EST', days: 1"))
                      .body())
              .get("token")
              .asText();
      HttpResponse<String> refused = service.pledgeAs(delegate, "FIN");
      Answers.expect(403, refused);
      idOfRefused = Json.read(refused.body()).get("requestId").asText();
      Answers.expect(401, service.getAs(token + "x", "/v1/tokens"));
      JsonNode pledge = HttpFixtures.pledgeBody("EST", "LAND_FORCES", "position: 'PLEDGED'");
      Answers.expect(201, service.post("/v1/pledges", pledge));
      service.stop();
      log = service.log();
      assertThat(log).doesNotContain(token, signature(token), delegate, signature(delegate));
    }
    List<JsonNode> lines = log.lines().map(Json::read).toList();
    assertThat(lines).hasSizeGreaterThan(3).allSatisfy(LogIT::assertPlain);
    assertThat(lines)
        .anySatisfy(line -> assertThat(line.get("message").asText()).contains("delegate"));
    assertThat(lines)
        .filteredOn(line -> line.get("message").asText().startsWith("refused: "))
        .hasSize(1)
        .allSatisfy(line -> assertThat(line.at("/mdc/requestId").asText()).isEqualTo(idOfRefused));
  }

  private static void assertPlain(JsonNode line) {
    List<String> names = new ArrayList<>();
    line.fieldNames().forEachRemaining(names::add);
    assertThat(names).containsExactlyInAnyOrderElementsOf(FIELDS);
    String time = line.get("timestamp").asText();
    assertThat(time).endsWith("Z");
    assertThat(Instant.parse(time))
        .isBetween(Instant.now().minus(Duration.ofHours(1)), Instant.now());
  }

  private static String signature(String token) {
    return token.substring(token.lastIndexOf('.') + 1);
  }

  @Test
  void oneSettingGivesPlainText() throws Exception {
    try (PackagedService service = start("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false")) {
      assertThat(service.log()).contains("The registry has").doesNotContain("{\"");
    }
  }

  private PackagedService start(String... settings) throws Exception {
    return PackagedService.start(
        dataDir, "REGISTRY_PUBLIC_RECORD", "false", settings[0], settings[1]);
  }
}
