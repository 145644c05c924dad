package org.alliedregistry.api.statement;

import static org.alliedregistry.support.ProblemAssert.assertParameterRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.Callers;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything said across pledges: the rows, each filter, the order and the pages. */
@QuarkusTest
class StatementListResourceTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private String land = "";
  private String sea = "";
  private String joint = "";
  private String ship = "";
  private String first = "";
  private String second = "";
  private String ofShip = "";

  @BeforeEach
  void twoPledgesAndThreeStatements() {
    land = given.land();
    sea = given.capability("SEA", "'ship'");
    joint =
        given.pledge(
            Json.with(
                HttpFixtures.pledgeBody(
                    "LVA,EST",
                    land,
                    "position: 'CONSIDERING', saidOn: '2026-01-05', speaker: 'Āris Bērziņš, Minister"
                        + " of Defence', note: 'Said in Rīga'"),
                "title: 'Combat unit', financedBy: ['NOR'], programme: 'PURL'"));
    first = given.firstStatement(joint);
    ofShip = firstOfShip();
    second =
        given.addStatement(
            joint,
            "saidOn: '2026-02-01', position: 'PLEDGED', wording: 'one company',"
                + " speaker: 'Prime Minister'");
  }

  private String firstOfShip() {
    ObjectNode body =
        HttpFixtures.pledgeBody(
            "GBR",
            sea,
            "position: 'PLEDGED', saidOn: '2026-01-20', source: {title: 'On the Black Sea',"
                + " publisher: 'Café de la Paix'}");
    ship = given.pledge(Json.with(body, "purpose: 'AID_TO_UKRAINE', title: 'Minehunter'"));
    return given.firstStatement(ship);
  }

  private List<String> found(String filters) {
    return Json.texts(items(filters), "id");
  }

  private JsonNode items(String filters) {
    return api.get("/v1/statements?capability=" + land + "," + sea + filters)
        .expecting(200)
        .json()
        .get("items");
  }

  @Test
  void aRowIsTheStatementAsItsPledgeShowsItAndTheIdentityOfThePledge() {
    ObjectNode row = (ObjectNode) items("&position=PLEDGED&ally=EST").get(0);
    JsonNode own = api.get("/v1/pledges/" + joint + "/statements/" + second).json();

    assertThat(row.get("allies")).isEqualTo(Json.read("[\"LVA\",\"EST\"]"));
    assertThat(row.get("capability").asText()).isEqualTo(land);
    assertThat(row.get("purpose").asText()).isEqualTo("GUARANTEE_FORCE");
    assertThat(row.get("title").asText()).isEqualTo("Combat unit");
    assertThat(row.get("supersededBy").isNull()).isTrue();
    assertThat(Json.without(row, "allies", "capability", "purpose", "title", "supersededBy"))
        .isEqualTo(own);
  }

  @Test
  void newestFirstAndInOtherOrders() {
    assertThat(found("")).containsExactly(second, ofShip, first);
    assertThat(found("&sort=-saidOn")).containsExactly(second, ofShip, first);
    assertThat(found("&sort=saidOn")).containsExactly(first, ofShip, second);
    assertThat(found("&sort=recordedAt")).containsExactly(first, ofShip, second);
    assertThat(found("&sort=-recordedAt")).containsExactly(second, ofShip, first);
  }

  @Test
  void ofOneDayTheOneRecordedLastIsTheNewest() {
    String third = given.addStatement(ship, "saidOn: '2026-02-01', wording: 'two ships'");

    assertThat(found("")).containsExactly(third, second, ofShip, first);
    assertThat(found("&sort=saidOn")).containsExactly(first, ofShip, second, third);
  }

  @Test
  void byPledge() {
    assertThat(found("&ally=GBR")).containsExactly(ofShip);
    assertThat(found("&ally=EST,GBR")).containsExactly(second, ofShip, first);
    assertThat(found("&ally=NOR")).isEmpty();
    assertThat(found("&ally=NOR&role=PAYER")).containsExactly(second, first);
    assertThat(found("&purpose=AID_TO_UKRAINE")).containsExactly(ofShip);
    assertThat(found("&programme=PURL")).containsExactly(second, first);
    assertThat(Json.texts(api.get("/v1/statements?capability=" + sea).json().get("items"), "id"))
        .containsExactly(ofShip);
  }

  @Test
  void byWhatWasSaidAndWhen() {
    assertThat(found("&position=CONSIDERING")).containsExactly(first);
    assertThat(found("&position=PLEDGED,CONSIDERING")).containsExactly(second, ofShip, first);
    assertThat(found("&saidFrom=2026-01-20")).containsExactly(second, ofShip);
    assertThat(found("&saidTo=2026-01-20")).containsExactly(ofShip, first);
    assertThat(found("&saidFrom=2026-01-06&saidTo=2026-01-31")).containsExactly(ofShip);
    assertThat(found("&validAt=2026-01-31")).containsExactly(ofShip, first);
    assertThat(found("&validAt=2026-01-31&saidTo=2026-01-10")).containsExactly(first);
  }

  @Test
  void bySideAndEvidence() {
    String received =
        given.addStatement(ship, "saidOn: '2026-03-01', side: 'RECIPIENT', inPlace: {all: true}");
    String heard =
        given.addStatement(ship, "saidOn: '2026-03-02', evidence: 'REPORTED', wording: 'soon'");

    assertThat(found("&side=RECIPIENT")).containsExactly(received);
    assertThat(found("&side=DONOR")).containsExactly(second, ofShip, first);
    assertThat(found("&evidence=REPORTED")).containsExactly(heard, received, second, ofShip, first);
    assertThat(found("&evidence=OFFICIAL")).containsExactly(received, second, ofShip, first);
  }

  @Test
  void byTheTimeOfRecording() {
    String at = items("&position=CONSIDERING").get(0).get("recordedAt").asText();
    String later = items("&ally=GBR").get(0).get("recordedAt").asText();

    assertThat(found("&recordedTo=" + at)).containsExactly(first);
    assertThat(found("&recordedFrom=" + later)).containsExactly(second, ofShip);
    assertThat(found("&recordedFrom=" + at + "&recordedTo=" + at)).containsExactly(first);
    String second = at.substring(0, 19) + "Z";
    assertThat(found("&recordedFrom=" + second + "&recordedTo=" + second)).contains(first);
    assertThat(found("&knownAt=" + at)).containsExactly(first);
  }

  @Test
  void bySpeakerWhateverTheCaseAndTheAccents() {
    assertThat(found("&speaker=berzins%20aris")).containsExactly(first);
    assertThat(found("&speaker=MINISTER")).containsExactly(second, first);
    assertThat(found("&speaker=Riga")).isEmpty();
  }

  @Test
  void byWordsOfTheTextsOfOneStatementAndItsPledge() {
    assertThat(found("&q=combat%20COMPANY")).containsExactly(second);
    assertThat(found("&q=riga%20unit")).containsExactly(first);
    assertThat(found("&q=riga%20company")).isEmpty();
    assertThat(found("&q=berzins")).containsExactly(first);
    assertThat(found("&q=cafe")).containsExactly(ofShip);
    assertThat(found("&q=black%20minehunter")).containsExactly(ofShip);
  }

  @Test
  void whatWasCorrectedNamesItsCorrectionAndCanBeLeftOut() {
    String correction =
        given.addStatement(joint, "corrects: '" + first + "', position: 'CONSIDERING'");

    JsonNode all = items("&ally=EST");
    assertThat(Json.texts(all, "id")).containsExactlyInAnyOrder(correction, second, first);
    for (JsonNode row : all) {
      assertThat(row.get("supersededBy").asText(null))
          .isEqualTo(row.get("id").asText().equals(first) ? correction : null);
    }
    assertThat(found("&ally=EST&supersededBy=false")).containsExactlyInAnyOrder(second, correction);
    assertThat(found("&ally=EST&supersededBy=true")).containsExactly(first);
  }

  @Test
  void pagesAreOneWalkInTheOrderAskedFor() {
    for (String sort : List.of("saidOn", "-saidOn", "recordedAt", "-recordedAt")) {
      List<String> walked = new ArrayList<>();
      String next = "/v1/statements?limit=1&capability=" + land + "," + sea + "&sort=" + sort;
      String added = null;
      while (!next.isEmpty()) {
        JsonNode page = api.get(next).expecting(200).json();
        walked.addAll(Json.texts(page.get("items"), "id"));
        next = page.get("next").asText("");
        added =
            added == null ? given.addStatement(ship, "saidOn: '2020-01-01', wording: 'x'") : added;
      }
      assertThat(walked).as(sort).doesNotContain(added).contains(first, ofShip, second);
      assertThat(walked)
          .as(sort)
          .isEqualTo(found("&sort=" + sort).stream().filter(walked::contains).toList());
    }
  }

  @Test
  void aCursorBelongsToItsOrder() {
    String next =
        api.get("/v1/statements?limit=1&capability=" + land + "," + sea + "&sort=saidOn")
            .json()
            .get("next")
            .asText();

    assertParameterRefused(api.get(next.replace("sort=saidOn", "sort=recordedAt")), "cursor");
  }

  @Test
  void whatACallerMayNotSeeIsNotThere() {
    String hidden =
        given.addStatement(
            ship,
            "saidOn: '2026-03-01', position: 'DECLINED', releasability: 'ALLIES_ONLY', corrects: '"
                + ofShip
                + "'");
    Callers callers = new Callers(api);
    String path = "/v1/statements?capability=" + sea;

    JsonNode rows = callers.everybody().get(path).expecting(200).json().get("items");
    assertThat(Json.texts(rows, "id")).containsExactly(ofShip);
    assertThat(rows.get(0).get("supersededBy").isNull()).isTrue();
    assertThat(Json.texts(callers.delegate("GBR").get(path).json().get("items"), "id"))
        .containsExactly(hidden, ofShip);
    assertThat(Json.texts(api.get(path + "&audience=PUBLIC").json().get("items"), "id"))
        .containsExactly(ofShip);
  }

  @Test
  void aTableHasTheColumnsOfAStatementAndOfItsPledge() {
    String csv =
        api.get("/v1/statements?format=csv&capability=" + land + "," + sea).expecting(200).text();

    assertThat(csv.lines().findFirst().orElseThrow())
        .contains("allies,capability,purpose,title,id,pledge,", ",source.title,", "supersededBy");
    assertThat(csv.lines().skip(1).toList()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "sort=title, sort",
    "sort=--saidOn, sort",
    "sort=SAIDON, sort",
    "ally=NOPE, ally",
    "capability=NOPE, capability",
    "programme=NOPE, programme",
    "purpose=NOPE, purpose",
    "position=pledged, position",
    "side=BOTH, side",
    "evidence=RUMOUR, evidence",
    "role=NOBODY, role",
    "saidFrom=2026-02-30, saidFrom",
    "saidFrom=2026-02-02&saidTo=2026-02-01, saidTo",
    "recordedFrom=yesterday, recordedFrom",
    "recordedFrom=2026-02-02T00:00:00Z&recordedTo=2026-02-01T00:00:00Z, recordedTo",
    "supersededBy=no, supersededBy"
  })
  void whatIsNotUnderstoodIsRefused(String query, String parameter) {
    assertParameterRefused(api.get("/v1/statements?" + query), parameter);
  }

  @Test
  void anUnknownOrderNamesThoseThatThereAre() {
    assertParameterRefused(api.get("/v1/statements?sort=title"), "sort")
        .withDetail("recordedAt, saidOn");
  }
}
