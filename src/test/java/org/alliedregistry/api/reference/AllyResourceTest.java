package org.alliedregistry.api.reference;

import static org.alliedregistry.support.ProblemAssert.assertRefusedAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AllyResourceTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private final String path = "/v1/allies/" + given.code("ORG");
  private final ObjectNode good =
      Json.object("name: 'An organisation', kind: 'ORGANISATION', memberships: ['COALITION']");

  @Test
  void aNewAllyIsAnsweredAsItIsReadAtItsAddress() {
    Answer created = api.put(path, good).expecting(201);

    assertThat(created.header("Location")).endsWith(path);
    assertThat(api.get(path).json()).isEqualTo(created.json());
    assertThat(created.json()).isEqualTo(Json.with(good, "code: '" + given.code("ORG") + "'"));
  }

  @Test
  void aPutThatChangesNothingRecordsNothing() {
    api.put(path, good).expecting(201);
    String before = revision();

    api.put(path, Json.with(good, "memberships: ['COALITION', 'COALITION']")).expecting(200);
    assertThat(revision()).isEqualTo(before);
    api.put(path, Json.with(good, "name: 'B'")).expecting(200);
    assertThat(revision()).isNotEqualTo(before);
  }

  @Test
  void whatIsLeftOutIsNone() {
    api.put(path, good).expecting(201);
    JsonNode read = api.put(path, Json.without(good, "memberships")).expecting(200).json();

    assertThat(read.get("memberships")).isEmpty();
  }

  @Test
  void namesAllFaultsAtOnce() {
    assertRefusedAt(
        api.put(path, Json.object("code: 'OTHER', kind: 'CLUB', memberships: ['NATO', 'UN']")),
        "/code",
        "/name",
        "/kind",
        "/memberships/1");
  }

  @Test
  void aStateHasItsIsoCodeAndAnOrganisationDoesNot() {
    assertRefusedAt(api.put(path, Json.with(good, "kind: 'STATE'")), "/code");
    assertRefusedAt(api.put("/v1/allies/CHE", good), "/code");
    assertRefusedAt(api.put("/v1/allies/UK", Json.object("name: 'UK', kind: 'STATE'")), "/code");
  }

  @ParameterizedTest
  @ValueSource(strings = {"est", "E", "E-U", "%C3%96RG", "A123456789012345678901", "E%20U"})
  void aCodeHasItsPattern(String code) {
    assertRefusedAt(api.put("/v1/allies/" + code, good), "/code");
  }

  @Test
  void theListIsSortedByCode() {
    JsonNode items = api.get("/v1/allies?limit=500").json().get("items");

    assertThat(Json.texts(items, "code")).isSorted().contains("EST", "EUE", "USA");
  }

  private String revision() {
    return api.get("/v1/coverage").json().get("revision").asText();
  }
}
