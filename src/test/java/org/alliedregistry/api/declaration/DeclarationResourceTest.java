package org.alliedregistry.api.declaration;

import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.alliedregistry.support.ProblemAssert.assertRefusedAt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.Callers;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a group declared together: the fold of its statements, and the positions that show it. */
@QuarkusTest
class DeclarationResourceTest {

  private static final String TWENTY_SIX =
      "title: 'Twenty-six', participants: 26, named: ['LTU', 'EST', 'FRA', 'GBR']";

  private final ApiClient api = ApiClient.secretariat();

  private static ObjectNode body(String fields) {
    return HttpFixtures.statementBody(fields);
  }

  private Answer open(String fields) {
    return api.post("/v1/declarations", body(fields));
  }

  /** Records a declaration; its path. */
  private String declared(String fields) {
    return open(fields).expecting(201).location();
  }

  private String said(String path, String fields) {
    return append(path, fields).expecting(201).json().get("id").asText();
  }

  private Answer append(String path, String fields) {
    return api.post(path + "/statements", body(fields));
  }

  private JsonNode get(String path) {
    return api.get(path).expecting(200).json();
  }

  private String first(String path) {
    return get(path + "/statements").at("/items/0/id").asText();
  }

  @Test
  void twentySixOfWhomFourAreNamed() {
    Answer created = open(TWENTY_SIX + ", speaker: 'The president'").expecting(201);
    JsonNode declaration = created.json();

    assertThat(get(created.location())).isEqualTo(declaration);
    assertThat(created.location()).isEqualTo("/v1/declarations/" + declaration.get("id").asText());
    assertThat(api.get(created.location()).header("ETag")).isEqualTo(created.header("ETag"));
    assertThat(declaration.get("title").asText()).isEqualTo("Twenty-six");
    assertThat(declaration.get("participants").asInt()).isEqualTo(26);
    assertThat(declaration.get("unnamed").asInt()).isEqualTo(22);
    assertThat(declaration.get("named").toString()).isEqualTo("[\"EST\",\"FRA\",\"GBR\",\"LTU\"]");
    assertThat(declaration.get("saidOn").asText()).isEqualTo("2026-01-01");
    assertThat(declaration.get("evidence").asText()).isEqualTo("OFFICIAL");
    assertThat(declaration.get("speaker").asText()).isEqualTo("The president");
    assertThat(declaration.at("/source/title").asText()).isEqualTo("Statement to parliament");
    assertThat(declaration.at("/basis/named/statement").asText())
        .isEqualTo(first(created.location()));
  }

  @Test
  void aNumberThatNobodySaidIsNull() {
    JsonNode declaration = get(declared("title: 'Some', named: ['EST']"));

    assertThat(declaration.get("participants").isNull()).isTrue();
    assertThat(declaration.get("unnamed").isNull()).isTrue();
    assertThat(declaration.get("basis").has("participants")).isFalse();
  }

  @Test
  void laterStatementsSayAnotherNumberAndMoreNames() {
    String path = declared(TWENTY_SIX);
    said(path, "saidOn: '2026-02-01', participants: 27, named: ['DNK']");

    JsonNode before = get(path + "?validAt=2026-01-31");
    JsonNode after = get(path + "?validAt=2026-02-01");
    assertThat(before.get("participants").asInt()).isEqualTo(26);
    assertThat(before.get("named")).hasSize(4);
    assertThat(after.get("participants").asInt()).isEqualTo(27);
    assertThat(after.get("named")).hasSize(5);
    assertThat(after.get("unnamed").asInt()).isEqualTo(22);
    assertThat(after.get("title").asText()).isEqualTo("Twenty-six");
    assertThat(after.get("saidOn").asText()).isEqualTo("2026-01-01");
    assertThat(after.get("lastSaidOn").asText()).isEqualTo("2026-02-01");
  }

