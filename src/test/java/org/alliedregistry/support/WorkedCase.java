package org.alliedregistry.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One worked case of {@code src/test/worked-cases}, run as {@code src/test/worked-cases/check.py}
 * runs it: what is given is recorded over HTTP under codes of the case's own, then each question is
 * asked and its answer held against what is expected.
 */
public final class WorkedCase {

  private static final Path CASES = Path.of("src", "test", "worked-cases");

  private final ApiClient api;
  private final JsonNode given;
  private final JsonNode then;

  /** The ids of pledges, by reference, and of what was posted, by its name in the case. */
  private final Map<String, String> pledges = new HashMap<>();

  private final Map<String, List<String>> statements = new HashMap<>();

  private WorkedCase(ApiClient api, JsonNode document) {
    this.api = api;
    this.given = document.get("given");
    this.then = document.get("then");
  }

  /** The names of all of them. */
  public static List<String> all() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .sorted()
          .toList();
    }
  }

  /**
   * @param tag makes the codes of this run unlike those of any other
   */
  public static WorkedCase read(String file, ApiClient api, String tag) throws IOException {
    String text = Files.readString(CASES.resolve(file));
    return new WorkedCase(
        api, Json.read(text.replace("@", Json.read(text).get("id").asText() + tag)));
  }

  /** Everything that is not as expected. */
  public List<String> faults() {
    record();
    List<String> faults = new ArrayList<>();
    for (JsonNode unfilled : then) {
      JsonNode check = withIds(unfilled);
      Answer answer = ask(check);
      if (answer.status() != 200) {
        faults.add(question(check) + " answered " + answer.status() + ": " + answer.text());
        continue;
      }
      check
          .get("expect")
          .properties()
          .forEach(e -> compare(check, e.getKey(), e.getValue(), answer.json(), faults));
      check
          .path("absent")
          .forEach(path -> compareAbsent(check, path.asText(), answer.json(), faults));
    }
    return faults;
  }

  /** The one place that knows the kinds of question a case can ask. */
  private Answer ask(JsonNode check) {
    if (check.has("get")) {
      return api.get(check.get("get").asText());
    }
    if (check.has("post")) {
      return api.post(check.get("post").asText(), inIds(check.get("body")));
    }
    throw new AssertionError("a question of no known kind: " + check);
  }

  private static String question(JsonNode check) {
    return check.has("post") ? check.get("post").asText() : check.get("get").asText();
  }

  /** A body that supposes, with the ids of what the case names by reference or number. */
  private JsonNode inIds(JsonNode body) {
    body.path("pledges").forEach(pledge -> putWhole((ObjectNode) pledge));
    for (JsonNode item : body.path("statements")) {
      String reference = item.get("pledge").asText();
      ((ObjectNode) item).put("pledge", id(reference));
      putCorrected((ObjectNode) item.get("statement"), said(reference));
    }
    return body;
  }

  private static void compare(
      JsonNode check, String path, JsonNode want, JsonNode reply, List<String> faults) {
    JsonNode got = JsonSelection.at(reply, path).orElse(null);
    if (got == null) {
      faults.add(question(check) + " " + path + ": missing");
    } else if (!JsonSelection.matches(want, got)) {
      faults.add(question(check) + " " + path + ": want " + want + ", got " + got);
    }
  }

  private static void compareAbsent(
      JsonNode check, String path, JsonNode reply, List<String> faults) {
    JsonSelection.at(reply, path)
        .ifPresent(
            got -> faults.add(question(check) + " " + path + ": want nothing there, got " + got));
  }

  /** With the ids of what was made, for {@code {id:NAME}}. */
  private JsonNode withIds(JsonNode node) {
    String text = node.toString();
    for (Map.Entry<String, String> each : pledges.entrySet()) {
      text = text.replace("{id:" + each.getKey() + "}", each.getValue());
    }
    return Json.read(text);
  }

  private void post(JsonNode unfilled) {
    JsonNode item = withIds(unfilled);
    JsonNode made = must("POST", item.get("path").asText(), item.get("body"));
    if (item.has("as")) {
      pledges.put(item.get("as").asText(), made.get("id").asText());
    }
  }

  private void record() {
    for (String kind : List.of("capabilities", "baselines")) {
      for (JsonNode item : given.path(kind)) {
        must("PUT", "/v1/" + kind + "/" + item.get("code").asText(), item);
      }
    }
    given.get("conditions").forEach(this::putCondition);
    given.path("puts").forEach(item -> must("PUT", item.get("path").asText(), item.get("body")));
    given.path("posts").forEach(this::post);
    given.get("pledges").forEach(pledge -> open((ObjectNode) pledge));
    given.get("statements").forEach(this::append);
  }

  private void putCondition(JsonNode item) {
    String path = "/v1/conditions/" + item.get("code").asText();
    ObjectNode condition = Json.object("perAlly: " + item.path("perAlly").asBoolean());
    condition.set("code", item.get("code"));
    condition.set("description", item.get("description"));
    must("PUT", path, condition);
    String state = item.path("state").asText("OPEN");
    if (!state.equals("OPEN")) {
      must(
          "POST",
          path + "/statements",
          HttpFixtures.statementBody("state: '" + state + "', saidOn: '2020-01-01'"));
    }
    item.path("statements").forEach(statement -> must("POST", path + "/statements", statement));
  }

  private void open(ObjectNode pledge) {
    putWhole(pledge);
    String reference = pledge.get("reference").asText();
    String id = must("POST", "/v1/pledges", pledge).get("id").asText();
    pledges.put(reference, id);
    String first =
        must("GET", "/v1/pledges/" + id + "/statements", null).at("/items/0/id").asText();
    statements.put(reference, new ArrayList<>(List.of(first)));
  }

  private void append(JsonNode item) {
    String reference = item.get("reference").asText();
    ObjectNode statement = (ObjectNode) item.get("statement");
    putCorrected(statement, said(reference));
    String path = "/v1/pledges/" + id(reference) + "/statements";
    said(reference).add(must("POST", path, statement).get("id").asText());
  }

  private void putWhole(ObjectNode pledge) {
    if (pledge.has("partOf")) {
      pledge.put("partOf", id(pledge.get("partOf").asText()));
    }
  }

  private static void putCorrected(ObjectNode statement, List<String> said) {
    if (statement.has("corrects")) {
      statement.put("corrects", said.get(statement.get("corrects").asInt()));
    }
  }

  private String id(String reference) {
    return Objects.requireNonNull(pledges.get(reference), reference);
  }

  private List<String> said(String reference) {
    return Objects.requireNonNull(statements.get(reference), reference);
  }

  private JsonNode must(String method, String path, @Nullable JsonNode body) {
    Answer answer =
        body == null
            ? api.get(path)
            : method.equals("PUT") ? api.put(path, body) : api.send(method, path, body.toString());
    if (answer.status() < 200 || answer.status() >= 300) {
      throw new AssertionError(
          method + " " + path + " answered " + answer.status() + ": " + answer.text());
    }
    return answer.json();
  }
}
