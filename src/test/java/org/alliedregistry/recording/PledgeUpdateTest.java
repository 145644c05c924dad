package org.alliedregistry.recording;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.alliedregistry.support.ProblemAssert.assertRefusedAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.ProblemAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** New versions of what of a pledge has versions, and what a part must not be. */
@QuarkusTest
class PledgeUpdateTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private String land = "";
  private String pledge = "";

  @BeforeEach
  void aJointPledge() {
    land = given.land();
    pledge = given.pledge("EST,LVA", land, "position: 'PLEDGED'");
  }

  @Test
  void aNewVersionChangesTitleSharesFinancingReferenceAndWhole() {
    String whole = given.pledge("LTU", land, "position: 'PLEDGED'");
    JsonNode changed =
        put("title: 'B', shares: {EST: 2, LVA: 1.5}, financedBy: ['NOR'], reference: '"
                + given.name("r")
                + "', partOf: '"
                + whole
                + "'")
            .expecting(200)
            .json();

    assertThat(changed.get("title").asText()).isEqualTo("B");
    assertThat(changed.at("/shares/LVA").decimalValue()).isEqualByComparingTo("1.5");
    assertThat(changed.at("/financedBy/0").asText()).isEqualTo("NOR");
    assertThat(changed.get("reference").asText()).isEqualTo(given.name("r"));
    assertThat(changed.get("partOf").asText()).isEqualTo(whole);
    assertThat(api.get("/v1/pledges/" + pledge).json()).isEqualTo(changed);
  }

  @Test
  void whatIsLeftOutOfANewVersionIsNone() {
    put("title: 'B', financedBy: ['NOR']").expecting(200);
    JsonNode changed = put("title: 'C'").expecting(200).json();

    assertThat(changed.get("financedBy")).isEmpty();
    assertThat(changed.get("reference").isNull()).isTrue();
  }

  @Test
  void aVersionThatChangesNothingRecordsNothing() {
    put("title: 'B', shares: {EST: 2, LVA: 1}").expecting(200);
    String before = revision();
    put("title: 'B', shares: {LVA: 1.0, EST: 2e0}").expecting(200);

    assertThat(revision()).isEqualTo(before);
  }

  @Test
  void whoWhatAndWhatForNeverChange() {
    assertRefusedAt(
        put("title: 'B', allies: ['LTU'], capability: 'SEA', purpose: 'AID_TO_UKRAINE'"),
        "/allies",
        "/capability",
        "/purpose");
  }

  @Test
  void whatNeverChangesIsSaidToAndWhereAnotherGoes() {
    for (String field : new String[] {"allies: []", "capability: 'A'", "purpose: 'B'"}) {
      refusedOf(field).withDetail("cannot be changed", "Open another pledge");
    }
    for (String field : new String[] {"statement: {}", "position: 'DECLINED'", "amount: null"}) {
      refusedOf(field).withDetail("Add a statement to the pledge");
    }
    for (String field : new String[] {"id: 'a'", "terms: {}", "void: false", "recordedBy: 'a'"}) {
      refusedOf(field).withDetail("by the registry", "Leave it out");
    }
    refusedOf("titel: 'C'").withDetail("is not a field of this object; did you mean title?");
  }

  private ProblemAssert refusedOf(String field) {
    return assertRefusedAt(
        put("title: 'B', " + field), "/" + field.substring(0, field.indexOf(':')));
  }

  @Test
  void soIsWhatStandsInTheWrongPartOfANewPledge() {
    String pledges = "/v1/pledges";
    ObjectNode sound = HttpFixtures.pledgeBody("EST", land, "position: 'PLEDGED'");
    assertRefusedAt(api.post(pledges, Json.with(sound, "amount: {}, id: 'a'")), "/amount", "/id")
        .withDetail("is a field of statement", "by the registry");
    assertRefusedAt(
            api.post(
                pledges + "/" + pledge + "/statements",
                HttpFixtures.statementBody("place: 'ELSEWHERE', title: 'A', id: 'a'")),
            "/title",
            "/id")
        .withDetail("is a field of the pledge", "by the registry");
  }

  @Test
  void soIsWhatTheRegistryTellsOfOtherThings() {
    JsonNode history = api.get("/v1/baselines/steel-hedgehog").json();
    assertRefusedAt(api.put("/v1/baselines/steel-hedgehog", history), "/version", "/recordedAt")
        .withDetail("by the registry");
    String condition = "/v1/conditions/" + given.condition("VOTE");
    assertRefusedAt(api.put(condition, api.get(condition).json()), "/state", "/byAlly")
        .withDetail("Add a statement to the condition");
    assertRefusedAt(
            api.post(
                condition + "/statements",
                HttpFixtures.statementBody("state: 'MET', condition: 'A'")),
            "/condition")
        .withDetail("by the registry");
  }

  @Test
  void aVersionNeedsATitle() {
    assertRefusedAt(put(""), "/title");
  }

  @Test
  void aReferenceOfAnotherPledgeIsTaken() {
    given.pledge(
        Json.with(
            HttpFixtures.pledgeBody("LTU", land, "position: 'PLEDGED'"),
            "reference: '" + given.name("taken") + "'"));

    assertProblem(
        put("title: 'B', reference: '" + given.name("taken") + "'"), 409, "reference-taken");
  }

  @Test
  void aPartOfAPartIsRefused() {
    String whole = given.pledge("LTU", land, "position: 'PLEDGED'");
    put("title: 'B', partOf: '" + whole + "'").expecting(200);

    assertRefusedAt(openingPartOf(pledge, land, "GUARANTEE_FORCE"), "/partOf");
  }

  @Test
  void aWholeWithPartsDoesNotBecomeAPart() {
    openingPartOf(pledge, land, "GUARANTEE_FORCE").expecting(201);
    String whole = given.pledge("LTU", land, "position: 'PLEDGED'");

    assertRefusedAt(put("title: 'B', partOf: '" + whole + "'"), "/partOf");
  }

  @Test
  void nothingIsAPartOfItself() {
    assertRefusedAt(put("title: 'B', partOf: '" + pledge + "'"), "/partOf");
  }

  @Test
  void aPartIsOfTheSameCapabilityAndPurpose() {
    String sea = given.capability("SEA", "'ship', 'troops'");

    assertRefusedAt(openingPartOf(pledge, sea, "GUARANTEE_FORCE"), "/partOf");
    assertRefusedAt(openingPartOf(pledge, land, "AID_TO_UKRAINE"), "/partOf");
    openingPartOf(pledge, land, "GUARANTEE_FORCE").expecting(201);
  }

  @Test
  void aPartIsOfAPledgeThatIs() {
    assertRefusedAt(openingPartOf("nope", land, "GUARANTEE_FORCE"), "/partOf");
  }

  private Answer openingPartOf(String whole, String capability, String purpose) {
    return api.post(
        "/v1/pledges",
        Json.with(
            HttpFixtures.pledgeBody("FIN", capability, "position: 'PLEDGED'"),
            "partOf: '" + whole + "', purpose: '" + purpose + "'"));
  }

  private Answer put(String fields) {
    return api.put("/v1/pledges/" + pledge, Json.object(fields));
  }

  private String revision() {
    return api.get("/v1/coverage").json().get("revision").asText();
  }
}
