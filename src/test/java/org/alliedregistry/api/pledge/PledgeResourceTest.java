package org.alliedregistry.api.pledge;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.alliedregistry.support.ProblemAssert.assertRefusedAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Opens pledges and reads them; what an identity must not be. */
@QuarkusTest
class PledgeResourceTest {

  private static final String EXACTLY =
      "position: 'PLEDGED', amount: {low: 500, high: 500, unit: 'troops'}";

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private String land = "";

  @BeforeEach
  void landForces() {
    land = given.land();
  }

  @Test
  void anOpenedPledgeIsAnsweredAsItIsReadAtItsAddress() {
    Answer answer =
        api.post("/v1/pledges", HttpFixtures.pledgeBody("EST", land, EXACTLY)).expecting(201);

    assertThat(answer.location()).isEqualTo("/v1/pledges/" + answer.json().get("id").asText());
    assertThat(api.get(answer.location()).json()).isEqualTo(answer.json());
  }

  @Test
  void everyFieldIsAnsweredEvenWhereNothingIsKnown() {
    JsonNode pledge = api.get("/v1/pledges/" + given.pledge("EST", land, EXACTLY)).json();

    for (String field :
        ("id,allies,shares,financedBy,capability,purpose,title,reference,partOf,void,recordedAt,"
                + "recordedBy,terms")
            .split(",")) {
      assertThat(pledge.has(field)).as(field).isTrue();
    }
    for (String field :
        ("position,rung,amount,wording,committed,allocated,inPlace,amounts,conditions,caveats,"
                + "place,availableFrom,availableUntil,daysToInPlace,evidence,disputed,flags,basis")
            .split(",")) {
      assertThat(pledge.get("terms").has(field)).as(field).isTrue();
    }
  }

  @Test
  void amountsAreConvertedByTheBaselineAskedFor() {
    String id =
        given.pledge("EST", land, "position: 'PLEDGED', amount: {high: 1, unit: 'brigade'}");
    String baseline = given.fourBrigades(land);

    JsonNode converted = api.get("/v1/pledges/" + id + "?baseline=" + baseline).json();
    assertThat(converted.at("/terms/amounts/PLEDGED/high").decimalValue())
        .isEqualByComparingTo("5000");
    assertThat(converted.at("/terms/amounts/derived").asBoolean()).isTrue();
    assertThat(converted.at("/terms/amounts/unit").asText()).isEqualTo("troops");
    assertThat(converted.at("/terms/amount/unit").asText()).isEqualTo("brigade");
  }

  @Test
  void basisNamesTheStatementThatDecidesEachField() {
    String id = given.pledge("EST", land, EXACTLY + ", place: 'IN_UKRAINE'");
    String later = given.addStatement(id, "amount: {high: 700, unit: 'troops'}");
    JsonNode basis = api.get("/v1/pledges/" + id).json().at("/terms/basis");

    assertThat(basis.at("/amount/statement").asText()).isEqualTo(later);
    assertThat(basis.at("/place/statement").asText()).isEqualTo(given.firstStatement(id));
    assertThat(basis.has("availableFrom")).isFalse();
  }

  @Test
  void termsAreThoseOfTheDayAndTheGradeAskedFor() {
    String id = given.pledge("EST", land, EXACTLY);
    given.addStatement(id, "saidOn: '2026-03-01', position: 'WITHDRAWN'");
    given.addStatement(id, "evidence: 'REPORTED', place: 'IN_UKRAINE'");

    assertThat(position(id, "?validAt=2025-12-31")).isEqualTo("null");
    assertThat(position(id, "?validAt=2026-02-28")).isEqualTo("PLEDGED");
    assertThat(position(id, "?validAt=2026-03-01")).isEqualTo("WITHDRAWN");
    assertThat(terms(id, "?validAt=2026-02-28").get("place").isNull()).isTrue();
    assertThat(terms(id, "?validAt=2026-02-28&evidence=REPORTED").get("place").asText())
        .isEqualTo("IN_UKRAINE");
  }

  @Test
  void aPledgeOfWhichEveryStatementWasVoidedIsVoid() {
    String id = given.pledge("EST", land, EXACTLY);
    given.addStatement(id, "corrects: '" + given.firstStatement(id) + "', void: true");

    assertThat(api.get("/v1/pledges/" + id).json().get("void").asBoolean()).isTrue();
    assertThat(position(id, "")).isEqualTo("null");
  }

  @Test
  void namesAllFaultsOfAnIdentityAtOnce() {
    ObjectNode body =
        Json.with(
            HttpFixtures.pledgeBody("EST", "LAND_FORCE", EXACTLY),
            "allies: ['EST', 'XXX'], purpose: 'WAR', title: ' ', reference: 'a b',"
                + " shares: {EST: 0}, financedBy: ['ZZZ'], partOf: 'nope'");

    assertRefusedAt(
            api.post("/v1/pledges", body),
            "/allies/1",
            "/purpose",
            "/title",
            "/reference",
            "/shares",
            "/shares/EST",
            "/financedBy/0",
            "/partOf",
            "/capability")
        .withDetail("LAND_FORCES");
  }

  @ParameterizedTest
  @CsvSource({
    "'allies: []', /allies",
    "'allies: null', /allies",
    "'allies: [\"EST\", \"EST\"]', /allies",
    "'capability: null', /capability",
    "'purpose: null', /purpose",
    "'title: null', /title",
    "'title: \"\"', /title",
    "'reference: \"\"', /reference",
    "'reference: \"a,b\"', /reference",
    "'shares: {LVA: 1}', /shares",
    "'shares: {EST: 1, LVA: 1}', /shares",
    "'shares: {EST: -1}', /shares/EST",
    "'shares: {EST: 0.0001}', /shares/EST",
    "'shares: {EST: null}', /shares/EST",
    "'shares: [1]', /shares",
    "'financedBy: [\"LVA\", \"LVA\"]', /financedBy",
    "'statement: null', /statement",
    "'id: \"x\"', /id",
    "'terms: {}', /terms"
  })
  void anIdentityThatIsNotSoundIsRefused(String field, String pointer) {
    assertRefusedAt(
        api.post("/v1/pledges", Json.with(HttpFixtures.pledgeBody("EST", land, EXACTLY), field)),
        pointer);
  }

  @Test
  void aReferenceIsUniqueForItsWriter() {
    ObjectNode body =
        Json.with(
            HttpFixtures.pledgeBody("EST", land, EXACTLY),
            "reference: '" + given.name("ref") + "'");
    given.pledge(body);

    assertProblem(api.post("/v1/pledges", body), 409, "reference-taken")
        .withDetail(given.name("ref"));
    assertThat(api.get("/v1/pledges?reference=" + given.name("ref")).json().get("items"))
        .hasSize(1);
  }

  @Test
  void aRefusedPledgeIsNotRecorded() {
    api.post("/v1/pledges", HttpFixtures.pledgeBody("EST", land, "position: 'MAYBE'"));

    assertThat(api.get("/v1/pledges?capability=" + land).json().get("items")).isEmpty();
  }

  private JsonNode terms(String id, String query) {
    return api.get("/v1/pledges/" + id + query).expecting(200).json().get("terms");
  }

  private String position(String id, String query) {
    return terms(id, query).get("position").asText();
  }

  @Test
  void recordedAtIsAnInstantInUtc() {
    String at =
        api.get("/v1/pledges/" + given.pledge("EST", land, EXACTLY))
            .json()
            .get("recordedAt")
            .asText();

    assertThat(at).endsWith("Z");
    assertThat(Instant.parse(at)).isBeforeOrEqualTo(Instant.now());
  }
}
