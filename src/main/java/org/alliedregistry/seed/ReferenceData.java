package org.alliedregistry.seed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.json.ParsedBody;
import org.alliedregistry.json.StrictJson;
import org.alliedregistry.ledger.WriteCommand;
import org.alliedregistry.recording.BaselineBody;
import org.alliedregistry.recording.BaselineValidator;
import org.alliedregistry.recording.reference.AllyBody;
import org.alliedregistry.recording.reference.CapabilityBody;
import org.alliedregistry.recording.reference.ConditionBody;
import org.alliedregistry.recording.reference.ProgrammeBody;

/**
 * The bundled allies, capabilities, conditions, programmes and baselines. They pass the checks of
 * every write.
 */
final class ReferenceData {

  /** The name that its entries are recorded by. */
  static final String RECORDER = "registry";

  private final StrictJson json;

  ReferenceData(StrictJson json) {
    this.json = json;
  }

  List<WriteCommand> commands() {
    List<WriteCommand> commands = new ArrayList<>();
    commands.addAll(
        each(
            "allies",
            AllyBody.class,
            (sent, registry) ->
                new EntryContent.AllyVersionRecorded(
                    sent.body().toAlly(String.valueOf(sent.body().code()), sent.faultsSoFar()))));
    commands.addAll(
        each(
            "capabilities",
            CapabilityBody.class,
            (sent, registry) ->
                new EntryContent.CapabilityVersionRecorded(
                    sent.body()
                        .toCapability(String.valueOf(sent.body().code()), sent.faultsSoFar()))));
    commands.addAll(
        each(
            "conditions",
            ConditionBody.class,
            (sent, registry) ->
                new EntryContent.ConditionVersionRecorded(
                    sent.body()
                        .toCondition(String.valueOf(sent.body().code()), sent.faultsSoFar()))));
    commands.addAll(programmes());
    commands.addAll(baselines());
    return commands;
  }

  private List<WriteCommand> programmes() {
    return each(
        "programmes",
        ProgrammeBody.class,
        (sent, registry) ->
            new EntryContent.ProgrammeVersionRecorded(
                sent.body().toProgramme(String.valueOf(sent.body().code()), sent.faultsSoFar())));
  }

  private List<WriteCommand> baselines() {
    return each(
        "baselines",
        BaselineBody.class,
        (sent, registry) ->
            new EntryContent.BaselineVersionRecorded(
                new BaselineValidator(registry, sent.faultsSoFar())
                    .nextVersion(String.valueOf(sent.body().code()), sent.body())));
  }

  private <T extends Record> List<WriteCommand> each(
      String file,
      Class<T> type,
      BiFunction<ParsedBody<T>, RegistrySnapshot, EntryContent> content) {
    List<WriteCommand> commands = new ArrayList<>();
    for (JsonNode item : SeedFiles.read(file)) {
      ParsedBody<T> sent = json.read(item, type);
      commands.add(registry -> List.of(content.apply(sent, registry)));
    }
    return commands;
  }
}
