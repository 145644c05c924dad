package org.alliedregistry.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.alliedregistry.baseline.web.BaselineBody;
import org.alliedregistry.baseline.web.BaselineCheck;
import org.alliedregistry.pledge.Pledge;
import org.alliedregistry.pledge.web.NewStatement;
import org.alliedregistry.pledge.web.StatementIntake;
import org.alliedregistry.problem.Faults;
import org.alliedregistry.problem.Sent;
import org.alliedregistry.problem.StrictJson;
import org.alliedregistry.reference.Attribution;
import org.alliedregistry.reference.Condition;
import org.alliedregistry.reference.ConditionStatement;
import org.alliedregistry.reference.Evidence;
import org.alliedregistry.reference.Releasability;
import org.alliedregistry.reference.Source;
import org.alliedregistry.reference.web.AllyBody;
import org.alliedregistry.reference.web.CapabilityBody;
import org.alliedregistry.reference.web.ConditionBody;
import org.alliedregistry.registry.Content;
import org.alliedregistry.registry.Entry;
import org.alliedregistry.registry.Registry;
import org.alliedregistry.registry.Stamp;

/** Builds a registry from nothing but the events of a feed. */
final class FeedReplay {

  private static final Set<String> ATTRIBUTION =
      Set.of(
          "saidOn", "evidence", "speaker", "source", "releasability", "corrects", "void", "note");

  private final StrictJson json = new StrictJson(Clock.systemUTC());
  private Registry registry = Registry.EMPTY;

  Registry registry() {
    return registry;
  }

  void take(JsonNode event) {
    String what = event.get("type").asText().replaceAll("org.alliedregistry.|.recorded.v1", "");
    Content content = content(what, event.get("data"));
    Stamp stamp =
        Stamp.of(
            registry.journal().size() + 1L,
            Instant.parse(event.get("time").asText()),
            event.get("recordedby").asText(),
            "0".repeat(64),
            content);
    registry = registry.apply(List.of(new Entry(stamp, content)));
  }

  /** An entry as far as a feed tells of it. */
  static Entry withoutHash(Entry entry) {
    Stamp stamp = entry.stamp();
    return new Entry(
        Stamp.of(stamp.sequence(), stamp.at(), stamp.by(), "0".repeat(64), entry.content()),
        entry.content());
  }

  private Content content(String what, JsonNode data) {
    return switch (what) {
      case "ally" ->
          new Content.AllyVersion(
              json.read(data, AllyBody.class).body().toAlly(code(data), new Faults()));
      case "capability" ->
          new Content.CapabilityVersion(
              json.read(data, CapabilityBody.class).body().toCapability(code(data), new Faults()));
      case "condition" ->
          new Content.ConditionVersion(
              json.read(data, ConditionBody.class).body().toCondition(code(data), new Faults()));
      case "baseline" ->
          new Content.BaselineVersion(
              new BaselineCheck(registry, new Faults())
                  .nextVersion(
                      code(data),
                      json.read(without(data, "version", "recordedAt"), BaselineBody.class)
                          .body()));
      case "pledge" ->
          new Content.PledgeVersion(new ObjectMapper().convertValue(data, Pledge.class));
      case "statement" -> said(data);
      case "condition-statement" ->
          new Content.ConditionSaid(data.get("condition").asText(), word(data));
      default -> throw new AssertionError(what);
    };
  }

  private static String code(JsonNode data) {
    return data.get("code").asText();
  }

  private static JsonNode without(JsonNode data, String... fields) {
    ObjectNode rest = data.deepCopy();
    rest.remove(List.of(fields));
    return rest;
  }

  /** Only the fields a statement speaks of are said, and what it clears. */
  private Content said(JsonNode data) {
    Set<String> spoken = new HashSet<>(Set.of("clears"));
    data.get("speaksOf").forEach(field -> spoken.add(field.asText()));
    ObjectNode says = data.deepCopy();
    says.retain(spoken);
    ATTRIBUTION.forEach(
        field -> {
          if (!data.path(field).isNull() && !data.path(field).isMissingNode()) {
            says.set(field, data.get(field));
          }
        });
    Sent<NewStatement> sent = json.read(says, NewStatement.class);
    return StatementIntake.append(
            registry,
            Objects.requireNonNull(registry.pledge(data.get("pledge").asText()).orElse(null)),
            sent,
            data.get("id").asText())
        .get(0);
  }

  private static ConditionStatement word(JsonNode data) {
    JsonNode source = data.get("source");
    Attribution said =
        new Attribution(
            LocalDate.parse(data.get("saidOn").asText()),
            Evidence.valueOf(data.get("evidence").asText()),
            data.get("speaker").textValue(),
            new Source(
                source.get("title").textValue(),
                source.get("publisher").textValue(),
                source.get("url").textValue(),
                source.get("publishedOn").isNull()
                    ? null
                    : LocalDate.parse(source.get("publishedOn").asText())),
            Releasability.valueOf(data.get("releasability").asText()),
            data.get("corrects").textValue(),
            data.get("void").asBoolean(),
            data.get("note").textValue());
    return new ConditionStatement(
        data.get("id").asText(),
        said,
        data.get("state").isNull() ? null : Condition.State.valueOf(data.get("state").asText()),
        data.get("ally").textValue());
  }
}
