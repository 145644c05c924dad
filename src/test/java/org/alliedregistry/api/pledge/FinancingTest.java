package org.alliedregistry.api.pledge;

import static org.alliedregistry.support.ProblemAssert.assertParameterRefused;
import static org.alliedregistry.support.ProblemAssert.assertRefusedAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.StreamSupport;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who supplies, who pays, and from what, in every read that names allies. */
@QuarkusTest
class FinancingTest {

  private static final String TWO =
      "position: 'PLEDGED', amount: {low: 2, high: 2, unit: 'troops'}";

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private String land = "";
  private String baseline = "";
  private String paid = "";
  private String paidByTwo = "";
  private String unpaid = "";

  @BeforeEach
  void threePledges() {
    land = given.land();
    baseline = given.fourBrigades(land);
    paid = open("DEU", "financedBy: ['NOR'], programme: 'PURL', origin: 'FROM_STOCK'");
    paidByTwo = open("DNK", "financedBy: ['NOR', 'SWE'], origin: 'NEW_PRODUCTION'");
    unpaid = open("NOR", "programme: null");
  }

  private ObjectNode body(String ally, String fields) {
    return Json.with(HttpFixtures.pledgeBody(ally, land, TWO), fields);
  }

  private String open(String ally, String fields) {
    return given.pledge(body(ally, fields));
  }

  private List<String> found(String query) {
    JsonNode page = api.get("/v1/pledges?capability=" + land + query).expecting(200).json();
    return Json.texts(page.get("items"), "id");
  }

  private JsonNode coverage(String query) {
    return api.get("/v1/coverage?baseline=" + baseline + query).expecting(200).json();
  }

  private String counted(String query) {
    JsonNode counted = coverage(query).at("/requirements/0/counted");
    return counted.get("low") + "-" + counted.get("high");
  }

  @Test
  void pledgesAreListedByRole() {
    assertThat(found("&ally=NOR")).containsExactly(unpaid);
    assertThat(found("&ally=NOR&role=SUPPLIER")).containsExactly(unpaid);
    assertThat(found("&ally=NOR&role=PAYER")).containsExactly(paid, paidByTwo);
    assertThat(found("&ally=NOR&role=ANY")).containsExactly(paid, paidByTwo, unpaid);
    assertThat(found("&role=PAYER")).containsExactly(paid, paidByTwo, unpaid);
  }

  @Test
  void pledgesAreListedByPayerProgrammeAndOrigin() {
    assertThat(found("&financedBy=SWE,EST")).containsExactly(paidByTwo);
    assertThat(found("&programme=PURL")).containsExactly(paid);
    assertThat(found("&origin=NEW_PRODUCTION,FROM_STOCK")).containsExactly(paid, paidByTwo);
    assertThat(found("&financedBy=NOR&origin=NEW_PURCHASE")).isEmpty();
  }

  @Test
  void coverageCountsByRoleAndFilter() {
    assertThat(counted("")).isEqualTo("6-6");
    assertThat(counted("&ally=NOR&role=PAYER")).isEqualTo("2-4");
    assertThat(counted("&ally=NOR&role=ANY")).isEqualTo("4-6");
    assertThat(counted("&without=NOR&role=PAYER")).isEqualTo("2-4");
    assertThat(counted("&programme=PURL")).isEqualTo("2-2");
    assertThat(counted("&financedBy=NOR&origin=NEW_PRODUCTION")).isEqualTo("2-2");
  }

  @Test
  void questionIsEchoed() {
    JsonNode answer =
        coverage("&role=PAYER&financedBy=SWE,NOR&programme=PURL&origin=NEW_PURCHASE,FROM_STOCK");
    assertThat(answer.get("role").asText()).isEqualTo("PAYER");
    assertThat(Json.texts(answer.get("financedBy"))).containsExactly("NOR", "SWE");
    assertThat(Json.texts(answer.get("programme"))).containsExactly("PURL");
    assertThat(Json.texts(answer.get("origin"))).containsExactly("FROM_STOCK", "NEW_PURCHASE");
    assertThat(coverage("").get("role").asText()).isEqualTo("SUPPLIER");
  }

  @Test
  void everyQuestionUnderCoverageKnowsTheRole() {
    String asked = "baseline=" + baseline + "&role=PAYER&ally=NOR";
    String days = "&from=2025-01-01&to=2026-12-31";
    assertThat(last("/v1/coverage/changes?" + asked + days, "steps", "after")).isEqualTo("2-4");
    assertThat(last("/v1/coverage/history?" + asked + days, "segments", "counted"))
        .isEqualTo("2-4");
    assertThat(last("/v1/coverage/timeline?" + asked + days, "segments", "counted"))
        .isEqualTo("0-4");
    JsonNode marginals = api.get("/v1/coverage/marginals?" + asked).expecting(200).json();
    assertThat(Json.texts(marginals.at("/requirements/0/allies"), "ally")).containsExactly("NOR");
  }

  private String last(String path, String list, String amount) {
    JsonNode items = api.get(path).expecting(200).json().at("/requirements/0/" + list);
    JsonNode counted = items.get(items.size() - 1).get(amount);
    return counted.get("low") + "-" + counted.get("high");
  }

