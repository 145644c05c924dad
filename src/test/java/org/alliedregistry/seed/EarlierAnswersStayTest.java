package org.alliedregistry.seed;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alliedregistry.http.InstantSerializer;
import org.alliedregistry.ledger.Ledger;
import org.alliedregistry.ledger.Ledger.AuthoredCommands;
import org.alliedregistry.support.Answer;
import org.alliedregistry.support.ApiClient;
import org.junit.jupiter.api.Test;

/** Answers about the record before an update, asked before and after it. */
@QuarkusTest
@TestProfile(EarlierAnswersStayTest.OwnStore.class)
class EarlierAnswersStayTest {

  /** A store that no other test writes to. */
  public static final class OwnStore implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.datasource.jdbc.url",
          "jdbc:h2:mem:updated;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
          "quarkus.datasource.db-kind",
          "h2",
          "registry.public-record",
          "false");
    }
  }

  private static final List<String> LISTS =
      List.of(
          "/v1/allies?",
          "/v1/baselines?",
          "/v1/capabilities?",
          "/v1/conditions?",
          "/v1/exchange-rates?",
          "/v1/programmes?",
          "/v1/positions?evidence=REPORTED&",
          "/v1/pledges?evidence=REPORTED&limit=200&");

  @Inject Ledger ledger;

  private final ApiClient api = ApiClient.secretariat().withoutToken();

  @Test
  void areTheSameBytesWhileThoseOfTodayChange() {
    ledger.append(
        List.of(
            new AuthoredCommands(ReferenceData.RECORDER, OlderRecord.FILES.data().commands()),
            new AuthoredCommands(PublicRecord.RECORDER, OlderRecord.FILES.record().commands())));
    String then = InstantSerializer.text(ledger.head().at());
    List<String> questions = questions();
    Map<String, String> before = answers(questions, "&knownAt=" + then);
    String today = api.get("/v1/pledges?limit=200").text();

    assertThat(RecordUpdate.update(ledger)).isTrue();
    answers(questions, "&knownAt=" + then)
        .forEach(
            (question, answer) -> assertThat(answer).as(question).isEqualTo(before.get(question)));
    assertThat(before.values().stream().filter(text -> text.contains("An older note")))
        .isNotEmpty();
    assertThat(before.values().stream().filter(text -> text.contains("An older name")))
        .isNotEmpty();
    assertThat(api.get("/v1/pledges?limit=200").text()).isNotEqualTo(today);
    assertThat(api.get("/v1/allies").text()).doesNotContain("An older name");
  }

  private List<String> questions() {
    List<String> questions = new ArrayList<>();
    for (String baseline : ledger.registry().baselines().keySet()) {
      for (String evidence : List.of("OFFICIAL", "REPORTED")) {
        String asked = "baseline=" + baseline + "&evidence=" + evidence;
        questions.add("/v1/coverage?explain=true&" + asked);
        questions.add("/v1/coverage/marginals?" + asked);
        questions.add("/v1/coverage/timeline?from=2026-01-01&to=2027-01-01&" + asked);
        questions.add("/v1/coverage/history?from=2025-09-01&to=2026-07-31&" + asked);
      }
    }
    questions.addAll(LISTS);
    ledger
        .registry()
        .pledges()
        .keySet()
        .forEach(id -> questions.add("/v1/pledges/" + id + "/statements?"));
    return questions;
  }

  private Map<String, String> answers(List<String> questions, String view) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (String question : questions) {
      Answer answer = api.get((question + view).replace("?&", "?").replace("&&", "&"));
      answers.put(question, answer.expecting(200).header("ETag") + " " + answer.text());
    }
    return answers;
  }
}
