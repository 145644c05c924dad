package org.alliedregistry.api.reference;

import static org.alliedregistry.support.ProblemAssert.assertParameterRefused;
import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.alliedregistry.support.ProblemAssert.assertRefusedAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GroupResourceTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private final String code = given.code("G");
  private final String path = "/v1/groups/" + code;
  private final ObjectNode good =
      Json.object(
          "name: 'Two neighbours', allies: ['LVA', 'EST', 'LVA'], source: {title: 'A treaty'}");

  @Test
  void aNewGroupIsAnsweredAsItIsReadAtItsAddress() {
    Answer created = api.put(path, good).expecting(201);

    assertThat(created.header("Location")).endsWith(path);
    assertThat(api.get(path).json()).isEqualTo(created.json());
    assertThat(created.json().get("allies")).hasToString("[\"EST\",\"LVA\"]");
  }

  @Test
  void everyVersionIsKeptAndAQuestionAsksAboutTheGroupOfItsTime() {
    api.put(path, good).expecting(201);
    String known = api.get("/v1/ledger/head").json().get("recordedAt").asText();
    api.put(path, Json.with(good, "allies: ['LVA', 'LTU']")).expecting(200);

    assertThat(api.get(path).json().get("allies")).hasToString("[\"LTU\",\"LVA\"]");
    assertThat(asked("group=" + code)).hasToString("[\"LTU\",\"LVA\"]");
    assertThat(asked("group=" + code + "&knownAt=" + known)).hasToString("[\"EST\",\"LVA\"]");
  }

  private JsonNode asked(String question) {
    return api.get("/v1/coverage?" + question).json().get("ally");
  }

  @Test
  void theBundledGroupsAreListedWithTheirSources() {
    JsonNode items = api.get("/v1/groups?limit=500").json().get("items");

    assertThat(items.findValuesAsText("code"))
        .contains("NATO", "EU", "NB8", "JEF", "WEIMAR_PLUS", "COALITION");
    assertThat(api.get("/v1/groups/BALTIC").json().get("source").get("publisher").asText())
        .isEqualTo("Estonian foreign ministry");
  }

  @Test
  void groupsAndAlliesJoinAndGroupsCanBeLeftOut() {
    assertThat(asked("group=BALTIC&ally=POL")).hasToString("[\"EST\",\"LTU\",\"LVA\",\"POL\"]");
    assertThat(api.get("/v1/coverage?without=BALTIC,POL").json().get("without"))
        .hasToString("[\"EST\",\"LTU\",\"LVA\",\"POL\"]");
  }

  @Test
  void aGroupFiltersPledgesAndPositionsAsItsAlliesDo() {
    for (String list : new String[] {"/v1/pledges?limit=500&", "/v1/positions?"}) {
      JsonNode byGroup = api.get(list + "group=BALTIC").json().get("items");
      assertThat(byGroup)
          .isNotEmpty()
          .isEqualTo(api.get(list + "ally=EST,LVA,LTU").json().get("items"));
    }
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    assertRefusedAt(
        api.put(
            "/v1/groups/lower",
            Json.object("name: ' ', allies: ['EST', 'ESTT'], source: {}, extra: 1")),
        "/code",
        "/name",
        "/allies/1",
        "/source/title",
        "/extra");
    assertRefusedAt(api.put(path, Json.with(good, "allies: []")), "/allies");
  }

  @Test
  void aGroupHasABoundedNumberOfAllies() {
    ObjectNode tooMany = good.deepCopy();
    Collections.nCopies(251, "EST").forEach(tooMany.putArray("allies")::add);

    assertRefusedAt(api.put(path, tooMany), "/allies");
  }

  @Test
  void aGroupAndAnAllyNeverShareACode() {
    assertRefusedAt(api.put("/v1/groups/EST", good), "/code");
    assertRefusedAt(
        api.put("/v1/allies/BALTIC", Json.object("name: 'A', kind: 'ORGANISATION'")), "/code");
  }

  @Test
  void anUnknownGroupIsNotFoundAndAHintNamesTheNearestOne() {
    assertProblem(api.get("/v1/groups/BALTICS"), 404, "not-found").withDetail("BALTIC?");
    assertParameterRefused(api.get("/v1/coverage?group=BALTICS"), "group");
    assertParameterRefused(api.get("/v1/coverage?without=BALTICS"), "without");
  }

  @Test
  void onlyTheSecretariatWrites() {
    assertProblem(api.withoutToken().put(path, good), 401, "unauthenticated");
  }
}
