package org.alliedregistry.api.pledge;

import static org.alliedregistry.support.ProblemAssert.assertRefusedAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a statement must not say; each refusal leaves nothing recorded. */
@QuarkusTest
class StatementRefusalsTest {

  private static final String TERMS =
      "amount: {high: 1, unit: 'troops'}, wording: 'a few', committed: {all: true},"
          + " allocated: {unit: 'troops'}, inPlace: {all: true}, conditions: [], caveats: [],"
          + " place: 'IN_UKRAINE', availableFrom: '2026-01-01', availableUntil: '2026-12-31',"
          + " daysToInPlace: 30, lifts: ['AFTER_CEASEFIRE']";
  private static final String[] TERM_POINTERS = {
    "/amount",
    "/wording",
    "/committed",
    "/allocated",
    "/inPlace",
    "/conditions",
    "/caveats",
    "/place",
    "/availableFrom",
    "/availableUntil",
    "/daysToInPlace",
    "/lifts"
  };

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private String land = "";
  private String pledge = "";

  @BeforeEach
  void aPledge() {
    land = given.land();
    pledge = given.pledge("EST", land, "position: 'PLEDGED', amount: {high: 250, unit: 'troops'}");
  }

  @Test
  void namesAllFaultsOfABodyAtOnce() {
    ObjectNode body =
        Json.object(
            "position: 'MAYBE', amount: {low: 5, high: 4, unit: 'batalion'}, place: 'MOON',"
                + " availableFrom: '2026-02-30', daysToInPlace: -1, caveats: ['lower case'],"
                + " conditions: ['NOPE'], releasability: 'FRIENDS', zzz: 1,"
                + " source: {title: ' ', url: 'ftp://example.org', publishedOn: 'May'}");

    assertRefusedAt(
        append(body),
        "/position",
        "/amount/low",
        "/amount/unit",
        "/place",
        "/availableFrom",
        "/daysToInPlace",
        "/caveats/0",
        "/conditions/0",
        "/releasability",
        "/zzz",
        "/source/title",
        "/source/url",
        "/source/publishedOn",
        "/saidOn",
        "/evidence");
  }

  @Test
  void recipientSaysOnlyWhatHasComeSoFar() {
    assertRefusedAt(
        append(
            HttpFixtures.statementBody(
                "side: 'RECIPIENT', place: 'IN_UKRAINE', inPlace: {unit: 'troops'}")),
        "/place");
    assertRefusedAt(
        api.post(
            "/v1/pledges",
            HttpFixtures.pledgeBody("EST", land, "side: 'RECIPIENT', position: 'PLEDGED'")),
        "/statement/side");
  }

  @Test
  void nothingIsNotApproximate() {
    assertRefusedAt(
        append(
            HttpFixtures.statementBody(
                "amount: {low: 0, high: 5, unit: 'troops', approximate: true}")),
        "/amount/approximate");
    assertRefusedAt(
        append(HttpFixtures.statementBody("inPlace: {all: true, approximate: true}")),
        "/inPlace/approximate");
  }

  @Test
  void caveatsOfAPledgeAreBounded() {
    for (int i = 0; i < 2; i++) {
      int half = i;
      String codes =
          IntStream.range(0, 50)
              .mapToObj(n -> "'NOT_" + half + "_" + n + "'")
              .collect(Collectors.joining(","));
      given.addStatement(pledge, "caveats: [" + codes + "]");
    }
    assertRefusedAt(append(HttpFixtures.statementBody("caveats: ['NOT_ONE_MORE']")), "/caveats");
  }

  @Test
  void pointsIntoTheFirstStatementOfAPledge() {
    ObjectNode body =
        HttpFixtures.pledgeBody(
            "EST", land, "amount: {low: 5, high: 4, unit: 'batalion'}, evidence: null");

    assertRefusedAt(
            api.post("/v1/pledges", body),
            "/statement/position",
            "/statement/amount/low",
            "/statement/amount/unit",
            "/statement/evidence")
        .withDetail("did you mean battalion?");
  }

  @Test
  void theFirstStatementNeedsAPosition() {
    assertRefusedAt(opening("amount: {low: 5, unit: 'troops'}"), "/statement/position");
  }

