package org.alliedregistry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.PackagedService;
import org.alliedregistry.support.WorkedCase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The service as it is shipped: its own process, its own store, its own ports. */
class PackagedServiceIT {

  @TempDir static Path dataDir = Path.of("");

  @SuppressWarnings("NullAway.Init") // made before the first test
  private static PackagedService service;

  @BeforeAll
  static void start() throws Exception {
    service = PackagedService.start(dataDir);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void theFirstStartLeavesATokenForItsOwner() throws Exception {
    for (String secret : List.of("secretariat.token", "signing.key")) {
      assertThat(Files.getPosixFilePermissions(dataDir.resolve(secret)))
          .as(secret)
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }

  @Test
  void itAnswersFromThePublicRecord() throws Exception {
    JsonNode coverage = Json.read(service.get("/v1/coverage").body());
    assertThat(Json.texts(coverage.get("requirements"), "code")).contains("LAND", "AIR", "SEA");
    assertThat(coverage.at("/requirements/0/byAlly")).isNotEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void itAnswersAsWorkedOut(String file) throws Exception {
    WorkedCase worked = WorkedCase.read(file, ApiClient.secretariatOf(service), "1");

    assertThat(worked.faults()).isEmpty();
  }

  static List<String> cases() throws Exception {
    return WorkedCase.all();
  }

  @Test
  void theContractIsPublicAndTheInsideIsNot() throws Exception {
    assertThat(service.get("/q/openapi").body()).contains("openapi: 3.1", "/v1/coverage");
    assertThat(service.get("/q/swagger-ui/").body()).contains("<html");
    for (String inside : List.of("/q/health", "/q/health/ready", "/q/metrics")) {
      assertThat(service.get(inside).statusCode()).as(inside).isEqualTo(404);
      assertThat(service.getFromManagement(inside).statusCode()).as(inside).isEqualTo(200);
    }
    assertThat(service.getFromManagement("/v1/coverage").statusCode()).isEqualTo(404);
  }
}
