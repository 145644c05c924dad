package org.alliedregistry.api.pledge;

import static org.alliedregistry.support.ProblemAssert.assertParameterRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The order of the list of pledges, and its filters by how a pledge stands. */
@QuarkusTest
class PledgeSortTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private String land = "";
  private String est = "";
  private String fin = "";
  private String swe = "";

  @BeforeEach
  void threePledges() {
    land = given.land();
    swe =
        pledge(
            "SWE",
            "title: 'A battalion', financedBy: ['NOR']",
            "position: 'CONSIDERING', saidOn: '2026-01-10', place: 'NEIGHBOURING_STATE'");
    est =
        pledge(
            "EST",
            "title: 'C company'",
            "position: 'PLEDGED', saidOn: '2026-01-05', availableUntil: '2026-12-31',"
                + " amount: {high: 5, unit: 'troops'}, committed: {all: true}");
    fin =
        pledge(
            "FIN",
            "title: 'B medics'",
            "position: 'PLEDGED', saidOn: '2026-01-20', availableUntil: '2026-06-30',"
                + " place: 'IN_UKRAINE'");
    given.addStatement(est, "saidOn: '2026-02-01', daysToInPlace: 30");
    given.addStatement(swe, "saidOn: '2026-02-10', evidence: 'REPORTED', position: 'PLEDGED'");
  }

  private String pledge(String ally, String identity, String statement) {
    return given.pledge(Json.with(HttpFixtures.pledgeBody(ally, land, statement), identity));
  }

  private List<String> found(String query) {
    JsonNode page =
        api.get("/v1/pledges?validAt=2026-08-01&capability=" + land + query).expecting(200).json();
    return Json.texts(page.get("items"), "id");
  }

  @Test
  void byEachField() {
    assertThat(found("")).containsExactly(est, fin, swe);
    assertThat(found("&sort=allies")).containsExactly(est, fin, swe);
    assertThat(found("&sort=-allies")).containsExactly(swe, fin, est);
    assertThat(found("&sort=title")).containsExactly(swe, fin, est);
    assertThat(found("&sort=recordedAt")).containsExactly(swe, est, fin);
    assertThat(found("&sort=firstSaidOn")).containsExactly(est, swe, fin);
    assertThat(found("&sort=-lastSaidOn")).containsExactly(est, fin, swe);
    assertThat(found("&sort=-lastSaidOn&evidence=REPORTED")).containsExactly(swe, est, fin);
    assertThat(found("&sort=status")).containsExactly(fin, est, swe);
    assertThat(found("&sort=rung")).containsExactly(swe, fin, est);
    assertThat(found("&sort=position")).containsExactly(est, fin, swe);
  }

  @Test
  void thoseWithoutTheFieldAreLastInBothDirections() {
    assertThat(found("&sort=availableUntil")).containsExactly(fin, est, swe);
    assertThat(found("&sort=-availableUntil")).containsExactly(est, fin, swe);
  }

  @Test
  void thoseThatAreEqualInItAreInTheDefaultOrder() {
    assertThat(found("&sort=purpose")).containsExactly(est, fin, swe);
    assertThat(found("&sort=-purpose")).containsExactly(est, fin, swe);
  }

  @Test
  void pagesKeepTheOrder() {
    List<String> walked = new ArrayList<>();
    String next = "/v1/pledges?limit=1&sort=-title&capability=" + land;
    while (!next.isEmpty()) {
      JsonNode page = api.get(next).expecting(200).json();
      walked.addAll(Json.texts(page.get("items"), "id"));
      next = page.get("next").asText("");
      if (walked.size() == 1) {
        assertParameterRefused(api.get(next.replace("sort=-title", "sort=title")), "cursor");
        pledge("LVA", "title: 'D'", "position: 'PLEDGED'");
      }
    }
    assertThat(walked).containsExactly(est, fin, swe);
  }

  @Test
  void anUnknownFieldNamesThoseThatThereAre() {
    assertParameterRefused(api.get("/v1/pledges?sort=age"), "sort")
        .withDetail("allies, capability, purpose, title, recordedAt, firstSaidOn, lastSaidOn");
  }

  @Test
  void byHowThePledgeStands() {
    assertThat(found("&status=EXPIRED")).containsExactly(fin);
    assertThat(found("&status=EXPIRED,COMMITTED")).containsExactly(est, fin);
    assertThat(found("&place=IN_UKRAINE")).containsExactly(fin);
    assertThat(found("&place=IN_UKRAINE,NEIGHBOURING_STATE")).containsExactly(fin, swe);
    assertThat(found("&expiresBefore=2026-12-31")).containsExactly(fin);
    assertThat(found("&expiresBefore=2027-01-01")).containsExactly(est, fin);
    assertThat(found("&disputed=true")).isEmpty();
    assertThat(found("&disputed=true&evidence=REPORTED")).containsExactly(swe);
    assertThat(found("&disputed=false&evidence=REPORTED")).containsExactly(est, fin);
  }

  @Test
  void byTheDayOfTheLastWord() {
    assertThat(found("&saidBefore=2026-01-20")).containsExactly(swe);
    assertThat(found("&saidBefore=2026-01-21")).containsExactly(fin, swe);
    assertThat(found("&saidAfter=2026-01-20")).containsExactly(est);
    assertThat(found("&saidAfter=2026-01-10&saidBefore=2026-02-01")).containsExactly(fin);
    assertThat(found("&saidAfter=2026-02-01&evidence=REPORTED")).containsExactly(swe);
  }

  @Test
  void byIdAndByWhetherSomebodyPays() {
    assertThat(found("&ids=" + est + "," + swe + ",unknown")).containsExactly(est, swe);
    assertThat(found("&financed=true")).containsExactly(swe);
    assertThat(found("&financed=false")).containsExactly(est, fin);
  }
}
