package org.alliedregistry.api.pledge;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The history of a pledge: appended to, read, never edited. */
@QuarkusTest
class StatementResourceTest {

  private static final String TERMS =
      "amount: {low: 5, high: 5, unit: 'troops'}, wording: 'five', committed: {all: true},"
          + " allocated: {unit: 'troops'}, inPlace: {low: 1, high: 1, unit: 'troops'},"
          + " conditions: ['AFTER_CEASEFIRE'], caveats: ['NON_COMBAT_ROLE'], place: 'IN_UKRAINE',"
          + " availableFrom: '2026-01-01', availableUntil: '2026-12-31', daysToInPlace: 30";
  private static final List<String> CLEARABLE =
      List.of(
          "allocated",
          "amount",
          "availableFrom",
          "availableUntil",
          "caveats",
          "committed",
          "conditions",
          "daysToInPlace",
          "inPlace",
          "place",
          "wording");

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private String pledge = "";
  private String path = "";

  @BeforeEach
  void aPledge() {
    pledge = given.pledge("EST", given.land(), "position: 'PLEDGED'");
    path = "/v1/pledges/" + pledge + "/statements";
  }

  @Test
  void anAppendedStatementIsAnsweredAsItIsReadAtItsAddress() {
    Answer answer =
        api.post(path, HttpFixtures.statementBody("wording: 'a few', note: 'N'")).expecting(201);

    assertThat(answer.location()).isEqualTo(path + "/" + answer.json().get("id").asText());
    assertThat(api.get(answer.location()).json()).isEqualTo(answer.json());
    assertThat(answer.json().get("recordedBy").asText()).isEqualTo("secretariat");
    assertThat(Instant.parse(answer.json().get("recordedAt").asText()))
        .isBeforeOrEqualTo(Instant.now());
    assertThat(answer.json().get("releasability").asText()).isEqualTo("PUBLIC");
    assertThat(answer.json().get("pledge").asText()).isEqualTo(pledge);
  }

  @Test
  void everythingSaidIsReadBackAsItWasSaid() {
    String vote = given.condition("VOTE");
    JsonNode sent =
        HttpFixtures.statementBody(
            "position: 'PLEDGED', amount: {low: 1.5, high: 2, unit: 'company'}, wording: 'two',"
                + " committed: {low: 1, high: 1, unit: 'company'}, allocated: {unit: 'troops'},"
                + " inPlace: {all: true}, conditions: ['"
                + vote
                + "'], caveats: ['NON_COMBAT_ROLE'], place: 'BLACK_SEA',"
                + " availableFrom: '2026-06-01', availableUntil: '2026-06-30', daysToInPlace: 0,"
                + " speaker: 'The minister', note: 'N'");
    JsonNode read = api.post(path, sent).expecting(201).json();

    for (String field :
        ("position,wording,conditions,caveats,place,availableFrom,availableUntil,daysToInPlace,"
                + "saidOn,evidence,speaker,source,note")
            .split(",")) {
      assertThat(read.get(field)).as(field).isEqualTo(sent.get(field));
    }
    assertThat(read.at("/amount/low").decimalValue()).isEqualByComparingTo("1.5");
    assertThat(read.at("/committed/high").decimalValue()).isEqualByComparingTo("1");
    assertThat(read.at("/allocated/unit").asText()).isEqualTo("troops");
    assertThat(read.at("/inPlace/all").asBoolean()).isTrue();
  }

  @Test
  void aNullIsSilenceAndChangesNothing() {
    given.addStatement(pledge, TERMS);
    JsonNode before = api.get("/v1/pledges/" + pledge).json().get("terms");
    JsonNode nulls =
        api.post(
                path,
                HttpFixtures.statementBody(
                    "wording: 'a few', position: null, amount: null, committed: null,"
                        + " allocated: null, inPlace: null, conditions: null, lifts: null,"
                        + " caveats: null, place: null, availableFrom: null, availableUntil: null,"
                        + " daysToInPlace: null, clears: null, speaker: null, releasability: null,"
                        + " corrects: null, void: null, note: null"))
            .expecting(201)
            .json();
    JsonNode after = api.get("/v1/pledges/" + pledge).json().get("terms");

    assertThat(Json.texts(nulls.get("speaksOf"))).containsExactly("wording");
    assertThat(nulls.get("clears")).isEmpty();
    for (String field : CLEARABLE) {
      if (!field.equals("wording")) {
        assertThat(after.get(field)).as(field).isEqualTo(before.get(field));
        assertThat(after.at("/basis/" + field)).isEqualTo(before.at("/basis/" + field));
      }
    }
  }

