package org.alliedregistry.recording;

import static org.alliedregistry.support.ProblemAssert.assertRefusedAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a planning factor of a baseline must not be. */
@QuarkusTest
class PlanningFactorTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private String land = "";
  private String account = "";

  @BeforeEach
  void landForcesOfTheirOwnUnits() {
    account = "heads" + given.name("");
    land = given.capability("LAND", "'" + account + "', 'company', 'brigade'");
  }

  @Test
  void aRangeAndAnExactFactorAreReadBack() {
    JsonNode factors =
        put(factor("company", "low: 50, high: 250") + "," + factor("brigade", "amount: 5000"))
            .expecting(201)
            .json()
            .get("planningFactors");

    assertThat(factors.at("/0/equals/low").decimalValue()).isEqualByComparingTo("50");
    assertThat(factors.at("/0/equals/amount").isNull()).isTrue();
    assertThat(factors.at("/1/equals/amount").decimalValue()).isEqualByComparingTo("5000");
    assertThat(factors.at("/1/equals/high").isNull()).isTrue();
  }

  @Test
  void factorsAreNotChained() {
    assertRefusedAt(
        put(
            factor("company", "amount: 100")
                + ",{unit: 'brigade', equals: {amount: 30, unit: 'company'}}"),
        "/planningFactors/1/equals/unit");
  }

  @Test
  void aFactorIsOfAUnitThatIsKnown() {
    assertRefusedAt(put(factor("brigades", "amount: 5000")), "/planningFactors/0/unit")
        .withDetail("did you mean brigade?");
  }

  @Test
  void theUnitOfAccountHasNoFactor() {
    assertRefusedAt(put(factor(account, "amount: 1")), "/planningFactors/0/unit");
  }

  @Test
  void aUnitHasOneFactor() {
    assertRefusedAt(
        put(factor("company", "amount: 100") + "," + factor("company", "low: 50, high: 250")),
        "/planningFactors/1/unit");
  }

  @ParameterizedTest
  @CsvSource({
    "'', /planningFactors/0/equals",
    "'low: 50', /planningFactors/0/equals",
    "'high: 250', /planningFactors/0/equals",
    "'amount: 5, low: 1, high: 9', /planningFactors/0/equals",
    "'amount: 5, low: 1', /planningFactors/0/equals",
    "'low: 250, high: 50', /planningFactors/0/equals/low",
    "'amount: 0', /planningFactors/0/equals/amount",
    "'low: 0, high: 5', /planningFactors/0/equals/low",
    "'amount: 0.0000000000001', /planningFactors/0/equals/amount",
    "'amount: 1e16', /planningFactors/0/equals/amount"
  })
  void aFactorIsExactOrARange(String equals, String pointer) {
    assertRefusedAt(put(factor("company", equals)), pointer);
  }

  @Test
  void aFactorEqualsSomething() {
    assertRefusedAt(put("{unit: 'company'}"), "/planningFactors/0/equals");
    assertRefusedAt(
        put("{equals: {amount: 1, unit: '" + account + "'}}"), "/planningFactors/0/unit");
    assertRefusedAt(
        put("{unit: 'company', equals: {amount: 1}}"), "/planningFactors/0/equals/unit");
  }

  private String factor(String unit, String equals) {
    return "{unit: '"
        + unit
        + "', equals: {"
        + equals
        + (equals.isEmpty() ? "" : ", ")
        + "unit: '"
        + account
        + "'}}";
  }

  private Answer put(String factors) {
    return api.put(
        "/v1/baselines/" + given.name("force"),
        Json.object(
            "title: 'Of a test', source: {title: 'Of a test'}, planningFactors: ["
                + factors
                + "], requirements: [{code: 'LAND', title: 'A', capability: '"
                + land
                + "'}]"));
  }
}
