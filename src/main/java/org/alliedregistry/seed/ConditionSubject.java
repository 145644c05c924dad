package org.alliedregistry.seed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.alliedregistry.domain.record.ConditionRecord;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.Recorded;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.reference.Audience;
import org.alliedregistry.domain.reference.ConditionStatement;
import org.alliedregistry.json.StrictJson;
import org.alliedregistry.recording.reference.AddConditionStatement;
import org.alliedregistry.recording.reference.NewConditionStatement;
import org.alliedregistry.security.Author;

/** A condition that the bundled record has statements on. */
record ConditionSubject(String code, StrictJson json)
    implements StatementSubject<ConditionStatement> {

  private static final Author AUTHOR =
      new Author(PublicRecord.RECORDER, Audience.SECRETARIAT, /* ally= */ null);

  /** The statements on it in the bundled record. */
  static List<BundledStatement> bundled(JsonNode condition) {
    return BundledStatement.of(
        "condition:" + condition.path("code").textValue(), condition.path("statements"));
  }

  @Override
  public List<Recorded<ConditionStatement>> recorded(RegistrySnapshot registry) {
    return registry.condition(code).map(ConditionRecord::statements).orElse(List.of());
  }

  @Override
  public List<EntryContent> decide(RegistrySnapshot registry, ObjectNode body, String id) {
    return new AddConditionStatement(AUTHOR, code, json.read(body, NewConditionStatement.class), id)
        .decide(registry);
  }

  @Override
  public ConditionStatement statement(EntryContent content) {
    return ((EntryContent.ConditionStatementRecorded) content).statement();
  }

  @Override
  public Object fields(ConditionStatement statement) {
    return Arrays.asList(
        statement.attribution().correcting(null), statement.state(), statement.ally());
  }
}
