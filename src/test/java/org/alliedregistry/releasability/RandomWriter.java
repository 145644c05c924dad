package org.alliedregistry.releasability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.alliedregistry.support.Json;

/**
 * Writes for the secretariat: everything into the one registry, and into the other what the caller
 * may see, as if the rest had never been said.
 */
final class RandomWriter {

  private final RegistryPair registries;
  private final IdMapping idMapping;

  /** Instants between, before and at what was recorded. */
  final List<Instant> instants = new ArrayList<>();

  /** Ids of events that the caller has never seen. */
  final List<String> hiddenEvents = new ArrayList<>();

  private String lastEvent = "";

  RandomWriter(RegistryPair registries) {
    this.registries = registries;
    this.idMapping = registries.idMapping;
  }

  /** Opens a pledge; the other registry hears of it only if its first statement is seen. */
  void open(RandomPledge promise, RandomStatement first) {
    ObjectNode body = promise.identity(true);
    body.set("statement", first.body());
    promise.id = write(registries.with, "POST", "/v1/pledges", body).get("id").asText();
    JsonNode statement = firstStatement(registries.with, promise.id);
    first.id = statement.get("id").asText();
    if (first.seen) {
      openAsSeen(promise, first, statement);
    } else {
      idMapping.pair(promise.id, UUID.randomUUID().toString());
      hidden(statement);
    }
  }

  /** Appends a statement; the other registry may hear of the pledge for the first time. */
  void append(RandomPledge promise, RandomStatement word) {
    JsonNode statement =
        write(registries.with, "POST", promise.path() + "/statements", word.body());
    word.id = statement.get("id").asText();
    if (!word.seen) {
      hidden(statement);
    } else if (promise.seen) {
      seen(statement, word, promise.path() + "/statements");
    } else {
      openAsSeen(promise, word, statement);
    }
  }

  void onCondition(RandomStatement word) {
    JsonNode statement = write(registries.with, "POST", word.history, word.body());
    word.id = statement.get("id").asText();
    if (word.seen) {
      seen(statement, word, word.history);
    } else {
      hidden(statement);
    }
  }

  /** Records the next version of a pledge, for the other registry only if it is another there. */
  void version(RandomPledge promise, boolean seen) {
    write(registries.with, "PUT", promise.path(), promise.version(true));
    if (seen) {
      write(registries.without, "PUT", promise.path(), promise.version(false));
    }
  }

  void put(String path, ObjectNode body) {
    write(registries.with, "PUT", path, body);
    write(registries.without, "PUT", path, body);
  }

  private void openAsSeen(RandomPledge promise, RandomStatement word, JsonNode statement) {
    ObjectNode body = promise.identity(false);
    body.set("statement", word.bodyAsSeen());
    String id = write(registries.without, "POST", "/v1/pledges", body).get("id").asText();
    idMapping.pairAnew(promise.id, id);
    pair(statement, firstStatement(registries.without, id));
    promise.seen = true;
  }

  private void seen(JsonNode statement, RandomStatement word, String history) {
    pair(statement, write(registries.without, "POST", history, word.bodyAsSeen()));
  }

  private void pair(JsonNode with, JsonNode without) {
    assertThat(idMapping.pair(with.get("id").asText(), without.get("id").asText())).isTrue();
    assertThat(idMapping.pair(recordedAt(with), recordedAt(without))).isTrue();
    instants.add(recordedAt(with));
  }

  /** Nobody has its id, and nothing was recorded at its instant, in the other registry. */
  private void hidden(JsonNode statement) {
    idMapping.pair(statement.get("id").asText(), UUID.randomUUID().toString());
    instant(recordedAt(statement));
  }

  private void instant(Instant instant) {
    if (idMapping.pair(instant, instant)) {
      instants.add(instant);
    }
  }

  /**
   * To be called after every write.
   *
   * @param seen whether the caller may know that there was one
   */
  void tellEvents(boolean seen) {
    instant(Instant.now().truncatedTo(ChronoUnit.MICROS));
    JsonNode events;
    do {
      String after = lastEvent.isEmpty() ? "" : "&after=" + lastEvent;
      RawAnswer heard =
          registries.with.secretariat().send(PairedRequest.get("/v1/ledger?limit=500" + after));
      events = Json.read(heard.body()).get("items");
      for (JsonNode event : events) {
        lastEvent = event.get("id").asText();
        if (!seen) {
          hiddenEvents.add(lastEvent);
          String start = lastEvent.substring(0, lastEvent.indexOf('-') + 1);
          idMapping.pair(
              lastEvent, start + UUID.randomUUID().toString().replace("-", "").substring(16));
        }
      }
    } while (!events.isEmpty());
  }

  /** One that the secretariat has used, or will use next. */
  String key() {
    return "key-" + instants.size();
  }

  private static Instant recordedAt(JsonNode statement) {
    return Instant.parse(statement.get("recordedAt").asText());
  }

  private JsonNode firstStatement(RegistryPair.Side side, String pledge) {
    RawAnswer heard =
        side.secretariat().send(PairedRequest.get("/v1/pledges/" + pledge + "/statements"));
    return Json.read(heard.body()).at("/items/0");
  }

  private JsonNode write(RegistryPair.Side side, String method, String path, ObjectNode body) {
    PairedRequest asked =
        PairedRequest.send(method, path, body.toString()).header("Idempotency-Key", key());
    PairedRequest sent = side == registries.with ? asked : registries.translated(asked);
    RawAnswer heard = side.secretariat().send(sent);
    if (heard.code() == 428) {
      heard = side.secretariat().send(sent.header("If-Match", "*"));
    }
    assertThat(heard.code())
        .as(
            "%s: %s\n%s",
            side == registries.with ? "the script is refused" : "it is refused WITHOUT",
            sent,
            heard)
        .isIn(200, 201);
    return Json.read(heard.body());
  }
}
