package org.alliedregistry.http;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.alliedregistry.support.ProblemAssert.assertRefusedAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.RawHttp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that cannot be read, or not as what they should be. */
@QuarkusTest
class BodyFailuresTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private final String path = "/v1/capabilities/" + given.code("BODY");
  private final ObjectNode good = Json.object("name: 'A', domain: 'LAND', units: ['troops']");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{bad",
        "{\"name\":",
        "{\"name\":\"a\",}",
        "{'name':'a'}",
        "{name:\"a\"}",
        "{\"name\":\"a\"} x",
        "{} {}",
        "{\"name\":NaN}",
        "{\"name\":01}",
        "{\"name\":+1}",
        "// a comment\n{}",
        "\u0000",
        "{\"name\":\"a\nb\"}",
        "[",
        "nul"
      })
  void whatIsNoJsonIsMalformed(String body) {
    assertProblem(api.send("PUT", path, body), 400, "malformed-json");
    assertProblem(api.send("POST", "/v1/pledges", body), 400, "malformed-json");
    assertThat(api.get(path).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "[{}]", "\"text\"", "1", "1.5e3", "true"})
  void whatIsNoObjectIsRefused(String body) {
    assertRefusedAt(api.send("PUT", path, body), "");
    assertRefusedAt(api.send("POST", "/v1/pledges", body), "");
    assertRefusedAt(api.send("POST", "/v1/conditions/AFTER_CEASEFIRE/statements", body), "");
  }

  @Test
  void aNameThatStandsTwiceIsMalformed() {
    assertProblem(api.send("PUT", path, "{\"name\":\"A\",\"name\":\"B\"}"), 400, "malformed-json")
        .withDetail("name", "twice");
    assertProblem(
        api.send("POST", "/v1/pledges", "{\"statement\":{\"note\":\"a\",\"note\":\"b\"}}"),
        400,
        "malformed-json");
  }

  @Test
  void anUnknownFieldIsRefusedWithTheNearestOne() {
    ObjectNode misspelt = Json.with(good, "unit: ['troops'], naem: 'B', zzzzzzzzzz: 1");

    assertRefusedAt(api.put(path, misspelt), "/unit", "/naem", "/zzzzzzzzzz")
        .withDetail("did you mean units?", "did you mean name?");
  }

  @Test
  void anUnknownFieldFurtherDownIsRefused() {
    ObjectNode body =
        HttpFixtures.pledgeBody("EST", "LAND_FORCES", "position: 'PLEDGED', plcae: 'X'");
    ((ObjectNode) body.get("statement").get("source")).put("link", "https://example.org");

    assertRefusedAt(api.post("/v1/pledges", body), "/statement/plcae", "/statement/source/link")
        .withDetail("did you mean place?");
  }

  @Test
  void aPointerEscapesTheNameItPointsAt() {
    assertRefusedAt(api.put(path, Json.with(good, "'a/b~c': 1, '': 2")), "/a~1b~0c", "/");
  }

  @Test
  void wrongTypesAreRefusedAllAtOnce() {
    assertRefusedAt(
        api.put(path, Json.object("name: 1, domain: ['LAND'], units: 'troops'")),
        "/name",
        "/domain",
        "/units");
    assertRefusedAt(
        api.put(path, Json.with(good, "units: ['troops', 7, null, {}, []]")),
        "/units/1",
        "/units/2",
        "/units/3",
        "/units/4");
    assertRefusedAt(
        api.put(
            "/v1/conditions/" + given.code("C"), Json.object("description: 'A', perAlly: 'no'")),
        "/perAlly");
  }

  @Test
  void aNullThatShouldBeAnObjectIsNamed() {
    assertRefusedAt(
        api.post(
            "/v1/pledges",
            Json.with(
                HttpFixtures.pledgeBody("EST", "LAND_FORCES", "position: 'PLEDGED'"),
                "statement: null")),
        "/statement");
    assertRefusedAt(
        api.put(
            "/v1/baselines/" + given.name("b"),
            Json.object("title: 'A', source: null, requirements: [null]")),
        "/source",
        "/requirements/0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\u0000", "a\\u0000b", "\\ud800", "a\\udc00b", "\\ud800\\ud800", "\\u001b[31m"})
  void textThatNobodyCanStoreIsRefused(String escaped) {
    String body = "{\"name\":\"" + escaped + "\",\"domain\":\"LAND\",\"units\":[\"troops\"]}";

    assertRefusedAt(api.send("PUT", path, body), "/name");
  }

  @Test
  void aFieldNameThatNobodyCanStoreIsRefused() {
    String path = "/v1/conditions/" + given.code("C");

    assertThat(api.send("PUT", path, "{\"description\":\"A\",\"a\u0000b\":1}").status())
        .isEqualTo(400);
    assertThat(api.send("PUT", path, "{\"description\":\"A\",\"a\ud800b\":1}").status())
        .isEqualTo(400);
  }

  @Test
  void aFaultyItemDoesNotShiftThePointersOfThoseAfterIt() {
    ObjectNode pledge = HttpFixtures.pledgeBody("EST", "LAND_FORCES", "position: 'PLEDGED'");

    for (Answer answer :
        List.of(
            api.put(path, Json.with(good, "units: [null, 'ok', 'not ok']")),
            api.post("/v1/pledges", Json.with(pledge, "allies: [5, 'EST', 'NOBODY']")))) {
      assertThat(Json.texts(answer.json().get("errors"), "pointer"))
          .as(answer.text())
          .allMatch(pointer -> pointer.matches("/(units|allies)/[02]"));
    }
  }

  @Test
  void aFaultIsNamedOnce() {
    assertRefusedAt(
        api.post(
            "/v1/pledges",
            HttpFixtures.pledgeBody(
                "EST", "LAND_FORCES", "position: 'PLEDGED', amount: {high: '5', unit: 'troops'}")),
        "/statement/amount/high");
    assertRefusedAt(
        api.post(
            "/v1/pledges",
            HttpFixtures.pledgeBody("EST", "LAND_FORCES", "position: 'PLEDGED', saidOn: 2026")),
        "/statement/saidOn");
    assertRefusedAt(
        api.post(
            "/v1/pledges",
            HttpFixtures.pledgeBody(
                "EST", "LAND_FORCES", "position: 'MAYBE', evidence: 'official'")),
        "/statement/position",
        "/statement/evidence");
  }

  @Test
  void textOfEveryScriptIsKept() {
    String name = "Збройні сили «Ö» 国防 \uD83C\uDDFA\uD83C\uDDE6 – a\tb\nc";
    ObjectNode body = good.deepCopy().put("name", name);

    assertThat(api.put(path, body).expecting(201).json().get("name").asText()).isEqualTo(name);
    assertThat(api.get(path).json().get("name").asText()).isEqualTo(name);
  }

  @Test
  void textThatIsNotUtf8IsMalformed() throws Exception {
    byte[] latin1 =
        "{\"name\":\"Ö\",\"domain\":\"LAND\",\"units\":[\"troops\"]}"
            .getBytes(StandardCharsets.ISO_8859_1);

    assertProblem(RawHttp.put(path, latin1), 400, "malformed-json");
  }
}
