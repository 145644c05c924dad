package org.alliedregistry.api.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.alliedregistry.domain.declaration.DeclarationStatement;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.record.Entry;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.EntryStamp;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Attribution;
import org.alliedregistry.domain.reference.Condition;
import org.alliedregistry.domain.reference.ConditionStatement;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.alliedregistry.domain.reference.Releasability;
import org.alliedregistry.domain.reference.Source;
import org.alliedregistry.json.ParsedBody;
import org.alliedregistry.json.StrictJson;
import org.alliedregistry.problem.Violations;
import org.alliedregistry.recording.BaselineBody;
import org.alliedregistry.recording.BaselineValidator;
import org.alliedregistry.recording.NewStatement;
import org.alliedregistry.recording.StatementRecorder;
import org.alliedregistry.recording.reference.AllyBody;
import org.alliedregistry.recording.reference.CapabilityBody;
import org.alliedregistry.recording.reference.ConditionBody;
import org.alliedregistry.recording.reference.ExchangeRatesBody;
import org.alliedregistry.recording.reference.GroupBody;
import org.alliedregistry.recording.reference.ProgrammeBody;

/** Builds a registry from nothing but the events of a feed. */
final class FeedReplay {

  private static final Set<String> ATTRIBUTION =
      Set.of(
          "saidOn", "evidence", "speaker", "source", "releasability", "corrects", "void", "note");

  private final StrictJson json = new StrictJson(Clock.systemUTC());
  private RegistrySnapshot registry = RegistrySnapshot.EMPTY;

  RegistrySnapshot registry() {
    return registry;
  }

  void take(JsonNode event) {
    String what = event.get("type").asText().replaceAll("org.alliedregistry.|.recorded.v1", "");
    EntryContent content = content(what, event.get("data"));
    EntryStamp stamp =
        EntryStamp.of(
            registry.log().size() + 1L,
            Instant.parse(event.get("time").asText()),
            event.get("recordedby").asText(),
            "0".repeat(64),
            content);
    registry = registry.apply(List.of(new Entry(stamp, content)));
  }

  /** An entry as far as a feed tells of it. */
  static Entry withoutHash(Entry entry) {
    EntryStamp stamp = entry.stamp();
    return new Entry(
        EntryStamp.of(
            stamp.sequence(), stamp.at(), stamp.recordedBy(), "0".repeat(64), entry.content()),
        entry.content());
  }

  private EntryContent content(String what, JsonNode data) {
    return switch (what) {
      case "ally" ->
          new EntryContent.AllyVersionRecorded(
              json.read(data, AllyBody.class)
                  .body()
                  .toAlly(code(data), registry, new Violations()));
      case "capability" ->
          new EntryContent.CapabilityVersionRecorded(
              json.read(data, CapabilityBody.class)
                  .body()
                  .toCapability(code(data), new Violations()));
      case "exchange-rates" ->
          new EntryContent.ExchangeRatesVersionRecorded(
              json.read(data, ExchangeRatesBody.class)
                  .body()
                  .toSeries(data.get("unit").asText(), registry, new Violations()));
      case "condition" ->
          new EntryContent.ConditionVersionRecorded(
              json.read(data, ConditionBody.class)
                  .body()
                  .toCondition(code(data), new Violations()));
      case "group" ->
          new EntryContent.GroupVersionRecorded(
              json.read(data, GroupBody.class)
                  .body()
                  .toGroup(code(data), registry, new Violations()));
      case "programme" ->
          new EntryContent.ProgrammeVersionRecorded(
              json.read(data, ProgrammeBody.class)
                  .body()
                  .toProgramme(code(data), new Violations()));
      case "baseline" ->
          new EntryContent.BaselineVersionRecorded(
              new BaselineValidator(registry, new Violations())
                  .nextVersion(
                      code(data),
                      json.read(without(data, "version", "recordedAt"), BaselineBody.class)
                          .body()));
      case "pledge" ->
          new EntryContent.PledgeVersionRecorded(
              new ObjectMapper().convertValue(data, Pledge.class));
      case "statement" -> said(data);
      case "condition-statement" ->
          new EntryContent.ConditionStatementRecorded(
              data.get("condition").asText(), conditionStatement(data));
      case "declaration-statement" ->
          new EntryContent.DeclarationStatementRecorded(declarationStatement(data));
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
  private EntryContent said(JsonNode data) {
    Set<String> spoken = new HashSet<>(Set.of("clears", "side"));
    data.get("speaksOf").forEach(field -> spoken.add(field.asText()));
    ObjectNode says = data.deepCopy();
    says.retain(spoken);
    ATTRIBUTION.forEach(
        field -> {
          if (!data.path(field).isNull() && !data.path(field).isMissingNode()) {
            says.set(field, data.get(field));
          }
        });
    ParsedBody<NewStatement> sent = json.read(says, NewStatement.class);
    return StatementRecorder.append(
            registry,
            Objects.requireNonNull(registry.pledge(data.get("pledge").asText()).orElse(null)),
            sent,
            data.get("id").asText())
        .get(0);
  }

  private static ConditionStatement conditionStatement(JsonNode data) {
    return new ConditionStatement(
        data.get("id").asText(),
        attribution(data),
        data.get("state").isNull() ? null : Condition.State.valueOf(data.get("state").asText()),
        data.get("ally").textValue());
  }

  private static DeclarationStatement declarationStatement(JsonNode data) {
    List<String> named = new ArrayList<>();
    data.get("named").forEach(ally -> named.add(ally.asText()));
    return new DeclarationStatement(
        data.get("id").asText(),
        data.get("declaration").asText(),
        attribution(data),
        data.get("title").textValue(),
        data.get("participants").isNull() ? null : data.get("participants").asInt(),
        named);
  }

  private static Attribution attribution(JsonNode data) {
    JsonNode source = data.get("source");
    return new Attribution(
        LocalDate.parse(data.get("saidOn").asText()),
        EvidenceGrade.valueOf(data.get("evidence").asText()),
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
  }
}