  @Test
  void aWeakerReportFillsWhatIsOpenAndOverridesNothing() {
    String path = declared("title: 'Some', named: ['EST']");
    String report = "saidOn: '2026-02-01', evidence: 'REPORTED', ";
    String number = said(path, report + "participants: 26, named: ['POL'], title: 'Other'");

    assertThat(get(path).get("participants").isNull()).isTrue();
    JsonNode reported = get(path + "?evidence=REPORTED");
    assertThat(reported.get("participants").asInt()).isEqualTo(26);
    assertThat(reported.get("title").asText()).isEqualTo("Some");
    assertThat(reported.get("named").toString()).isEqualTo("[\"EST\"]");
    assertThat(reported.at("/basis/participants/statement").asText()).isEqualTo(number);
    assertThat(reported.at("/basis/participants/evidence").asText()).isEqualTo("REPORTED");
    assertThat(reported.get("evidence").asText()).isEqualTo("OFFICIAL");
  }

  @Test
  void beforeItsDayNothingIsHeard() {
    JsonNode nothing = get(declared(TWENTY_SIX) + "?validAt=2025-12-31");

    for (String field :
        List.of("title", "saidOn", "evidence", "source", "participants", "unnamed", "lastSaidOn")) {
      assertThat(nothing.get(field).isNull()).as(field).isTrue();
    }
    assertThat(nothing.get("named")).isEmpty();
    assertThat(nothing.get("basis")).isEmpty();
    assertThat(nothing.get("void").asBoolean()).isFalse();
  }

  @Test
  void aCorrectionReplacesAndAVoidTakesBack() {
    String path = declared(TWENTY_SIX);
    String more = said(path, "saidOn: '2026-02-01', named: ['POL']");
    append(path, "void: true, corrects: '" + more + "'").expecting(201);
    assertThat(get(path).get("named")).hasSize(4);

    append(path, "title: 'Three', participants: 3, named: ['FRA'], corrects: '" + first(path) + "'")
        .expecting(201);
    JsonNode corrected = get(path);
    assertThat(corrected.get("title").asText()).isEqualTo("Three");
    assertThat(corrected.get("unnamed").asInt()).isEqualTo(2);
    assertThat(get(path + "/statements").get("items")).hasSize(4);
    assertProblem(
        append(path, "title: 'X', corrects: '" + first(path) + "'"), 409, "already-corrected");
  }

  @Test
  void aDeclarationWhoseOnlyStatementIsVoidedIsVoid() {
    String path = declared(TWENTY_SIX);
    append(path, "void: true, corrects: '" + first(path) + "'").expecting(201);

    assertThat(get(path).get("void").asBoolean()).isTrue();
    assertThat(get(path).get("title").isNull()).isTrue();
  }

  @Test
  void namesAllFaultsAtOnce() {
    assertRefusedAt(
        open(
            "title: ' ', participants: 0, named: ['EST', 'ESTT', 'EST'], source: {url: 'x'},"
                + " saidOn: null, zzz: 1"),
        "/title",
        "/participants",
        "/named/1",
        "/named/2",
        "/source/title",
        "/source/url",
        "/saidOn",
        "/zzz");
    assertRefusedAt(open("participants: 1001, title: 'X'"), "/participants");
    assertRefusedAt(open("participants: 26"), "/title");
    assertRefusedAt(append(declared("title: 'X'"), "note: 'N'"), "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title: 'X', participants: 1, named: ['EST', 'FRA'] | /participants",
        "void: true | /void",
        "title: 'X', corrects: 'nothing' | /corrects",
        "title: 'X', releasability: 'ALLIES_ONLY' | /releasability"
      })
  void theFirstStatementIsWhole(String fields, String pointer) {
    assertRefusedAt(open(fields), pointer);
  }

  @Test
  void noMoreAreNamedThanTakePart() {
    String path = declared("title: 'X', participants: 2, named: ['EST', 'FRA']");

    assertRefusedAt(append(path, "named: ['POL']"), "/named").withDetail("3 allies", "only 2");
    assertRefusedAt(append(path, "participants: 1"), "/participants");
    assertRefusedAt(append(path, "named: ['POL'], saidOn: '2025-12-01'"), "/named");
    append(path, "named: ['POL'], evidence: 'REPORTED'").expecting(201);
    append(path, "named: ['POL'], participants: 3").expecting(201);
  }

