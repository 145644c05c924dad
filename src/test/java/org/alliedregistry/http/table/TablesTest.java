package org.alliedregistry.http.table;

import static org.alliedregistry.support.ProblemAssert.assertParameterRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.Contract;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TablesTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);

  /** The lists whose address has no parameter. */
  static List<String> lists() {
    return Contract.document().path("paths").properties().stream()
        .filter(path -> !path.getKey().contains("{"))
        .filter(path -> path.getValue().at("/get/responses/200/content").has("text/csv"))
        .map(Map.Entry::getKey)
        .toList();
  }

  static List<String> pagedLists() {
    return lists().stream()
        .filter(path -> !path.equals("/v1/coverage") && !path.equals("/v1/positions"))
        .toList();
  }

  private Answer get(String path, String... headers) {
    return api.send(
        "GET", path, headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]), null);
  }

  private static List<String> lines(Answer table) {
    return table.expecting(200).text().lines().toList();
  }

  @Test
  void everyListIsATable() {
    assertThat(lists())
        .contains(
            "/v1/allies",
            "/v1/pledges",
            "/v1/conditions",
            "/v1/baselines",
            "/v1/coverage",
            "/v1/positions");
  }

  @ParameterizedTest
  @MethodSource("pagedLists")
  void aTableHasTheWholeList(String path) {
    List<JsonNode> walked = new java.util.ArrayList<>();
    for (String next = path + "?limit=500"; next != null; ) {
      JsonNode page = api.get(next).expecting(200).json();
      page.get("items").forEach(walked::add);
      next = page.get("next").textValue();
    }
    Answer table = get(path + "?format=ndjson");

    assertThat(lines(table).stream().map(Json::read)).containsExactlyElementsOf(walked);
    assertThat(table.header("Content-Type")).isEqualTo("application/x-ndjson");
    assertThat(get(path + "?format=csv").expecting(200).text().split("\r\n"))
        .hasSizeGreaterThan(walked.size());
  }

  @Test
  void acceptAsksForATableToo() {
    Answer csv = get("/v1/allies", "Accept", "text/csv");

    assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8;header=present");
    assertThat(csv.header("Content-Disposition")).isEqualTo("attachment; filename=\"allies.csv\"");
    assertThat(lines(csv).get(0)).isEqualTo("\uFEFFcode,name,kind,memberships");
    assertThat(csv.header("Vary")).contains("Accept,");
    assertThat(get("/v1/allies", "Accept", "text/csv;q=0.5, application/json").json().has("items"))
        .isTrue();
    assertThat(get("/v1/allies", "Accept", "text/csv, application/json;q=0.5").text())
        .startsWith("\uFEFF");
    assertThat(get("/v1/allies?format=json", "Accept", "text/csv").json().has("items")).isTrue();
  }

  @Test
  void aCallerThatHasTheTableGetsNoBody() {
    Answer first = get("/v1/capabilities?format=csv");
    Answer again = get("/v1/capabilities?format=csv", "If-None-Match", first.header("ETag"));

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(get("/v1/capabilities").header("ETag")).isNotEqualTo(first.header("ETag"));
  }

  @Test
  void aTableIsWholeSoItTakesNoLimitAndNoCursor() {
    assertParameterRefused(get("/v1/allies?format=csv&limit=5"), "limit");
    assertParameterRefused(get("/v1/allies?format=xlsx&cursor=abc"), "cursor");
    assertParameterRefused(get("/v1/allies?format=pdf"), "format");
    assertParameterRefused(get("/v1/coverage?format=CSV"), "format");
  }

  @Test
  void aQuestionThatIsRefusedIsAProblemNotATable() {
    Answer refused = get("/v1/pledges?ally=XXX", "Accept", "text/csv");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void theStatementsOfAPledgeAreATable() {
    String pledge =
        given.pledge(
            "EST",
            given.land(),
            "position: 'PLEDGED', wording: '=cmd', amount: {high: 1, unit: 'company'}");
    List<String> csv = lines(get("/v1/pledges/" + pledge + "/statements?format=csv"));

    assertThat(csv).hasSize(2);
    assertThat(csv.get(0)).contains("amount.low,amount.high,amount.unit");
    assertThat(csv.get(1)).contains(",1,company,").contains(",'=cmd,");
  }

  @Test
  void aCoverageHasARowForEachRequirementAndEachRowByAlly() {
    JsonNode coverage = api.get("/v1/coverage?evidence=REPORTED").expecting(200).json();
    long byAlly =
        StreamSupport.stream(coverage.get("requirements").spliterator(), false)
            .mapToLong(requirement -> requirement.get("byAlly").size())
            .sum();
    List<JsonNode> rows =
        lines(get("/v1/coverage?evidence=REPORTED&format=ndjson")).stream()
            .map(Json::read)
            .toList();

    assertThat(rows).hasSize((int) (coverage.get("requirements").size() + byAlly));
    assertThat(rows.get(0).get("counted")).isEqualTo(coverage.at("/requirements/0/counted"));
    assertThat(rows.get(0).get("stated"))
        .isEqualTo(coverage.at("/requirements/0/onStatedNumbers/counted"));
    assertThat(rows.get(0).get("recordThrough")).isEqualTo(coverage.get("recordThrough"));
    assertThat(rows.get(1).get("allies")).isEqualTo(coverage.at("/requirements/0/byAlly/0/allies"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "ndjson", "xlsx"})
  void headIsAnsweredAsGetWithoutABody(String format) {
    Answer head = api.send("HEAD", "/v1/programmes?format=" + format, Map.of(), null);

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("ETag"))
        .isEqualTo(get("/v1/programmes?format=" + format).header("ETag"));
    assertThat(head.text()).isEmpty();
  }

  @Test
  void positionsHaveARowForEachAllyAndCapability() {
    String land = given.land();
    given.pledge("EST", land, "position: 'PLEDGED', amount: {high: 1, unit: 'company'}");
    List<String> csv = lines(get("/v1/positions?format=csv&ally=EST,SVN"));

    assertThat(csv.get(0))
        .startsWith(
            "\uFEFFally,name,memberships,spoke,capability,purpose,position,rung,amounts.unit")
        .contains("amounts.PLEDGED.low,amounts.PLEDGED.high");
    assertThat(csv).anyMatch(row -> row.contains("," + land + ",GUARANTEE_FORCE,PLEDGED,PLEDGED,"));
    assertThat(csv).anyMatch(row -> row.startsWith("SVN,Slovenia,"));
  }
}
