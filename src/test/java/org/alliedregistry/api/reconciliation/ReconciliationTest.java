package org.alliedregistry.api.reconciliation;

import static org.alliedregistry.support.ProblemAssert.assertParameterRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.Callers;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What donor and recipient say of the same, across pledges. */
@QuarkusTest
class ReconciliationTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private String land = "";

  @BeforeEach
  void capability() {
    land = given.land();
  }

  private String pledge(String ally) {
    return given.pledge(
        ally, land, "position: 'PLEDGED', amount: {low: 19, high: 19, unit: 'troops'}");
  }

  private String say(String pledge, String day, String fields) {
    return api.post(
            "/v1/pledges/" + pledge + "/statements",
            Json.object(
                "saidOn: '"
                    + day
                    + "', evidence: 'OFFICIAL', source: {title: 'Minutes'}, speaker: 'Minister', "
                    + fields))
        .expecting(201)
        .json()
        .get("id")
        .asText();
  }

  private static String troops(int amount) {
    return "{low: " + amount + ", high: " + amount + ", unit: 'troops'}";
  }

  private JsonNode items(ApiClient caller, String query) {
    return caller
        .get("/v1/reconciliation?evidence=SPECULATIVE&capability=" + land + query)
        .expecting(200)
        .json()
        .get("items");
  }

  @Test
  void eachFieldOfWhichBothSpeakIsAnItemWithBothWords() {
    String pledge = pledge("EST");
    String donor =
        say(pledge, "2026-01-10", "committed: " + troops(19) + ", inPlace: " + troops(19));
    String recipient =
        say(
            pledge,
            "2026-01-12",
            "side: 'RECIPIENT', committed: " + troops(19) + ", inPlace: " + troops(12));

    JsonNode items = items(api, "");
    assertThat(Json.texts(items, "field")).containsExactly("committed", "inPlace");
    JsonNode same = items.get(0);
    assertThat(same.get("differs").asBoolean()).isFalse();
    assertThat(same.get("difference")).isEqualTo(Json.object("low: 0, high: 0"));
    JsonNode item = items.get(1);
    assertThat(item.get("pledge").asText()).isEqualTo(pledge);
    assertThat(item.get("unit").asText()).isEqualTo("troops");
    assertThat(item.get("differs").asBoolean()).isTrue();
    assertThat(item.get("difference")).isEqualTo(Json.object("low: 7, high: 7"));
    assertThat(item.get("counted")).isEqualTo(Json.object("low: 12, high: 19"));
    assertThat(item.at("/donor/statement").asText()).isEqualTo(donor);
    assertThat(item.at("/recipient/statement").asText()).isEqualTo(recipient);
    assertThat(item.at("/recipient/saidOn").asText()).isEqualTo("2026-01-12");
    assertThat(item.at("/recipient/speaker").asText()).isEqualTo("Minister");
    assertThat(item.at("/recipient/said/low").asInt()).isEqualTo(12);
  }

  @Test
  void pledgeOfWhichOneSideSpeaksIsNoItem() {
    say(pledge("EST"), "2026-01-10", "inPlace: " + troops(19));
    say(pledge("LVA"), "2026-01-10", "side: 'RECIPIENT', inPlace: " + troops(19));

    assertThat(items(api, "")).isEmpty();
  }

  @Test
  void itemsAreFilteredAndPaged() {
    for (String ally : List.of("EST", "LVA")) {
      String pledge = pledge(ally);
      say(pledge, "2026-01-10", "inPlace: " + troops(19));
      say(pledge, "2026-01-12", "side: 'RECIPIENT', inPlace: " + troops(12));
    }

    assertThat(items(api, "")).hasSize(2);
    assertThat(Json.texts(items(api, "&ally=LVA").at("/0/allies"))).containsExactly("LVA");
    assertThat(items(api, "&purpose=COMPETING_COMMITMENT")).isEmpty();
    assertThat(items(api, "&role=PAYER&ally=LVA")).isEmpty();
    assertThat(items(api, "&validAt=2026-01-11")).isEmpty();
    JsonNode first = api.get("/v1/reconciliation?limit=1&capability=" + land).json();
    JsonNode second = api.get(first.get("next").asText()).expecting(200).json();
    assertThat(second.at("/items/0/pledge")).isNotEqualTo(first.at("/items/0/pledge"));
    assertThat(second.get("next").isNull()).isTrue();
    assertParameterRefused(api.get("/v1/reconciliation?ally=XXX"), "ally");
  }

  @Test
  void wordThatTheCallerMayNotSeeMakesNoItem() {
    String pledge = pledge("EST");
    say(pledge, "2026-01-10", "inPlace: " + troops(19));
    say(
        pledge,
        "2026-01-12",
        "side: 'RECIPIENT', releasability: 'ALLIES_ONLY', inPlace: " + troops(12));
    Callers callers = new Callers(api);

    assertThat(items(callers.everybody(), "")).isEmpty();
    assertThat(items(callers.delegate("LVA"), "")).isEmpty();
    assertThat(items(callers.delegate("EST"), "")).hasSize(1);
  }
}