  @Test
  void aVoidSaysNothing() {
    String path = declared(TWENTY_SIX);

    assertRefusedAt(
        append(
            path,
            "void: true, title: 'X', participants: 1, named: ['EST'], corrects: '"
                + first(path)
                + "'"),
        "/title",
        "/participants",
        "/named");
  }

  @Test
  void positionsShowWhoIsNamedAndBeingNamedIsNotSpeaking() {
    String path = declared("title: 'Only in this test', named: ['JPN'], saidOn: '1999-05-01'");

    JsonNode japan = get("/v1/positions?ally=JPN&validAt=1999-06-01").at("/items/0");
    assertThat(japan.get("spoke").asBoolean()).isFalse();
    assertThat(japan.get("capabilities")).isEmpty();
    assertThat(japan.get("declarations"))
        .hasSize(1)
        .first()
        .isEqualTo(
            Json.object(
                "id: '"
                    + path.substring(path.lastIndexOf('/') + 1)
                    + "', title: 'Only in this test', saidOn: '1999-05-01'"));
    assertThat(get("/v1/positions?ally=JPN&validAt=1999-04-30").at("/items/0/declarations"))
        .isEmpty();
    assertThat(get("/v1/positions?ally=EST&validAt=1999-06-01").at("/items/0/declarations"))
        .isEmpty();
  }

  @Test
  void aDeclarationAddsNothingToAnyLineAndIsNoLastWord() {
    String question = "/v1/coverage?validAt=1998-06-01&evidence=SPECULATIVE";
    JsonNode before = get(question);
    declared("title: 'X', participants: 26, named: ['FRA'], saidOn: '1998-05-01'");
    JsonNode after = get(question);

    assertThat(Json.without((ObjectNode) after, "revision"))
        .isEqualTo(Json.without((ObjectNode) before, "revision"));
  }

  @Test
  void onlyThoseWhoMaySeeAStatementHearIt() {
    String hidden = declared(TWENTY_SIX + ", releasability: 'COALITION'");
    String own = declared("title: 'Own', named: ['EST', 'LVA'], releasability: 'ALLIES_ONLY'");
    String open = declared("title: 'Open', participants: 26");
    said(open, "named: ['EST'], releasability: 'ALLIES_ONLY', saidOn: '2026-02-01'");
    Callers callers = new Callers(api);
    ApiClient everybody = callers.everybody();
    ApiClient estonia = callers.delegate("EST");
    ApiClient poland = callers.delegate("POL");

    assertProblem(everybody.get(hidden), 404, "not-found");
    assertProblem(poland.get(own), 404, "not-found");
    assertProblem(poland.get(own + "/statements"), 404, "not-found");
    assertThat(poland.get(hidden).expecting(200).json().get("unnamed").asInt()).isEqualTo(22);
    assertThat(estonia.get(own).expecting(200).json().get("title").asText()).isEqualTo("Own");
    assertThat(estonia.get(open).json().get("named")).hasSize(1);
    assertThat(poland.get(open).json().get("named")).isEmpty();
    assertThat(poland.get(open).json().get("unnamed").asInt()).isEqualTo(26);
    assertThat(poland.get(open).json().get("lastSaidOn").asText()).isEqualTo("2026-01-01");
  }

  @Test
  void aCorrectionIsNotHiddenFromThoseWhoSawWhatItCorrects() {
    String path = declared("title: 'X', named: ['EST', 'FRA'], releasability: 'ALLIES_ONLY'");
    String corrects = ", corrects: '" + first(path) + "'";

    assertRefusedAt(append(path, "title: 'X', named: ['EST']" + corrects), "/releasability");
    assertRefusedAt(append(path, "named: ['EST', 'FRA']" + corrects), "/title");
    String voided = said(path, "void: true" + corrects);
    ApiClient estonia = new Callers(api).delegate("EST");
    assertThat(estonia.get(path + "/statements/" + voided).status()).isEqualTo(200);
    assertThat(estonia.get(path).json().get("void").asBoolean()).isTrue();
  }