  @Test
  void whatIfKeepsRoleAndFilterAndTakesTheFields() {
    JsonNode answer =
        api.post(
                "/v1/coverage/what-if?role=PAYER&ally=SWE&programme=PURL&baseline=" + baseline,
                Json.object("without: ['NOR']")
                    .set(
                        "pledges",
                        Json.object("")
                            .putArray("pledges")
                            .add(body("USA", "financedBy: ['SWE'], programme: 'PURL'"))
                            .add(body("USA", "financedBy: ['SWE'], origin: 'NEW_PURCHASE'"))))
            .expecting(200)
            .json();
    assertThat(answer.at("/before/requirements/0/counted/high").asInt()).isZero();
    assertThat(answer.at("/after/requirements/0/counted/low").asInt()).isEqualTo(2);
    assertThat(answer.at("/after/role").asText()).isEqualTo("PAYER");
    assertThat(Json.texts(answer.at("/after/requirements/0/byPayer/0/allies")))
        .containsExactly("SWE");
  }

  @Test
  void positionsShowWhatAnAllyPaysFor() {
    assertThat(position("NOR", "")).containsExactly(unpaid);
    assertThat(position("NOR", "&role=PAYER")).containsExactly(paid, paidByTwo);
    assertThat(position("NOR", "&role=ANY")).containsExactly(paid, paidByTwo, unpaid);
    assertThat(position("NOR", "&role=PAYER&programme=PURL")).containsExactly(paid);
    assertThat(position("DEU", "&origin=NEW_PURCHASE")).isEmpty();
    JsonNode amounts = onLand("NOR", "&role=PAYER").at("/amounts/PLEDGED");
    assertThat(amounts.get("low").asInt()).isEqualTo(2);
    assertThat(amounts.get("high").asInt()).isEqualTo(4);
  }

  /** Two are promised, and one of the two is named: still two. */
  @Test
  void aWholeOfOneAllyCountsOnceWithItsPartsInItsPosition() {
    String whole = open("LVA", "origin: null");
    String one = "position: 'PLEDGED', amount: {low: 1, high: 1, unit: 'troops'}";
    given.pledge(Json.with(HttpFixtures.pledgeBody("LVA", land, one), "partOf: '" + whole + "'"));

    JsonNode amounts = onLand("LVA", "").at("/amounts/PLEDGED");
    assertThat(amounts.get("low").asInt()).isEqualTo(2);
    assertThat(amounts.get("high").asInt()).isEqualTo(2);
  }

  @Test
  void whoOnlyPaysSpokeOnlyWherePayersAreAskedAbout() {
    String nobody = "CYP";
    open("GRC", "financedBy: ['" + nobody + "']");
    assertThat(spoke(nobody, "")).isFalse();
    assertThat(spoke(nobody, "&role=PAYER")).isTrue();
    assertThat(spoke("GRC", "&programme=PURL")).isTrue();
  }

  private boolean spoke(String ally, String query) {
    return api.get("/v1/positions?ally=" + ally + query)
        .expecting(200)
        .json()
        .at("/items/0/spoke")
        .asBoolean();
  }

  private List<String> position(String ally, String query) {
    return Json.texts(onLand(ally, query).path("pledges"));
  }

  private JsonNode onLand(String ally, String query) {
    JsonNode lines =
        api.get("/v1/positions?baseline=" + baseline + "&ally=" + ally + query)
            .expecting(200)
            .json()
            .at("/items/0/capabilities");
    return StreamSupport.stream(lines.spliterator(), false)
        .filter(line -> line.get("capability").asText().equals(land))
        .findFirst()
        .orElseGet(() -> Json.object("pledges: []"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/pledges?", "/v1/coverage?", "/v1/positions?"})
  void unknownCodesAreRefusedWithTheNearest(String path) {
    assertParameterRefused(
            api.get(path + "role=PAYERS&financedBy=NORR&programme=PURLS&origin=FROM_STOCKS"),
            "role",
            "financedBy",
            "programme",
            "origin")
        .withDetail("PAYER", "NOR", "PURL", "FROM_STOCK");
  }

  @Test
  void fieldsHaveVersions() {
    JsonNode first = api.get("/v1/pledges/" + paid).json();
    assertThat(first.get("programme").asText()).isEqualTo("PURL");
    assertThat(first.get("origin").asText()).isEqualTo("FROM_STOCK");
    String known = api.get("/v1/ledger/head").json().get("recordedAt").asText();

    api.put(
            "/v1/pledges/" + paid,
            Json.object("title: 'Of a test', financedBy: ['NOR'], origin: 'NEW_PURCHASE'"))
        .expecting(200);

    JsonNode second = api.get("/v1/pledges/" + paid).json();
    assertThat(second.get("programme").isNull()).isTrue();
    assertThat(second.get("origin").asText()).isEqualTo("NEW_PURCHASE");
    assertThat(found("&programme=PURL")).isEmpty();
    assertThat(found("&programme=PURL&knownAt=" + known)).containsExactly(paid);
    assertThat(counted("&programme=PURL")).isEqualTo("0-0");
    assertThat(counted("&programme=PURL&knownAt=" + known)).isEqualTo("2-2");
  }

  @Test
  void wrongFieldsAreRefusedTogether() {
    assertRefusedAt(
        api.post("/v1/pledges", body("DEU", "programme: 'PURLS', financedBy: ['NORR']")),
        "/programme",
        "/financedBy/0");
    assertRefusedAt(api.post("/v1/pledges", body("DEU", "origin: 'STOCK'")), "/origin");
    assertRefusedAt(
        api.put("/v1/pledges/" + paid, Json.object("title: 'x', programme: 'NONE'")), "/programme");
  }
}
