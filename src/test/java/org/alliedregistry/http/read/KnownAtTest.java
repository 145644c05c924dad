package org.alliedregistry.http.read;

import static org.alliedregistry.support.ProblemAssert.assertParameterRefused;
import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.alliedregistry.http.InstantSerializer;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The answer as it could have been given at an instant. */
@QuarkusTest
class KnownAtTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private String land = "";
  private String baseline = "";

  private static final String FIVE = "amount: {low: 500, high: 500, unit: 'troops'}";
  private static final String SIX = "amount: {low: 600, high: 600, unit: 'troops'}";

  /** When the last statement of a pledge was recorded. */
  private String recordedAt(String pledge) {
    var items = api.get("/v1/pledges/" + pledge + "/statements").json().get("items");
    return items.get(items.size() - 1).get("recordedAt").asText();
  }

  private String justBefore(String instant) {
    return InstantSerializer.text(Instant.parse(instant).minus(1, ChronoUnit.MICROS));
  }

  private String coverage(String query) {
    return "/v1/coverage?baseline=" + baseline + query;
  }

  private int counted(String query) {
    return api.get(coverage(query)).expecting(200).json().at("/requirements/0/counted/low").asInt();
  }

  @BeforeEach
  void fourBrigadesAreRequired() {
    land = given.land();
    baseline = given.fourBrigades(land);
  }

  @Test
  void aCorrectionShowsBeforeAndAfterItWasRecorded() {
    String pledge = given.pledge("EST", land, "position: 'PLEDGED', " + FIVE);
    String statement = recordedAt(pledge);
    given.addStatement(
        pledge, "corrects: '" + given.firstStatement(pledge) + "', position: 'PLEDGED', " + SIX);
    String corrected = recordedAt(pledge);

    assertThat(counted("&knownAt=" + justBefore(statement))).isZero();
    assertThat(counted("&knownAt=" + statement)).isEqualTo(500);
    assertThat(counted("&knownAt=" + justBefore(corrected))).isEqualTo(500);
    assertThat(counted("&knownAt=" + corrected)).isEqualTo(600);
    assertThat(counted("&validAt=2026-01-01")).isEqualTo(600);
  }

  @Test
  void theSameInstantAndQueryHaveTheSameBytesWhateverIsRecordedLater() {
    String pledge = given.pledge("EST", land, "position: 'PLEDGED', " + FIVE);
    String instant = recordedAt(pledge);
    String[] reads = {
      coverage("&explain=true&knownAt=" + instant),
      "/v1/pledges/" + pledge + "?knownAt=" + instant,
      "/v1/pledges?ally=EST&capability=" + land + "&knownAt=" + instant,
      "/v1/pledges/" + pledge + "/statements?knownAt=" + instant,
      "/v1/positions?ally=EST&knownAt=" + instant,
      "/v1/conditions?knownAt=" + instant,
      "/v1/coverage/marginals?baseline=" + baseline + "&knownAt=" + instant,
      "/v1/coverage/timeline?from=2026-01-01&to=2026-12-31&baseline="
          + baseline
          + "&knownAt="
          + instant,
      "/v1/coverage/history?from=2026-01-01&to=2026-12-31&baseline="
          + baseline
          + "&knownAt="
          + instant
    };
    String[] before = new String[reads.length];
    for (int i = 0; i < reads.length; i++) {
      before[i] = api.get(reads[i]).expecting(200).text();
    }
    given.addStatement(pledge, SIX);
    given.pledge("EST", land, "position: 'PLEDGED', " + SIX);
    given.condition("LATER");

    for (int i = 0; i < reads.length; i++) {
      assertThat(api.get(reads[i]).expecting(200).text()).as(reads[i]).isEqualTo(before[i]);
    }
  }

  @Test
  void whatWasNotRecordedYetIsNotFound() {
    String pledge = given.pledge("EST", land, "position: 'PLEDGED', " + FIVE);
    String before = justBefore(recordedAt(pledge));
    String statement = given.firstStatement(pledge);

    for (String path :
        new String[] {
          "/v1/pledges/" + pledge,
          "/v1/pledges/" + pledge + "/statements",
          "/v1/pledges/" + pledge + "/statements/" + statement
        }) {
      assertProblem(api.get(path + "?knownAt=" + before), 404, "not-found");
      assertThat(api.get(path).status()).isEqualTo(200);
    }
  }

  @Test
  void aPutIsKnownFromItsInstantOn() {
    String code = given.condition("VOTE");
    given.onCondition(code, "state: 'MET'");
    String met =
        api.get("/v1/conditions/" + code + "/statements").json().at("/items/0/recordedAt").asText();
    api.put("/v1/conditions/" + code, Json.object("description: 'Said otherwise'")).expecting(200);

    Answer then = api.get("/v1/conditions/" + code + "?knownAt=" + met).expecting(200);
    assertThat(then.json().get("description").asText()).isEqualTo("Of a test");
    assertThat(then.json().get("state").asText()).isEqualTo("MET");
    assertThat(
            api.get("/v1/conditions/" + code + "?knownAt=" + justBefore(met))
                .json()
                .get("state")
                .asText())
        .isEqualTo("OPEN");
  }

  @Test
  void beforeTheFirstStartTheReferenceDataIsThereAndNoPledgeIs() {
    var answer = api.get("/v1/coverage?knownAt=2020-01-01T00:00:00Z").expecting(200).json();

    assertThat(answer.at("/baseline/code").asText()).isEqualTo("four-brigades-ten-squadrons");
    assertThat(answer.at("/requirements/0/counted/high").asInt()).isZero();
    assertThat(api.get("/v1/pledges?knownAt=2020-01-01T00:00:00Z").json().get("items")).isEmpty();
    assertParameterRefused(api.get(coverage("&knownAt=2020-01-01T00:00:00Z")), "baseline");
  }

  @Test
  void theDayMeantIsThatOfTheInstant() {
    var answer = api.get("/v1/coverage?knownAt=2020-02-03T23:59:59.5Z").expecting(200).json();

    assertThat(answer.get("validAt").asText()).isEqualTo("2020-02-03");
    assertThat(answer.get("knownAt").asText()).isEqualTo("2020-02-03T23:59:59.500999Z");
    assertThat(
            api.get("/v1/coverage?knownAt=2020-02-03T23:59:59Z&validAt=2026-01-01")
                .json()
                .get("validAt")
                .asText())
        .isEqualTo("2026-01-01");
    assertThat(api.get("/v1/coverage").json().has("knownAt")).isFalse();
  }

  @Test
  void anInstantAheadIsRefused() {
    assertParameterRefused(api.get("/v1/coverage?knownAt=2999-01-01T00:00:00Z"), "knownAt")
        .withDetail("is in the future");
    assertParameterRefused(api.get("/v1/pledges?knownAt=2999-01-01T00:00:00Z"), "knownAt");
    assertParameterRefused(api.get("/v1/positions?knownAt=2999-01-01T00:00:00Z"), "knownAt");
    assertParameterRefused(
        api.get("/v1/pledges/none/statements/none?knownAt=2999-01-01T00:00:00Z"), "knownAt");
  }

  @ParameterizedTest
  @CsvSource({
    "2020-02-03T23:59:59Z, 2020-02-03T23:59:59.999999Z",
    "2020-02-03T23:59:59.1Z, 2020-02-03T23:59:59.100999Z",
    "2020-02-03T23:59:59.123Z, 2020-02-03T23:59:59.123999Z",
    "2020-02-03T23:59:59.000000Z, 2020-02-03T23:59:59.000000Z",
    "2020-02-03T23:59:59.123456Z, 2020-02-03T23:59:59.123456Z",
    "2020-02-03T23:59:59.123456789Z, 2020-02-03T23:59:59.123456Z",
    "2020-02-03t23:59:59.000000z, 2020-02-03T23:59:59.000000Z",
    "2020-02-04T01:59:59.000000%2B02:00, 2020-02-03T23:59:59.000000Z",
    "2020-02-04T01:59:59.000000+02:00, 2020-02-03T23:59:59.000000Z",
    "2020-02-03T18:29:59.000000-05:30, 2020-02-03T23:59:59.000000Z",
    "2020-02-03T23:59:59.000000-00:00, 2020-02-03T23:59:59.000000Z"
  })
  void anInstantIsTakenAsItIsWrittenAndAnsweredInUtc(String written, String meant) {
    var answer = api.get("/v1/coverage?knownAt=" + written).expecting(200).json();

    assertThat(answer.get("knownAt").asText()).isEqualTo(meant);
    assertThat(answer.get("validAt").asText()).isEqualTo("2020-02-03");
  }

  @Test
  void aRoundedInstantFindsWhatItSaw() {
    String pledge = given.pledge("EST", land, "position: 'PLEDGED', " + FIVE);
    Instant statement = Instant.parse(recordedAt(pledge));

    assertThat(counted("&knownAt=" + statement.truncatedTo(ChronoUnit.SECONDS))).isEqualTo(500);
    assertThat(counted("&knownAt=" + milliseconds(statement))).isEqualTo(500);
    String second = InstantSerializer.text(statement.truncatedTo(ChronoUnit.SECONDS));
    assertThat(api.get("/v1/pledges/" + pledge + "?knownAt=" + second).status())
        .isEqualTo(statement.getNano() == 0 ? 200 : 404);
  }

  private static String milliseconds(Instant instant) {
    return InstantSerializer.text(instant).substring(0, "2026-01-01T00:00:00.123".length()) + "Z";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-01",
        "now",
        "2026-02-30T00:00:00Z",
        "2026-01-01T25:00:00Z",
        "2026-01-01T00:00:60Z",
        "2026-01-01T00:00:00",
        "2026-01-01T00:00:00.Z",
        "2026-01-01T00:00:00.0123456789Z",
        "2026-01-01T00:00:00%2B24:00",
        "2026-01-01T00:00:00%2B0100",
        "0000-00-00T00:00:00Z"
      })
  void whatIsNoInstantIsRefused(String text) {
    assertParameterRefused(api.get("/v1/coverage?knownAt=" + text), "knownAt")
        .withDetail("2026-01-31T12:00:00Z");
  }
}
