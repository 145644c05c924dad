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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CapabilityResourceTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private final String code = given.code("LAND");
  private final String path = "/v1/capabilities/" + code;
  private final ObjectNode good =
      Json.object("name: 'Land', domain: 'LAND', units: ['troops', 'company', 'brigade']");

  @Test
  void aNewCapabilityIsAnsweredAsItIsReadAtItsAddress() {
    Answer created = api.put(path, good).expecting(201);

    assertThat(created.header("Location")).endsWith(path);
    assertThat(api.get(path).json()).isEqualTo(created.json());
    assertThat(created.json()).isEqualTo(Json.with(good, "code: '" + code + "'"));
  }

  @Test
  void aPutThatChangesNothingRecordsNothing() {
    api.put(path, good).expecting(201);
    String before = api.get("/v1/coverage").json().get("revision").asText();
    api.put(path, good).expecting(200);

    assertThat(api.get("/v1/coverage").json().get("revision").asText()).isEqualTo(before);
  }

  @Test
  void unitsMayBeAddedAndUnusedOnesRemoved() {
    api.put(path, good).expecting(201);

    api.put(path, Json.with(good, "units: ['troops', 'battalion']")).expecting(200);
    assertThat(Json.texts(api.get(path).json().get("units")))
        .containsExactly("troops", "battalion");
  }

  @Test
  void theUnitOfAccountNeverChanges() {
    api.put(path, good).expecting(201);

    assertProblem(
            api.put(path, Json.with(good, "units: ['company', 'troops', 'brigade']")),
            409,
            "code-in-use")
        .withDetail("troops");
  }

  @Test
  void aUnitThatAPledgeSpeaksOfIsNotRemoved() {
    api.put(path, good).expecting(201);
    given.pledge("EST", code, "position: 'PLEDGED', amount: {high: 1, unit: 'company'}");

    assertInUse("company");
  }

  @Test
  void aUnitThatAPartSpeaksOfIsNotRemoved() {
    api.put(path, good).expecting(201);
    given.pledge("EST", code, "position: 'PLEDGED', committed: {unit: 'company'}");

    assertInUse("company");
  }

  @Test
  void aUnitThatARequirementIsStatedInIsNotRemoved() {
    api.put(path, good).expecting(201);
    given.fourBrigades(code);

    assertInUse("brigade");
  }

  @Test
  void namesAllFaultsAtOnce() {
    assertRefusedAt(
        api.put(path, Json.object("code: 'OTHER', domain: 'land', units: ['a b', 'ok', '1']")),
        "/code",
        "/name",
        "/domain",
        "/units/0",
        "/units/2");
    assertRefusedAt(api.put(path, Json.with(good, "units: []")), "/units");
    assertRefusedAt(api.put(path, Json.with(good, "units: ['troops', 'troops']")), "/units");
  }

  @ParameterizedTest
  @ValueSource(strings = {"land", "L", "LAND-FORCES", "1LAND", "L%20D"})
  void aCodeHasItsPattern(String wrong) {
    assertRefusedAt(api.put("/v1/capabilities/" + wrong, good), "/code");
  }

  private void assertInUse(String unit) {
    ObjectNode without = good.deepCopy();
    without.putArray("units").add("troops");

    assertProblem(api.put(path, without), 409, "code-in-use").withDetail(unit);
    assertThat(Json.texts(api.get(path).json().get("units"))).contains(unit);
  }
}
