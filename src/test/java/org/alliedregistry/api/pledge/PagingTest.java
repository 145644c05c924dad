package org.alliedregistry.api.pledge;

import static org.alliedregistry.support.ProblemAssert.assertParameterRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks through a list, page by page. */
@QuarkusTest
class PagingTest {

  private final ApiClient api = ApiClient.secretariat();
  private final HttpFixtures given = new HttpFixtures(api);
  private final List<String> ids = new ArrayList<>();
  private String land = "";
  private String list = "";

  @BeforeEach
  void fivePledges() {
    land = given.land();
    list = "/v1/pledges?capability=" + land;
    for (String ally : new String[] {"BEL", "DNK", "EST", "FIN", "LTU"}) {
      ids.add(given.pledge(ally, land, "position: 'PLEDGED'"));
    }
  }

  @Test
  void walksEveryItemOnceAndInOrder() {
    for (int limit = 1; limit <= 6; limit++) {
      assertThat(walked(list + "&limit=" + limit)).as("limit " + limit).isEqualTo(ids);
    }
  }

  @Test
  void aListThatFitsHasNoNextPage() {
    Answer answer = api.get(list + "&limit=5");

    assertThat(answer.json().get("next").isNull()).isTrue();
    assertThat(answer.header("Link")).isNull();
  }

  @Test
  void theLinkHeaderIsTheNextOfTheBody() {
    Answer answer = api.get(list + "&limit=2");

    String next = answer.json().get("next").asText();
    assertThat(next).startsWith("/v1/pledges?").contains("cursor=");
    assertThat(answer.header("Link")).isEqualTo("<" + next + ">; rel=\"next\"");
  }

  @Test
  void nextKeepsTheFiltersAndTheLimit() {
    Answer first = api.get(list + "&ally=DNK,EST,FIN&q=of%20a%20test&limit=2");
    Answer second = api.get(first.json().get("next").asText()).expecting(200);

    assertThat(Json.texts(first.json().get("items"), "id")).isEqualTo(ids.subList(1, 3));
    assertThat(Json.texts(second.json().get("items"), "id")).isEqualTo(ids.subList(3, 4));
    assertThat(second.json().get("next").isNull()).isTrue();
  }

  @Test
  void allPagesOfOneWalkBelongToOneSnapshot() {
    Answer first = api.get(list + "&limit=2");
    given.pledge("AUS", land, "position: 'PLEDGED'");
    given.pledge("EST", land, "position: 'PLEDGED'");
    given.addStatement(ids.get(4), "position: 'WITHDRAWN'");

    List<JsonNode> rest = items(first.json().get("next").asText());
    assertThat(rest).extracting(item -> item.get("id").asText()).isEqualTo(ids.subList(2, 5));
    assertThat(rest.get(2).at("/terms/position").asText()).isEqualTo("PLEDGED");
    assertThat(walked(list)).hasSize(7);
  }

  @Test
  void whatIsFilteredByItsTermsStaysInTheSnapshotToo() {
    Answer first = api.get(list + "&position=PLEDGED&limit=2");
    given.addStatement(ids.get(2), "position: 'WITHDRAWN'");

    assertThat(items(first.json().get("next").asText()))
        .extracting(item -> item.get("id").asText())
        .isEqualTo(ids.subList(2, 5));
  }

  @Test
  void theLimitMayChangeOnTheWay() {
    String next = api.get(list + "&limit=1").json().get("next").asText();

    assertThat(items(next.replace("limit=1", "limit=500")))
        .extracting(item -> item.get("id").asText())
        .isEqualTo(ids.subList(1, 5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"x", "%3D%3D%3D", "AAAA", "MQ", "null", "-1", "%F0%9F%98%80", "YS5iLmM", "..."})
  void aCursorThatIsNoneIsRefused(String cursor) {
    assertParameterRefused(api.get(list + "&cursor=" + cursor), "cursor");
  }

  @Test
  void aCursorOfAnotherQueryIsRefused() {
    String cursor = cursorOf(list + "&limit=2");

    assertParameterRefused(api.get("/v1/pledges?cursor=" + cursor), "cursor");
    assertParameterRefused(api.get(list + "&ally=EST&cursor=" + cursor), "cursor");
    assertParameterRefused(api.get(list + "&validAt=2026-02-01&cursor=" + cursor), "cursor");
    assertParameterRefused(api.get("/v1/allies?cursor=" + cursor), "cursor");
    assertParameterRefused(
        api.get("/v1/pledges/" + ids.get(0) + "/statements?cursor=" + cursor), "cursor");
  }

  @Test
  void aCursorWithOneCharacterChangedIsRefusedOrHarmless() {
    String cursor = cursorOf(list + "&limit=2");

    for (int i = 0; i < cursor.length(); i++) {
      char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
      String mangled = cursor.substring(0, i) + other + cursor.substring(i + 1);
      assertThat(api.get(list + "&cursor=" + mangled).status()).as(mangled).isIn(200, 400);
    }
    assertParameterRefused(api.get(list + "&cursor=" + cursor.substring(1)), "cursor");
    assertParameterRefused(api.get(list + "&cursor=" + cursor + "AAAA"), "cursor");
  }

  @Test
  void aForgedCursorIsRefused() {
    String earlier = api.get("/v1/positions?ally=EST").json().get("revision").asText();
    given.pledge("AUS", land, "position: 'PLEDGED'");
    String own =
        new String(
            Base64.getUrlDecoder().decode(cursorOf(list + "&limit=2")), StandardCharsets.US_ASCII);
    String[] parts = own.split("\\.");
    String[] others = {earlier, "1", "2020-01-01", "00000000", "0000000000000000"};
    assertThat(parts).hasSameSizeAs(others);

    for (int i = 0; i < parts.length; i++) {
      String[] forged = parts.clone();
      forged[i] = others[i];
      assertParameterRefused(
          api.get(list + "&cursor=" + encoded(String.join(".", forged))), "cursor");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "500"})
  void theBoundsOfALimitAreInclusive(String limit) {
    assertThat(api.get(list + "&limit=" + limit).status()).isEqualTo(200);
  }

  @Test
  void everyOtherListIsWalkedTheSame() {
    for (String path :
        new String[] {"allies", "capabilities", "conditions", "programmes", "baselines"}) {
      List<String> whole = codes(items("/v1/" + path + "?limit=500"));
      assertThat(codes(items("/v1/" + path + "?limit=7"))).as(path).containsAll(whole);
      assertThat(whole).as(path).isSorted().doesNotHaveDuplicates();
    }
  }

  @Test
  void theDefaultIsFiftyAPage() {
    Answer answer = api.get("/v1/pledges");

    assertThat(answer.json().get("items")).hasSize(50);
    assertThat(answer.json().get("next").isNull()).isFalse();
  }

  private String cursorOf(String path) {
    return api.get(path).json().get("next").asText().replaceFirst(".*cursor=", "");
  }

  private static String encoded(String cursor) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(cursor.getBytes(StandardCharsets.US_ASCII));
  }

  private List<String> walked(String path) {
    return items(path).stream().map(item -> item.get("id").asText()).toList();
  }

  private static List<String> codes(List<JsonNode> items) {
    return items.stream().map(item -> item.get("code").asText()).toList();
  }

  private List<JsonNode> items(String path) {
    List<JsonNode> items = new ArrayList<>();
    JsonNode page = api.get(path).expecting(200).json();
    page.get("items").forEach(items::add);
    while (!page.get("next").isNull()) {
      page = api.get(page.get("next").asText()).expecting(200).json();
      page.get("items").forEach(items::add);
    }
    return items;
  }
}
