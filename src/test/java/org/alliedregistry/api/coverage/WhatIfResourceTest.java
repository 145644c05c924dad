package org.alliedregistry.api.coverage;

import static org.alliedregistry.support.ProblemAssert.assertRefusedAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the answer would be; nothing of it is recorded. */
@QuarkusTest
class WhatIfResourceTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private String land = "";
  private String baseline = "";
  private String path = "";

  private static String troops(int number) {
    return "amount: {low: " + number + ", high: " + number + ", unit: 'troops'}";
  }

  private String supposed(String ally, int number) {
    return "{allies: ['"
        + ally
        + "'], capability: '"
        + land
        + "', purpose: 'GUARANTEE_FORCE', title: 'Supposed', statement: {position: 'PLEDGED', "
        + troops(number)
        + "}}";
  }

  @BeforeEach
  void fourBrigadesAreRequired() {
    land = given.land();
    baseline = given.fourBrigades(land);
    path = "/v1/coverage/what-if?baseline=" + baseline;
  }

  @Test
  void eachKindOfSuppositionChangesTheAnswerAndNothingIsRecorded() {
    String vote = given.condition("VOTE");
    String pledge =
        given.pledge(
            "EST", land, "position: 'PLEDGED', " + troops(100) + ", conditions: ['" + vote + "']");
    given.pledge("FRA", land, "position: 'PLEDGED', " + troops(7000));
    String head = api.get("/v1/ledger/head").text();

    JsonNode answer =
        api.withoutToken()
            .post(
                path + "&explain=true",
                Json.object(
                    "pledges: ["
                        + supposed("NOR", 20000)
                        + "], statements: [{pledge: '"
                        + pledge
                        + "', statement: {"
                        + troops(150)
                        + "}}], conditions: [{code: '"
                        + vote
                        + "', state: 'MET'}], without: ['FRA']"))
            .expecting(200)
            .json();

    assertThat(answer.at("/before/requirements/0/counted/low").asInt()).isEqualTo(7000);
    assertThat(answer.at("/after/requirements/0/counted/low").asInt()).isEqualTo(20150);
    assertThat(answer.at("/difference/0").toString())
        .isEqualTo(
            "{\"requirement\":\"LAND\",\"low\":13150,\"high\":13050,"
                + "\"verdict\":{\"before\":\"NOT_MET\",\"after\":\"MET\"}}");
    assertThat(answer.at("/after/assume/0").asText()).isEqualTo(vote);
    assertThat(answer.at("/after/without/0").asText()).isEqualTo("FRA");
    assertThat(answer.at("/after/requirements/0/trace")).hasSize(2);
    assertThat(api.get("/v1/ledger/head").text()).isEqualTo(head);
    assertThat(api.get("/v1/pledges/" + pledge + "/statements").json().get("items")).hasSize(1);
  }

  @Test
  void nothingSupposedChangesNothing() {
    JsonNode answer = api.post(path, Json.object("")).expecting(200).json();

    assertThat(answer.get("after")).isEqualTo(answer.get("before"));
    assertThat(answer.at("/difference/0/low").asInt()).isZero();
  }

  @Test
  void theSameSuppositionHasTheSameAnswer() {
    JsonNode body = Json.object("pledges: [" + supposed("NOR", 5) + "]");

    assertThat(api.post(path + "&explain=true", body).text())
        .isEqualTo(api.post(path + "&explain=true", body).text());
  }

  @Test
  void whatIsSupposedIsSaidOnTheDayAskedAbout() {
    JsonNode body = Json.object("pledges: [" + supposed("NOR", 5) + "]");

    for (String day : new String[] {"2020-01-01", "2030-01-01"}) {
      assertThat(
              api.post(path + "&validAt=" + day, body)
                  .json()
                  .at("/after/requirements/0/counted/low")
                  .asInt())
          .isEqualTo(5);
    }
  }

  @Test
  void anUnboundedDifferenceIsNoNumber() {
    given.pledge("FRA", land, "position: 'PLEDGED'");

    JsonNode answer = api.post(path, Json.object("without: ['FRA']")).expecting(200).json();

    assertThat(answer.at("/difference/0/high").isNull()).isTrue();
    assertThat(answer.at("/difference/0/low").asInt()).isZero();
  }

  @Test
  void everyFaultIsNamedAtItsPlace() {
    String pledge = given.pledge("EST", land, "position: 'PLEDGED', " + troops(100));

    assertRefusedAt(
        api.post(
            path,
            Json.object(
                "pledges: ["
                    + supposed("NOR", 1)
                    + ", "
                    + supposed("NOT", 1)
                    + "], statements: [{pledge: 'none', statement: {"
                    + troops(1)
                    + "}}, {pledge: '"
                    + pledge
                    + "', statement: {amount: {low: 2, high: 1, unit: 'troops'}}}, {pledge: '"
                    + pledge
                    + "', statement: {}}], conditions: [{code: 'NONE', state: 'MET'}, {state: 'X'}],"
                    + " without: ['EST', 'NONE'], more: 1")),
        "/pledges/1/allies/0",
        "/statements/0/pledge",
        "/statements/1/statement/amount/low",
        "/statements/2/statement",
        "/conditions/0/code",
        "/conditions/1/code",
        "/conditions/1/state",
        "/without/1",
        "/more");
  }
}
