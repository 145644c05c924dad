package org.alliedregistry.api.reference;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.alliedregistry.support.ProblemAssert.assertRefusedAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProgrammeResourceTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private final String code = given.code("PROGRAMME");
  private final String path = "/v1/programmes/" + code;
  private final ObjectNode good = Json.object("title: 'Drones', description: 'Drones, bought'");

  @Test
  void aNewProgrammeIsAnsweredAsItIsReadAtItsAddress() {
    Answer created = api.put(path, good).expecting(201);

    assertThat(created.header("Location")).endsWith(path);
    assertThat(api.get(path).json()).isEqualTo(created.json());
    assertThat(created.json()).isEqualTo(Json.with(good, "code: '" + code + "'"));
  }

  @Test
  void everyVersionIsKept() {
    api.put(path, good).expecting(201);
    String known = api.get("/v1/ledger/head").json().get("recordedAt").asText();
    api.put(path, Json.with(good, "title: 'Drones and spare parts'")).expecting(200);

    assertThat(api.get(path).json().get("title").asText()).isEqualTo("Drones and spare parts");
    assertThat(api.get(path + "?knownAt=" + known).json().get("title").asText())
        .isEqualTo("Drones");
  }

  @Test
  void theBundledProgrammeIsListed() {
    assertThat(api.get("/v1/programmes/PURL").json().get("title").asText())
        .isEqualTo("Prioritised Ukraine Requirements List");
    assertThat(api.get("/v1/programmes?limit=500").json().get("items"))
        .anyMatch(item -> item.get("code").asText().equals("PURL"));
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    assertRefusedAt(
        api.put("/v1/programmes/lower", Json.object("title: ' ', extra: 1")),
        "/code",
        "/title",
        "/description",
        "/extra");
  }

  @Test
  void anUnknownProgrammeIsNotFound() {
    assertProblem(api.get("/v1/programmes/PURLS"), 404, "not-found").withDetail("PURL");
  }

  @Test
  void onlyTheSecretariatWrites() {
    assertProblem(api.withoutToken().put(path, good), 401, "unauthenticated");
  }
}