  @Test
  void onlyWhatIsClearedIsLifted() {
    given.addStatement(pledge, TERMS);
    JsonNode cleared =
        api.post(
                path,
                HttpFixtures.statementBody(
                    "clears: ['" + String.join("','", CLEARABLE) + "'], lifts: []"))
            .expecting(201)
            .json();
    JsonNode terms = api.get("/v1/pledges/" + pledge).json().get("terms");

    assertThat(Json.texts(cleared.get("clears"))).containsExactlyElementsOf(CLEARABLE);
    assertThat(Json.texts(cleared.get("speaksOf"))).containsExactlyElementsOf(CLEARABLE);
    for (String field : CLEARABLE) {
      assertThat(terms.get(field).isEmpty()).as(field).isTrue();
      assertThat(terms.at("/basis/" + field + "/statement")).isEqualTo(cleared.get("id"));
    }
  }

  @Test
  void aWithdrawalCanLiftWhatIsInPlaceAndWhere() {
    given.addStatement(pledge, TERMS);
    given.addStatement(pledge, "position: 'WITHDRAWN', clears: ['place', 'inPlace']");
    JsonNode terms = api.get("/v1/pledges/" + pledge).json().get("terms");

    assertThat(terms.get("inPlace").isNull()).isTrue();
    assertThat(terms.get("place").isNull()).isTrue();
  }

  @Test
  void wordsSaidAfterTheNumberBesideThemAreFlagged() {
    given.addStatement(pledge, "saidOn: '2026-01-05', amount: {low: 5, high: 5, unit: 'troops'}");
    given.addStatement(pledge, "saidOn: '2026-01-05', wording: 'five'");
    assertThat(api.get("/v1/pledges/" + pledge).json().at("/terms/flags")).isEmpty();

    given.addStatement(
        pledge,
        "saidOn: '2026-01-06', wording: 'several', committed: {low: 6, high: 6, unit: 'troops'}");
    assertThat(Json.texts(api.get("/v1/pledges/" + pledge).json().at("/terms/flags")))
        .containsExactly("AMOUNT_BEFORE_WORDING", "OVER_FULFILLED");
  }

  @Test
  void theHistoryIsInOrderOfRecording() {
    String second = given.addStatement(pledge, "saidOn: '2025-01-01', wording: 'earlier'");
    String third = given.addStatement(pledge, "saidOn: '2027-01-01', wording: 'later'");

    assertThat(ids(path)).containsExactly(given.firstStatement(pledge), second, third);
  }

  @Test
  void theHistoryShowsWhatWasCorrectedToo() {
    String first = given.firstStatement(pledge);
    String correction = given.addStatement(pledge, "corrects: '" + first + "', void: true");

    assertThat(ids(path)).containsExactly(first, correction);
    JsonNode read = api.get(path + "/" + correction).json();
    assertThat(read.get("corrects").asText()).isEqualTo(first);
    assertThat(read.get("void").asBoolean()).isTrue();
  }

  @Test
  void theHistoryOfADayAndAGradeShowsOnlyThat() {
    String first = given.firstStatement(pledge);
    String later = given.addStatement(pledge, "saidOn: '2026-02-01', wording: 'later'");
    String press = given.addStatement(pledge, "evidence: 'REPORTED', wording: 'press'");

    assertThat(ids(path + "?validAt=2026-01-31")).containsExactly(first, press);
    assertThat(ids(path + "?evidence=OFFICIAL")).containsExactly(first, later);
  }

  @Test
  void aCorrectionTakesDayGradeAndSourceOfWhatItCorrects() {
    String target =
        given.addStatement(
            pledge,
            "saidOn: '2026-01-05', evidence: 'REPORTED', source: {title: 'Target'}, wording: 'x'");
    JsonNode correction =
        api.post(path, Json.object("wording: 'y', corrects: '" + target + "'"))
            .expecting(201)
            .json();

    assertThat(correction.get("saidOn").asText()).isEqualTo("2026-01-05");
    assertThat(correction.get("evidence").asText()).isEqualTo("REPORTED");
    assertThat(correction.at("/source/title").asText()).isEqualTo("Target");
  }

  @Test
  void aVoidNeedsNoDayNoGradeAndNoSource() {
    Answer answer =
        api.post(path, Json.object("corrects: '" + given.firstStatement(pledge) + "', void: true"));

    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
  }

  @Test
  void theSameSaidTwiceIsTwoStatements() {
    String value = given.addStatement(pledge, "wording: 'a few'");
    String two = given.addStatement(pledge, "wording: 'a few'");

    assertThat(value).isNotEqualTo(two);
  }

  @Test
  void aStatementOfAnotherPledgeIsNotHere() {
    String other = given.pledge("LVA", given.code("LAND"), "position: 'PLEDGED'");

    assertProblem(api.get(path + "/" + given.firstStatement(other)), 404, "not-found");
  }

  @Test
  void aStatementIsNeverEdited() {
    String first = path + "/" + given.firstStatement(pledge);

    assertThat(api.put(first, HttpFixtures.statementBody("wording: 'x'")).status()).isIn(404, 405);
    assertThat(api.send("DELETE", first, Map.of(), null).status()).isIn(404, 405);
    assertThat(api.get(first).status()).isEqualTo(200);
  }

  private List<String> ids(String list) {
    return Json.texts(api.get(list).expecting(200).json().get("items"), "id");
  }
}