  @Test
  void aStatementMustSaySomething() {
    assertRefusedAt(append(""), "");
    assertRefusedAt(append("note: 'as before', speaker: 'The minister'"), "");
    assertRefusedAt(append("lifts: []"), "");
  }

  @Test
  void nullsAloneSayNothing() {
    assertRefusedAt(append("position: null, amount: null, conditions: null, clears: []"), "");
    assertRefusedAt(opening("position: null, amount: null"), "/statement/position");
  }

  @ParameterizedTest
  @CsvSource({
    "'clears: [\"amount\"], amount: {low: 1, unit: \"troops\"}', /clears/0",
    "'clears: [\"place\", \"caveats\"], caveats: []', /clears/1",
    "'clears: [\"position\"]', /clears/0",
    "'clears: [\"lifts\"]', /clears/0",
    "'clears: [\"side\"]', /clears/0",
    "'clears: [null]', /clears/0",
    "'clears: \"amount\"', /clears",
    "'position: \"DECLINED\", clears: [\"inPlace\", \"amount\"]', /clears/1"
  })
  void whatCannotBeClearedIsNamed(String field, String pointer) {
    assertRefusedAt(append(field), pointer);
  }

  @Test
  void aVoidClearsNothing() {
    String first = given.firstStatement(pledge);
    assertRefusedAt(
        append(Json.object("corrects: '" + first + "', void: true, clears: ['place']")),
        "/clears/0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DECLINED", "WITHDRAWN"})
  void anEndingPositionCarriesNoAmountAndNoTerms(String position) {
    assertRefusedAt(append("position: '" + position + "', " + TERMS), TERM_POINTERS);
    assertRefusedAt(
        opening("position: '" + position + "', clears: ['amount']"), "/statement/clears/0");
  }

  @ParameterizedTest
  @CsvSource({
    "'amount: {}', /amount/unit",
    "'amount: {unit: \"troops\"}', /amount",
    "'amount: {low: null, high: null, unit: \"troops\"}', /amount",
    "'amount: {low: 1}', /amount/unit",
    "'amount: {low: 2, high: 1, unit: \"troops\"}', /amount/low",
    "'amount: {low: 1, unit: \"squadron\"}', /amount/unit",
    "'amount: {all: true, low: 1, unit: \"troops\"}', /amount/all",
    "'amount: 5', /amount",
    "'committed: {}', /committed",
    "'committed: {all: false}', /committed",
    "'committed: {all: true, unit: \"troops\"}', /committed",
    "'committed: {all: true, low: 5, unit: \"troops\"}', /committed",
    "'committed: {low: 5}', /committed",
    "'allocated: {low: 2, high: 1, unit: \"troops\"}', /allocated/low",
    "'allocated: {unit: \"ship\"}', /allocated/unit",
    "'inPlace: {high: -1, unit: \"troops\"}', /inPlace/high",
    "'inPlace: true', /inPlace"
  })
  void anAmountOrAPartThatSaysNothingSoundIsRefused(String field, String pointers) {
    assertRefusedAt(append(field), pointers.split(","));
  }

  @Test
  void aUnitThatTheCapabilityDoesNotHaveIsAnsweredWithTheNearest() {
    assertRefusedAt(append("amount: {low: 1, unit: 'companies'}"), "/amount/unit")
        .withDetail("companies", "did you mean company?");
  }

  @Test
  void theLastDayIsNotBeforeTheFirst() {
    assertRefusedAt(
        append("availableFrom: '2026-02-02', availableUntil: '2026-02-01'"), "/availableUntil");
    given.addStatement(pledge, "availableFrom: '2026-02-02', availableUntil: '2026-02-02'");
  }

  @Test
  void aRefusedStatementIsNotRecorded() {
    append("position: 'MAYBE'");
    append("");

    assertThat(api.get("/v1/pledges/" + pledge + "/statements").json().get("items")).hasSize(1);
  }

  private Answer append(String fields) {
    return append(HttpFixtures.statementBody(fields));
  }

  private Answer append(ObjectNode body) {
    return api.post("/v1/pledges/" + pledge + "/statements", body);
  }

  private Answer opening(String says) {
    return api.post("/v1/pledges", HttpFixtures.pledgeBody("EST", land, says));
  }
}
