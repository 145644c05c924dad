package org.alliedregistry.api.reference;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ExchangeRatesResourceTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private final String unit = given.name("coin");
  private final String path = "/v1/exchange-rates/" + unit;
  private final ObjectNode good =
      Json.object(
          "in: 'USD', source: {title: 'Rates'}, rates: ["
              + "{from: '2026-01-01', rate: 1.123456789012},"
              + " {from: '2026-02-01', rate: 2, source: {title: 'Other rates'}}]");

  @Test
  void newRatesAreAnsweredAsTheyAreReadAtTheirAddress() {
    Answer created = api.put(path, good).expecting(201);

    assertThat(created.header("Location")).endsWith(path);
    assertThat(api.get(path).json()).isEqualTo(created.json());
    JsonNode rates = created.json().get("rates");
    assertThat(rates.at("/0/rate").decimalValue()).isEqualTo(new BigDecimal("1.123456789012"));
    assertThat(rates.at("/0/source").isNull()).isTrue();
    assertThat(rates.at("/1/source/title").asText()).isEqualTo("Other rates");
  }

  @Test
  void changeOfRatesNamesTheVersionThatItReplaces() {
    api.put(path, good).expecting(201);
    ObjectNode next = Json.with(good, "rates: [{from: '2026-03-01', rate: 3}]");

    assertProblem(api.send("PUT", path, next.toString()), 428, "precondition-required");
  }

  @Test
  void bundledRatesAreThere() {
    JsonNode euro = api.get("/v1/exchange-rates/EUR").json();

    assertThat(euro.get("in").asText()).isEqualTo("USD");
    assertThat(euro.get("rates")).hasSize(54);
    assertProblem(api.get("/v1/exchange-rates/EURO"), 404, "not-found").withDetail("EUR");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "in: 'USDD'; /in",
        "in: null; /in",
        "source: null; /source",
        "rates: []; /rates",
        "rates: [{from: '2026-01-01', rate: 0}]; /rates/0/rate",
        "rates: [{from: '2026-01-01', rate: 0.0000000000001}]; /rates/0/rate",
        "rates: [{from: '2026-01-01'}]; /rates/0/rate",
        "rates: [{from: '1900-01-01', rate: 1}]; /rates/0/from",
        "rates: [{from: '2026-02-01', rate: 1}, {from: '2026-02-01', rate: 2}]; /rates/1/from",
        "unit: 'other'; /unit"
      })
  void faultIsRefusedWhereItIs(String fields, String pointer) {
    assertRefusedAt(api.put(path, Json.with(good, fields)), pointer);
  }

  @Test
  void tooManyRatesAreRefused() {
    ObjectNode many = good.deepCopy();
    for (int i = 0; i < 1_500; i++) {
      many.withArray("rates").add(good.at("/rates/0"));
    }

    assertRefusedAt(api.put(path, many), "/rates");
  }

  @Test
  void earlierAnswersKeepTheRatesOfTheirTime() {
    String dollar = given.name("dollar");
    String capability = given.capability("FUND", "'" + dollar + "', '" + unit + "'");
    ObjectNode rates = Json.with(good, "in: '" + dollar + "'");
    api.put(path, rates).expecting(201);
    String baseline = given.baseline(requiring(capability, dollar));
    String before = pledgedAt(capability);
    api.put(path, Json.with(rates, "rates: [{from: '2026-02-01', rate: 3}]")).expecting(200);
    String after = pledgedAt(given.capability("OTHER", "'" + unit + "'"));

    String question = "/v1/coverage?validAt=2026-03-01&baseline=" + baseline;
    assertThat(low(question)).isEqualTo(30);
    assertThat(low(question + "&knownAt=" + before)).isEqualTo(20);
    JsonNode step =
        api.get(
                "/v1/coverage/changes?validAt=2026-03-01&from="
                    + before
                    + "&to="
                    + after
                    + "&baseline="
                    + baseline)
            .json()
            .at("/requirements/0/steps/0");
    assertThat(step.get("kind").asText()).isEqualTo("EXCHANGE_RATES");
    assertThat(step.get("unit").asText()).isEqualTo(unit);
  }

  /** Pledges ten of the unit; the instant at which that was recorded. */
  private String pledgedAt(String capability) {
    String pledge =
        given.pledge(
            "FRA",
            capability,
            "amount: {low: 10, high: 10, unit: '"
                + unit
                + "'}, position: 'PLEDGED', saidOn: '2026-02-01'");
    return api.get("/v1/pledges/" + pledge + "/statements")
        .json()
        .at("/items/0/recordedAt")
        .asText();
  }

  private static String requiring(String capability, String dollar) {
    return "{code: 'FUND', title: 'Money', capability: '"
        + capability
        + "', required: {amount: 100, unit: '"
        + dollar
        + "'}}";
  }

  private int low(String question) {
    return api.get(question).json().at("/requirements/0/counted/low").asInt();
  }
}