  /** A correction for fewer readers named others; the public void of it must not show them. */
  @Test
  void aVoidDoesNotNameThoseWhomItsTargetNamed() {
    String path = declared("title: 'X', named: ['EST']");
    String hidden =
        said(
            path,
            "title: 'X', named: ['EST', 'FRA', 'DEU'], releasability: 'COALITION', corrects: '"
                + first(path)
                + "'");
    String voided =
        said(
            path,
            "void: true, releasability: 'PUBLIC', saidOn: '2026-01-01', evidence: 'OFFICIAL',"
                + " source: {title: 'Y'}, corrects: '"
                + hidden
                + "'");
    ApiClient everybody = new Callers(api).everybody();

    JsonNode seen = everybody.get(path + "/statements/" + voided).expecting(200).json();
    assertThat(seen.get("named")).isEmpty();
    assertThat(everybody.get(path + "/statements").text()).doesNotContain("DEU", "FRA");
  }

  @Test
  void whoeverSeesADeclarationSeesATitle() {
    String path = declared("title: 'X', releasability: 'COALITION'");

    assertRefusedAt(append(path, "participants: 26"), "/title").withDetail("no other title");
    append(path, "participants: 26, releasability: 'COALITION'").expecting(201);
    append(path, "participants: 26, named: ['EST'], releasability: 'ALLIES_ONLY'").expecting(201);
  }

  @Test
  void theHistoryIsAppendedToUnderItsTag() {
    String path = declared(TWENTY_SIX);
    String list = path + "/statements";
    String tag = String.valueOf(api.get(list).header("ETag"));
    Answer next =
        api.send("POST", list, headers("If-Match", tag), body("participants: 27").toString())
            .expecting(201);

    assertThat(api.get(list).header("ETag")).isEqualTo(next.header("ETag")).isNotEqualTo(tag);
    assertThat(api.get(next.location()).json()).isEqualTo(next.json());
    assertProblem(
        api.send("POST", list, headers("If-Match", tag), body("participants: 28").toString()),
        412,
        "precondition-failed");
    assertThat(get(list + "?validAt=2025-01-01").get("items")).isEmpty();
    assertThat(get(list + "?limit=1").get("next").isNull()).isFalse();
    assertProblem(api.get(list + "/" + first(declared(TWENTY_SIX))), 404, "not-found");
  }

  private static Map<String, String> headers(String name, String value) {
    return Map.of("Content-Type", "application/json", name, value);
  }

  @Test
  void aKeyRecordsOnce() {
    Map<String, String> key = headers("Idempotency-Key", "declared-" + System.nanoTime());
    String sent = body(TWENTY_SIX).toString();

    Answer once = api.send("POST", "/v1/declarations", key, sent).expecting(201);
    assertThat(api.send("POST", "/v1/declarations", key, sent).location())
        .isEqualTo(once.location());
  }

  @Test
  void knownAtShowsWhatWasRecordedByThen() {
    String path = declared(TWENTY_SIX);
    String then = get(path + "/statements").at("/items/0/recordedAt").asText();
    said(path, "participants: 30");

    assertThat(get(path + "?knownAt=" + then).get("participants").asInt()).isEqualTo(26);
    assertThat(get(path).get("participants").asInt()).isEqualTo(30);
    assertProblem(api.get(path + "?knownAt=2000-01-01T00:00:00Z"), 404, "not-found");
  }

  @Test
  void theListIsInOrderOfRecordingAndPaged() {
    String earlier = declared("title: 'B'");
    String later = declared("title: 'A', saidOn: '2020-01-01'");
    List<String> ids = Json.texts(get("/v1/declarations?limit=500").get("items"), "id");

    assertThat(ids).containsSubsequence(id(earlier), id(later));
    JsonNode page = get("/v1/declarations?limit=1");
    assertThat(page.get("items")).hasSize(1);
    assertThat(get(page.get("next").asText()).at("/items/0/id").asText()).isEqualTo(ids.get(1));
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
