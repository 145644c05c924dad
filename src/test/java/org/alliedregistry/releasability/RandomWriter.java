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
    JsonNode recorded = firstStatement(registries.with, promise.id);
    first.id = recorded.get("id").asText();
    if (first.seen) {
      openAsSeen(promise, first, recorded);
    } else {
      idMapping.pair(promise.id, UUID.randomUUID().toString());
      hidden(recorded);
    }
  }

  /** Appends a statement; the other registry may hear of the pledge for the first time. */
  void append(RandomPledge promise, RandomStatement statement) {
    JsonNode recorded =
        write(registries.with, "POST", promise.path() + "/statements", statement.body());
    statement.id = recorded.get("id").asText();
    if (!statement.seen) {
      hidden(recorded);
    } else if (promise.seen) {
      seen(recorded, statement, promise.path() + "/statements");
    } else {
      openAsSeen(promise, statement, recorded);
    }
  }

  void onCondition(RandomStatement statement) {
    JsonNode recorded = write(registries.with, "POST", statement.history, statement.body());
    statement.id = recorded.get("id").asText();
    if (statement.seen) {
      seen(recorded, statement, statement.history);
    } else {
      hidden(recorded);
    }
  }

  /**
   * Opens a declaration, or appends to it; the other registry may hear of it for the first time.
   */
  void declare(RandomDeclaration declaration, RandomStatement statement) {
    JsonNode recorded;
    if (declaration.id.isEmpty()) {
      declaration.id =
          write(registries.with, "POST", "/v1/declarations", statement.body()).get("id").asText();
      recorded = firstOf(registries.with, declaration.path());
      if (!statement.seen) {
        idMapping.pair(declaration.id, UUID.randomUUID().toString());
      }
    } else {
      recorded =
          write(registries.with, "POST", declaration.path() + "/statements", statement.body());
    }
    statement.id = recorded.get("id").asText();
    if (!statement.seen) {
      hidden(recorded);
    } else if (declaration.seen) {
      seen(recorded, statement, declaration.path() + "/statements");
    } else {
      String id =
          write(registries.without, "POST", "/v1/declarations", statement.bodyAsSeen())
              .get("id")
              .asText();
      idMapping.pairAnew(declaration.id, id);
      pair(recorded, firstOf(registries.without, "/v1/declarations/" + id));
      declaration.seen = true;
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

  private void openAsSeen(RandomPledge promise, RandomStatement statement, JsonNode recorded) {
    ObjectNode body = promise.identity(false);
    body.set("statement", statement.bodyAsSeen());
    String id = write(registries.without, "POST", "/v1/pledges", body).get("id").asText();
    idMapping.pairAnew(promise.id, id);
    pair(recorded, firstStatement(registries.without, id));
    promise.seen = true;
  }

  private void seen(JsonNode recorded, RandomStatement statement, String history) {
    pair(recorded, write(registries.without, "POST", history, statement.bodyAsSeen()));
  }

  private void pair(JsonNode with, JsonNode without) {
    assertThat(idMapping.pair(with.get("id").asText(), without.get("id").asText())).isTrue();
    assertThat(idMapping.pair(recordedAt(with), recordedAt(without))).isTrue();
    instants.add(recordedAt(with));
  }

  /** Nobody has its id, and nothing was recorded at its instant, in the other registry. */
  private void hidden(JsonNode recorded) {
    idMapping.pair(recorded.get("id").asText(), UUID.randomUUID().toString());
    instant(recordedAt(recorded));
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
  void readEvents(boolean seen) {
    instant(Instant.now().truncatedTo(ChronoUnit.MICROS));
    JsonNode events;
    do {
      String after = lastEvent.isEmpty() ? "" : "&after=" + lastEvent;
      RawAnswer answer =
          registries.with.secretariat().send(PairedRequest.get("/v1/ledger?limit=500" + after));
      events = Json.read(answer.body()).get("items");
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

  private static Instant recordedAt(JsonNode recorded) {
    return Instant.parse(recorded.get("recordedAt").asText());
  }

  private JsonNode firstStatement(RegistryPair.Side side, String pledge) {
    return firstOf(side, "/v1/pledges/" + pledge);
  }

  private JsonNode firstOf(RegistryPair.Side side, String path) {
    RawAnswer answer = side.secretariat().send(PairedRequest.get(path + "/statements"));
    return Json.read(answer.body()).at("/items/0");
  }

  private JsonNode write(RegistryPair.Side side, String method, String path, ObjectNode body) {
    PairedRequest request =
        PairedRequest.send(method, path, body.toString()).header("Idempotency-Key", key());
    PairedRequest sent = side == registries.with ? request : registries.translated(request);
    RawAnswer answer = side.secretariat().send(sent);
    if (answer.code() == 428) {
      answer = side.secretariat().send(sent.header("If-Match", "*"));
    }
    assertThat(answer.code())
        .as(
            "%s: %s\n%s",
            side == registries.with ? "the script is refused" : "it is refused WITHOUT",
            sent,
            answer)
        .isIn(200, 201);
    return Json.read(answer.body());
  }
}
