package org.alliedregistry.http.connection;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.alliedregistry.support.ProblemAssert.assertRefusedAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bounds of sizes and of numbers. */
@QuarkusTest
class HttpLimitsTest {

  private static final int MIB = 1 << 20;

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private final String path = "/v1/capabilities/" + given.code("LIMIT");
  private final ObjectNode good = Json.object("name: 'A', domain: 'LAND', units: ['troops']");

  @ParameterizedTest
  @ValueSource(ints = {MIB + 1, 2 * MIB + 1, 20 * MIB})
  void aBodyOverOneMebibyteIsTooLarge(int bytes) throws Exception {
    assertProblem(RawHttp.post("/v1/pledges", body(bytes)), 413, "too-large");
  }

  @ParameterizedTest
  @ValueSource(ints = {MIB + 1, 2 * MIB + 1, 20 * MIB})
  void aBodyOfUntoldLengthOverOneMebibyteIsTooLarge(int bytes) throws Exception {
    assertProblem(RawHttp.postChunked("/v1/pledges", body(bytes)), 413, "too-large");
  }

  @Test
  void aBodyOfOneMebibyteIsRead() throws Exception {
    assertProblem(RawHttp.post("/v1/pledges", body(MIB)), 400, "invalid-body");
    assertProblem(RawHttp.postChunked("/v1/pledges", body(MIB)), 400, "invalid-body");
  }

  @Test
  void jsonDeeperThanFiftyLevelsIsMalformed() {
    assertProblem(
            api.send("POST", "/v1/pledges", "[".repeat(51) + "]".repeat(51)), 400, "malformed-json")
        .withDetail("50");
    assertProblem(api.send("POST", "/v1/pledges", "{\"a\":".repeat(10_000)), 400, "malformed-json");
    assertRefusedAt(api.send("POST", "/v1/pledges", "[".repeat(50) + "]".repeat(50)), "");
  }

  @Test
  void textIsAtMostFourThousandCharacters() {
    assertRefusedAt(api.put(path, good.deepCopy().put("name", "ä".repeat(4001))), "/name")
        .withDetail("4,000");
    assertThat(api.put(path, good.deepCopy().put("name", "ä".repeat(4000))).status())
        .isEqualTo(201);
  }

  @Test
  void aCharacterBeyondTheFirstPlaneCountsOnce() {
    assertThat(api.put(path, good.deepCopy().put("name", "\uD83C\uDDFA".repeat(2001))).status())
        .isEqualTo(201);
  }

  @Test
  void aListHasAtMostAHundredItems() {
    ObjectNode longer = good.deepCopy();
    ArrayNode units = longer.putArray("units");
    for (int i = 0; i < 100; i++) {
      units.add("unit" + i);
    }
    assertThat(api.put(path, longer).status()).isEqualTo(201);

    units.add("unit100");
    assertRefusedAt(api.put(path, longer), "/units").withDetail("100");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.001, 0.001",
    "1000000000000000, 1000000000000000",
    "999999999999999.999, 999999999999999.999",
    "1e15, 1000000000000000",
    "1.500, 1.5",
    "5e-3, 0.005",
    "-0, 0"
  })
  void anAmountWithinItsBoundsIsKeptExactly(String sent, String kept) {
    String id = given.pledge("EST", given.land(), "position: 'PLEDGED'," + high(sent));

    assertThat(api.get("/v1/pledges/" + id).text())
        .as("plain digits, never an exponent")
        .contains("\"amount\":{\"low\":null,\"high\":" + kept + ",\"unit\":\"troops\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "-0.001",
        "0.0001",
        "1.2345",
        "1000000000000000.001",
        "1000000000000001",
        "1e16",
        "1e-4",
        "1e999999999",
        "1e-999999999"
      })
  void anAmountOutOfItsBoundsIsRefused(String sent) {
    ObjectNode body = HttpFixtures.pledgeBody("EST", "LAND_FORCES", "position: 'PLEDGED'");
    String text =
        body.toString().replace("\"position\"", high(sent).replace('\'', '"') + ",\"position\"");

    assertRefusedAt(
        api.send("POST", "/v1/pledges", text.replace("amount:", "\"amount\":")),
        "/statement/amount/high");
  }

  @ParameterizedTest
  @ValueSource(strings = {"'5'", "true", "[5]", "{}"})
  void anAmountIsANumber(String sent) {
    assertRefusedAt(
        api.post(
            "/v1/pledges",
            HttpFixtures.pledgeBody(
                "EST",
                "LAND_FORCES",
                "position: 'PLEDGED', amount: {low: " + sent + ", high: 9, unit: 'troops'}")),
        "/statement/amount/low");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "36501", "0.5", "1e9", "1e999999999", "1e2147483647", "'30'"})
  void daysAreAWholeNumberWithinACentury(String sent) {
    assertRefusedAt(
        api.post(
            "/v1/pledges",
            HttpFixtures.pledgeBody(
                "EST", "LAND_FORCES", "position: 'PLEDGED', daysToInPlace: " + sent)),
        "/statement/daysToInPlace");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e99999999999", "-1e99999999999", "1e-99999999999", "1E+2147483648"})
  void aNumberThatCannotBeReadIsRefused(String number) {
    Answer answer = api.send("POST", "/v1/pledges", "{\"shares\":{\"EST\":" + number + "}}");

    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
  }

  @Test
  void anAddressIsAtMostSoLong() {
    assertProblem(api.get("/v1/pledges?q=" + "x".repeat(10_000)), 414, "uri-too-long");
  }

  private static String high(String number) {
    return "amount: {\"high\": " + number + ", \"unit\": \"troops\"}";
  }

  private static byte[] body(int bytes) {
    String frame = "{\"title\":\"\"}";
    return frame
        .replace("\"\"", "\"" + "x".repeat(bytes - frame.length()) + "\"")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
