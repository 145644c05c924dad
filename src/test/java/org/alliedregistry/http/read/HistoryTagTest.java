package org.alliedregistry.http.read;

import static org.alliedregistry.support.ProblemAssert.assertParameterRefused;
import static org.alliedregistry.support.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.alliedregistry.support.HttpFixtures;
import org.alliedregistry.support.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tag of the list of what was said of one thing: it changes when something is added to it. */
@QuarkusTest
class HistoryTagTest {

  @Inject Clock clock;

  private final ApiClient api = ApiClient.secretariat();

  /** A condition of which as much was said; the path of its list. */
  private String pledgeWith(int statements) {
    HttpFixtures given = new HttpFixtures(api);
    String condition = given.condition("VOTE");
    for (int i = 0; i < statements; i++) {
      given.onCondition(condition, "state: 'MET'");
    }
    return "/v1/conditions/" + condition + "/statements";
  }

  private String tag(String list) {
    return String.valueOf(api.get(list).expecting(200).header("ETag"));
  }

  private Answer add(String list, String ifMatch) {
    Map<String, String> headers = Map.of("Content-Type", "application/json", "If-Match", ifMatch);
    return api.send("POST", list, headers, HttpFixtures.statementBody("state: 'OPEN'").toString());
  }

  private void recordSomethingElse() {
    HttpFixtures given = new HttpFixtures(api);
    given.pledge("EST", given.land(), "position: 'PLEDGED'");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 49, 50, 51, 120})
  void itChangesWithWhatIsAddedAndWithNothingElse(int statements) {
    String list = pledgeWith(statements);
    String read = tag(list);
    recordSomethingElse();
    assertThat(tag(list)).isEqualTo(read);

    Answer added = add(list, read).expecting(201);
    assertThat(added.header("ETag")).isNotEqualTo(read).isEqualTo(tag(list));
    assertThat(tag(list + "/")).isEqualTo(tag(list));
    assertProblem(add(list, read), 412, "precondition-failed");

    recordSomethingElse();
    Answer next = add(list, String.valueOf(added.header("ETag"))).expecting(201);
    assertThat(next.header("ETag")).isEqualTo(tag(list));
  }

  @Test
  void theHistoryOfAPledgeHasOneToo() {
    HttpFixtures given = new HttpFixtures(api);
    String pledge = given.pledge("EST", given.land(), "position: 'PLEDGED'");
    String list = "/v1/pledges/" + pledge + "/statements";
    for (int i = 0; i < 50; i++) {
      given.addStatement(pledge, "position: 'CONSIDERING'");
    }
    String read = tag(list);
    recordSomethingElse();
    api.put("/v1/pledges/" + pledge, Json.object("title: 'Renamed'")).expecting(200);
    Map<String, String> headers = Map.of("Content-Type", "application/json", "If-Match", read);
    Answer added =
        api.send(
            "POST", list, headers, HttpFixtures.statementBody("position: 'PLEDGED'").toString());

    assertThat(added.expecting(201).header("ETag")).isEqualTo(tag(list));
  }

  @Test
  void anotherDayLeavesItAsItIs() {
    String list = pledgeWith(51);
    String read = tag(list);
    QuarkusMock.installMockForInstance(Clock.offset(Clock.systemUTC(), Duration.ofDays(-2)), clock);

    assertThat(tag(list)).isEqualTo(read);
  }

  @Test
  void aReadOfAtLeastWhatWasSeenHasTheSameOne() {
    String list = pledgeWith(2);
    String seen = api.get("/v1/coverage").json().get("revision").asText();

    assertThat(tag(list + "?minRevision=" + seen)).isEqualTo(tag(list));
  }

  @Test
  void pagesThatDifferHaveDifferentOnes() {
    String list = pledgeWith(5);

    assertThat(List.of(tag(list), tag(list + "?limit=2"), tag(list + "?limit=3")))
        .doesNotHaveDuplicates();
  }

  @Test
  void aWalkThroughAHistoryStaysInItsSnapshot() {
    String list = pledgeWith(5);
    JsonNode first = api.get(list + "?limit=2").expecting(200).json();
    add(list, "*").expecting(201);
    recordSomethingElse();

    List<String> walked = new ArrayList<>(Json.texts(first.get("items"), "id"));
    String next = first.get("next").asText();
    while (!next.equals("null")) {
      JsonNode page = api.get(next).expecting(200).json();
      walked.addAll(Json.texts(page.get("items"), "id"));
      next = page.get("next").asText();
    }
    List<String> all = Json.texts(api.get(list).json().get("items"), "id");
    assertThat(walked).isEqualTo(all.subList(0, 5));
    assertThat(all).hasSize(6);
  }

  @Test
  void aCursorOfAnotherHistoryIsRefused() {
    String next = api.get(pledgeWith(3) + "?limit=2").json().get("next").asText();

    assertParameterRefused(api.get(pledgeWith(3) + next.substring(next.indexOf('?'))), "cursor");
  }
}
