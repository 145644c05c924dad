package org.alliedregistry.durability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alliedregistry.support.Answers;
import org.alliedregistry.support.Json;
import org.alliedregistry.support.PackagedService;

/** All that a service tells of its ledger: every event of the feed, and whether the chain holds. */
final class ObservedLedger {

  private final Map<String, List<String>> events = new HashMap<>();
  private final List<Instant> times = new ArrayList<>();
  private final JsonNode verification;

  private ObservedLedger(JsonNode verification) {
    this.verification = verification;
  }

  static ObservedLedger by(PackagedService service) throws Exception {
    String token = service.token();
    ObservedLedger visible =
        new ObservedLedger(read(service.getAs(token, "/v1/ledger/verification")));
    String next = "/v1/ledger?limit=500";
    for (JsonNode page = read(service.getAs(token, next));
        !page.get("items").isEmpty();
        page = read(service.getAs(token, next))) {
      page.get("items").forEach(visible::note);
      next = page.get("next").asText();
    }
    return visible;
  }

  private static JsonNode read(HttpResponse<String> answer) {
    Answers.expect(200, answer);
    return Json.read(answer.body());
  }

  private void note(JsonNode event) {
    times.add(Instant.parse(event.get("time").asText()));
    if (event.get("subject").asText().startsWith("/v1/pledges/")) {
      boolean isPledge = event.get("type").asText().contains(".pledge.");
      String name = event.get("data").get(isPledge ? "reference" : "note").asText();
      events.computeIfAbsent(name, n -> new ArrayList<>()).add(isPledge ? "pledge" : "statement");
    }
  }

  Set<String> names() {
    return events.keySet();
  }

  /** What is told of one write, in order; nothing where it is not there. */
  List<String> eventsOf(String name) {
    return events.getOrDefault(name, List.of());
  }

  /** The chain is that of the rows, all of it is told, and no entry is earlier than the last. */
  void assertSound() {
    assertThat(verification.get("verified").asBoolean()).as(verification.toString()).isTrue();
    assertThat(verification.get("entries").asInt()).isEqualTo(times.size());
    assertThat(times).isSorted();
  }
}
