package org.alliedregistry.api.pledge;

import static org.alliedregistry.support.ProblemAssert.assertParameterRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each filter of the list of pledges, alone and with others. */
@QuarkusTest
class PledgeFiltersTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private String land = "";
  private String sea = "";
  private String vote = "";
  private String est = "";
  private String joint = "";
  private String ship = "";

  @BeforeEach
  void threePledges() {
    land = given.land();
    sea = given.capability("SEA", "'ship'");
    vote = given.condition("VOTE");
    est =
        given.pledge(
            Json.with(
                HttpFixtures.pledgeBody(
                    "EST",
                    land,
                    "position: 'PLEDGED', wording: 'Up to a COMPANY', conditions: ['"
                        + vote
                        + "'], note: 'said in the Riigikogu'"),
                "reference: '" + given.name("est") + "', title: 'Combat unit'"));
    joint =
        given.pledge(
            "LVA,EST",
            land,
            "position: 'CONSIDERING', amount: {low: 5, unit: 'troops'}, committed: {all: true}");
    ship =
        given.pledge(
            Json.with(
                HttpFixtures.pledgeBody("GBR", sea, "position: 'DECLINED'"),
                "purpose: 'AID_TO_UKRAINE', title: '100% Ö_x'"));
  }

  @Test
  void byAlly() {
    assertFound("&ally=EST", est, joint);
    assertFound("&ally=LVA", joint);
    assertFound("&ally=LVA,GBR", joint, ship);
    assertFound("&ally=SWE");
  }

  @Test
  void byCapability() {
    assertThat(found("/v1/pledges?capability=" + land)).containsExactlyInAnyOrder(est, joint);
    assertThat(found("/v1/pledges?capability=" + sea)).containsExactly(ship);
  }

  @Test
  void byPurpose() {
    assertFound("&purpose=GUARANTEE_FORCE", est, joint);
    assertFound("&purpose=AID_TO_UKRAINE", ship);
    assertFound("&purpose=AID_TO_UKRAINE,GUARANTEE_FORCE", est, joint, ship);
    assertFound("&purpose=FORCE_PREPARATION");
  }

  @Test
  void byPosition() {
    assertFound("&position=PLEDGED", est);
    assertFound("&position=CONSIDERING", joint);
    assertFound("&position=DECLINED,PLEDGED", est, ship);
    assertFound("&position=WITHDRAWN");
  }

  @Test
  void byALowestRung() {
    assertFound("&rung=CONSIDERING", est, joint);
    assertFound("&rung=PLEDGED", est, joint);
    assertFound("&rung=COMMITTED", joint);
    assertFound("&rung=ALLOCATED");
  }

  @Test
  void byCondition() {
    assertFound("&condition=" + vote, est);
    assertFound("&condition=" + vote + ",AFTER_CEASEFIRE", est);
    assertFound("&condition=AFTER_CEASEFIRE");

    given.addStatement(est, "lifts: ['" + vote + "']");
    assertFound("&condition=" + vote);
  }

  @Test
  void byReference() {
    assertFound("&reference=" + given.name("est"), est);
    assertFound("&reference=" + given.name("est") + ",nobody-has-this", est);
    assertFound("&reference=nobody-has-this");
  }

  @Test
  void byWordsInTheTitleAndTheTextsOfAStatement() {
    assertFound("&q=combat", est);
    assertFound("&q=a%20company", est);
    assertFound("&q=RIIGIKOGU", est);
    assertFound("&q=of+a+test", joint);
    assertFound("&q=company+combat", est);
    assertFound("&q=ministry", est, joint, ship);
    assertFound("&q=o_+100%25", ship);
    assertFound("&q=company+100%25");
    assertFound("&q=100%25", ship);
    assertFound("&q=%C3%B6_", ship);
    assertFound("&q=.*");
  }

  @Test
  void allWordsAreOfOneStatement() {
    given.addStatement(est, "wording: 'two tanks', speaker: 'Ms Müller'");

    assertFound("&q=muller+tanks+unit", est);
    assertFound("&q=muller+riigikogu");
  }

  @Test
  void textOfAStatementThatWasCorrectedIsNotFound() {
    given.addStatement(
        est,
        "position: 'PLEDGED', wording: 'two companies', corrects: '"
            + given.firstStatement(est)
            + "'");

    assertFound("&q=up%20to%20a%20company");
    assertFound("&q=two%20companies", est);
  }

  @Test
  void togetherTheyNarrow() {
    assertFound("&ally=EST&position=CONSIDERING", joint);
    assertFound("&ally=EST&purpose=AID_TO_UKRAINE");
    assertFound("&ally=EST&position=PLEDGED&rung=PLEDGED&condition=" + vote + "&q=combat", est);
  }

  @Test
  void asOfADayAndAGradeTheTermsAreThoseOfThen() {
    given.addStatement(est, "saidOn: '2026-03-01', position: 'WITHDRAWN'");

    assertFound("&validAt=2026-02-28&position=PLEDGED", est);
    assertFound("&validAt=2026-03-01&position=PLEDGED");
    assertFound("&validAt=2026-03-01&position=WITHDRAWN", est);
  }

  @Test
  void aPledgeOfALaterDayHasNoPositionYet() {
    String later =
        given.pledge("SWE", land, "saidOn: '2026-03-01', position: 'PLEDGED', wording: 'later'");

    assertFound("&ally=SWE&validAt=2026-03-01", later);
    assertFound("&ally=SWE&validAt=2026-02-28&position=PLEDGED");
  }

  @Test
  void sortedByAlliesThenCapabilityThenAge() {
    String second = given.pledge("EST", land, "position: 'PLEDGED'");
    String atSea = given.pledge("EST", sea, "position: 'PLEDGED'");

    assertThat(found("/v1/pledges?capability=" + sea + "," + land))
        .containsExactly(est, second, atSea, joint, ship);
  }

  @ParameterizedTest
  @CsvSource({
    "ally=NOPE, ally",
    "capability=NOPE, capability",
    "purpose=NOPE, purpose",
    "position=pledged, position",
    "rung=NOPE, rung",
    "condition=NOPE, condition",
    "baseline=nope, baseline",
    "'rung=COMMITTED,PLEDGED', rung",
    "sort=id, sort",
    "sort=-, sort",
    "status=DONE, status",
    "place=KYIV, place",
    "disputed=1, disputed",
    "financed=yes, financed",
    "saidBefore=soon, saidBefore",
    "expiresBefore=2026-02-30, expiresBefore"
  })
  void anUnknownCodeIsRefused(String query, String parameter) {
    assertParameterRefused(api.get("/v1/pledges?" + query), parameter);
  }

  private void assertFound(String filters, String... pledges) {
    assertThat(found("/v1/pledges?capability=" + land + "," + sea + filters))
        .as(filters)
        .containsExactlyInAnyOrder(pledges);
  }

  private List<String> found(String path) {
    return Json.texts(api.get(path).expecting(200).json().get("items"), "id");
  }
}
