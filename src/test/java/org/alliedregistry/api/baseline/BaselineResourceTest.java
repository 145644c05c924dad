package org.alliedregistry.api.baseline;

import static org.alliedregistry.support.ProblemAssert.assertParameterRefused;
import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.alliedregistry.support.ProblemAssert.assertRefusedAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BaselineResourceTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private final String path = "/v1/baselines/" + given.name("force");
  private String land = "";
  private ObjectNode good = Json.object("");

  @BeforeEach
  void fourBrigades() {
    land = given.land();
    good = HttpFixtures.baselineBody(line("LAND", "required: {amount: 4, unit: 'brigade'}"));
  }

  @Test
  void aNewBaselineIsVersionOne() {
    Answer created = api.put(path, good).expecting(201);

    assertThat(created.json().get("version").asInt()).isEqualTo(1);
    assertThat(created.header("Location")).endsWith(path);
    assertThat(api.get(path).json()).isEqualTo(created.json());
  }

  @Test
  void aChangeMakesANewVersionAndTheOldOneStays() {
    JsonNode first = api.put(path, good).expecting(201).json();
    JsonNode second = api.put(path, Json.with(good, "title: 'B'")).expecting(200).json();

    assertThat(second.get("version").asInt()).isEqualTo(2);
    assertThat(api.get(path).json()).isEqualTo(second);
    assertThat(api.get(path + "?version=2").json()).isEqualTo(second);
    assertThat(api.get(path + "?version=1").json()).isEqualTo(first);
    assertProblem(api.get(path + "?version=3"), 404, "not-found").withDetail("1 to 2");
  }

  @Test
  void aPutThatChangesNothingRecordsNothing() {
    JsonNode first = api.put(path, good).expecting(201).json();
    ObjectNode same = Json.with(good, "code: '" + given.name("force") + "'");
    ((ObjectNode) same.at("/requirements/0/required")).put("amount", new BigDecimal("4.000"));
    JsonNode again = api.put(path, same).expecting(200).json();

    assertThat(again).isEqualTo(first);
    assertThat(api.get(path).json().get("recordedAt")).isEqualTo(first.get("recordedAt"));
  }

  @Test
  void goingBackToWhatWasIsAVersionOfItsOwn() {
    api.put(path, good).expecting(201);
    api.put(path, Json.with(good, "title: 'B'")).expecting(200);

    assertThat(api.put(path, good).expecting(200).json().get("version").asInt()).isEqualTo(3);
  }

  @Test
  void whatIsReadCanBeSentBack() {
    JsonNode first = api.put(path, good).expecting(201).json();
    ObjectNode sent = Json.without((ObjectNode) first, "version", "recordedAt");

    assertThat(api.put(path, sent).expecting(200).json()).isEqualTo(first);
  }

  @Test
  void namesAllFaultsAtOnce() {
    ObjectNode body =
        Json.object(
            "code: 'other', title: '', source: {url: 'x'}, planningFactors: [{unit: 'brigades',"
                + " equals: {amount: 0, unit: 'troops'}}], requirements: [{code: 'lower',"
                + " title: ' ', capability: 'LAND_FORCE', required: {amount: -4},"
                + " purposes: ['WAR'], places: ['MOON']}]");

    assertRefusedAt(
            api.put(path, body),
            "/code",
            "/title",
            "/source/title",
            "/source/url",
            "/planningFactors/0/unit",
            "/planningFactors/0/equals/amount",
            "/requirements/0/code",
            "/requirements/0/title",
            "/requirements/0/capability",
            "/requirements/0/required/amount",
            "/requirements/0/required/unit",
            "/requirements/0/purposes/0",
            "/requirements/0/places/0")
        .withDetail("LAND_FORCES");
    assertProblem(api.get(path), 404, "not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Upper", "a", "-a", "a_b", "a.b", "1a"})
  void aBaselineHasALowerCaseCode(String code) {
    assertRefusedAt(api.put("/v1/baselines/" + code, good), "/code");
  }

  @Test
  void aBaselineNeedsARequirement() {
    assertRefusedAt(api.put(path, Json.with(good, "requirements: []")), "/requirements");
    assertRefusedAt(api.put(path, Json.without(good, "requirements")), "/requirements");
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "0.0001", "1000000000000001"})
  void aRequiredAmountIsAboveNothing(String amount) {
    assertRefusedAt(
        put(line("LAND", "required: {amount: " + amount + ", unit: 'troops'}")),
        "/requirements/0/required/amount");
  }

  @Test
  void aRequiredUnitIsOneOfTheCapability() {
    assertRefusedAt(
            put(line("LAND", "required: {amount: 4, unit: 'brigades'}")),
            "/requirements/0/required/unit")
        .withDetail("did you mean brigade?");
  }

  @Test
  void aRequiredUnitNeedsAnExactFactor() {
    assertRefusedAt(
        put(line("LAND", "required: {amount: 4, unit: 'battalion'}")),
        "/requirements/0/required/unit");

    ObjectNode range =
        Json.with(
            good,
            "planningFactors: [{unit: 'brigade', equals: {low: 3000, high: 5000, unit: 'troops'}}]");
    assertRefusedAt(api.put(path, range), "/requirements/0/required/unit");
  }

  @Test
  void theUnitOfAccountNeedsNoFactor() {
    put(line("LAND", "required: {amount: 20000, unit: 'troops'}")).expecting(201);
  }

  @Test
  void linesOnOneCapabilityThatOverlapAreRefused() {
    assertOverlap("purposes: ['GUARANTEE_FORCE']", "purposes: ['GUARANTEE_FORCE']");
    assertOverlap("purposes: ['GUARANTEE_FORCE']", "purposes: []");
    assertOverlap("places: ['IN_UKRAINE']", "places: ['BLACK_SEA', 'IN_UKRAINE']");
    assertOverlap("purposes: ['GUARANTEE_FORCE']", "places: ['IN_UKRAINE']");
  }

  @Test
  void linesToldApartByPurposeOrPlaceAreTaken() {
    put(line("A", "purposes: ['GUARANTEE_FORCE']")
            + ","
            + line("B", "purposes: ['AID_TO_UKRAINE']"))
        .expecting(201);
    put(line("A", "places: ['IN_UKRAINE']") + "," + line("B", "places: ['BLACK_SEA']"))
        .expecting(200);
  }

  @Test
  void aCodeStandsOnce() {
    String sea = given.capability("SEA", "'ship'");

    assertRefusedAt(
        put(line("LAND", "") + ",{code: 'LAND', title: 'B', capability: '" + sea + "'}"),
        "/requirements/1/code");
  }

  @Test
  void aVersionIsAWholeNumberOfABaselineThatIs() {
    assertParameterRefused(api.get(path + "?version=x"), "version");
    assertProblem(api.get(path + "s"), 404, "not-found");
  }

  private void assertOverlap(String value, String other) {
    assertRefusedAt(put(line("AA", value) + "," + line("BB", other)), "/requirements/1")
        .withDetail("AA");
  }

  private Answer put(String requirements) {
    return api.put(path, HttpFixtures.baselineBody(requirements));
  }

  private String line(String code, String fields) {
    return "{code: '"
        + (code.length() == 1 ? code + code : code)
        + "', title: 'A', capability: '"
        + land
        + "'"
        + (fields.isEmpty() ? "" : ", " + fields)
        + "}";
  }
}
