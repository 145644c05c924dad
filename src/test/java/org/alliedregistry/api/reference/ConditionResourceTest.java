package org.alliedregistry.api.reference;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.alliedregistry.support.ProblemAssert.assertRefusedAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConditionResourceTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private final String code = given.code("VOTE");
  private final String path = "/v1/conditions/" + code;

  @Test
  void aNewConditionIsOpen() {
    Answer created = api.put(path, Json.object("description: 'A vote'")).expecting(201);

    assertThat(created.header("Location")).endsWith(path);
    assertThat(api.get(path).json()).isEqualTo(created.json());
    assertThat(created.json().get("state").asText()).isEqualTo("OPEN");
    assertThat(created.json().get("perAlly").asBoolean()).isFalse();
  }

  @Test
  void aConditionIsMetFromItsDayOnOnTheWordAskedFor() {
    given.condition("VOTE");
    given.onCondition(code, "saidOn: '2026-02-01', state: 'MET'");
    given.onCondition(code, "saidOn: '2026-03-01', evidence: 'REPORTED', state: 'FAILED'");

    assertThat(state("?validAt=2026-01-31")).isEqualTo("OPEN");
    assertThat(state("?validAt=2026-02-01")).isEqualTo("MET");
    assertThat(state("?validAt=2026-03-01")).isEqualTo("MET");
    assertThat(state("?validAt=2026-03-01&evidence=REPORTED")).isEqualTo("MET");
  }

  @Test
  void thePressIsHeardWhereNothingStrongerSpoke() {
    given.condition("VOTE");
    given.onCondition(code, "evidence: 'REPORTED', state: 'FAILED'");

    assertThat(state("?validAt=2026-03-01")).isEqualTo("OPEN");
    assertThat(state("?validAt=2026-03-01&evidence=REPORTED")).isEqualTo("FAILED");
  }

  @Test
  void theLastWordHoldsAndAConditionMayBeOpenAgain() {
    given.condition("VOTE");
    given.onCondition(code, "saidOn: '2026-02-01', state: 'MET'");
    given.onCondition(code, "saidOn: '2026-03-01', state: 'OPEN'");

    assertThat(state("?validAt=2026-02-28")).isEqualTo("MET");
    assertThat(state("?validAt=2026-03-01")).isEqualTo("OPEN");
  }

  @Test
  void eachAllysOwnConditionIsShownApart() {
    given.condition("VOTE", true);
    given.onCondition(code, "ally: 'EST', state: 'MET'");
    given.onCondition(code, "ally: 'LVA', state: 'FAILED'");
    JsonNode read = api.get(path).json();

    assertThat(read.get("state").asText()).isEqualTo("OPEN");
    assertThat(read.at("/byAlly/EST").asText()).isEqualTo("MET");
    assertThat(read.at("/byAlly/LVA").asText()).isEqualTo("FAILED");
  }

  @Test
  void aStatementForAllHoldsForEachAllyUntilTheNextWord() {
    given.condition("VOTE", true);
    given.onCondition(code, "saidOn: '2026-01-01', ally: 'EST', state: 'FAILED'");
    given.onCondition(code, "saidOn: '2026-02-01', state: 'MET'");

    assertThat(api.get(path + "?validAt=2026-02-01").json().at("/byAlly/EST").asText())
        .isEqualTo("MET");
  }

  @Test
  void whetherItIsPerAllyStaysOnceSomebodySpoke() {
    given.condition("VOTE");
    api.put(path, Json.object("description: 'A', perAlly: true")).expecting(200);
    given.onCondition(code, "ally: 'EST', state: 'MET'");

    assertProblem(
        api.put(path, Json.object("description: 'A', perAlly: false")), 409, "code-in-use");
    api.put(path, Json.object("description: 'B', perAlly: true")).expecting(200);
  }

  @Test
  void aPutThatChangesNothingRecordsNothing() {
    given.condition("VOTE");
    String before = api.get("/v1/coverage").json().get("revision").asText();
    api.put(path, Json.object("description: 'Of a test'")).expecting(200);

    assertThat(api.get("/v1/coverage").json().get("revision").asText()).isEqualTo(before);
  }

  @Test
  void namesAllFaultsAtOnce() {
    assertRefusedAt(
        api.put(path, Json.object("code: 'OTHER', description: ' ', state: 'MET'")),
        "/code",
        "/description",
        "/state");
    assertRefusedAt(api.put("/v1/conditions/lower", Json.object("description: 'A'")), "/code");
  }

  private String state(String query) {
    return api.get(path + query).expecting(200).json().get("state").asText();
  }
}
