package org.alliedregistry.seed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
import org.alliedregistry.recording.reference.ExchangeRatesBody;
import org.alliedregistry.recording.reference.ProgrammeBody;

/**
 * The bundled allies, capabilities, exchange rates, conditions, programmes and baselines. They pass
 * the checks of every write.
 */
final class ReferenceData {

  /** The name that its entries are recorded by. */
  static final String RECORDER = "registry";

  private final StrictJson json;

  ReferenceData(StrictJson json) {
    this.json = json;
  }

  /** One bundled object, and what says whether a registry has it, in this version or another. */
  private record Item(WriteCommand command, Predicate<RegistrySnapshot> isRecorded) {}

  List<WriteCommand> commands() {
    return items().map(Item::command).toList();
  }

  /** The commands for what a store of an earlier release does not have yet. */
  List<WriteCommand> missingFrom(RegistrySnapshot registry) {
    return items().filter(item -> !item.isRecorded().test(registry)).map(Item::command).toList();
  }

  /** In this order, because each kind names codes of those before it. */
  private Stream<Item> items() {
    return Stream.of(
            allies(), capabilities(), exchangeRates(), conditions(), programmes(), baselines())
        .flatMap(List::stream);
  }

  private List<Item> allies() {
    return each(
        "allies",
        AllyBody.class,
        RegistrySnapshot::allies,
        (sent, registry) ->
            new EntryContent.AllyVersionRecorded(
                sent.body().toAlly(String.valueOf(sent.body().code()), sent.faultsSoFar())));
  }

  private List<Item> capabilities() {
    return each(
        "capabilities",
        CapabilityBody.class,
        RegistrySnapshot::capabilities,
        (sent, registry) ->
            new EntryContent.CapabilityVersionRecorded(
                sent.body().toCapability(String.valueOf(sent.body().code()), sent.faultsSoFar())));
  }

  private List<Item> exchangeRates() {
    return each(
        "exchange-rates",
        ExchangeRatesBody.class,
        RegistrySnapshot::exchangeRates,
        (sent, registry) ->
            new EntryContent.ExchangeRatesVersionRecorded(
                sent.body()
                    .toSeries(String.valueOf(sent.body().unit()), registry, sent.faultsSoFar())));
  }

  private List<Item> conditions() {
    return each(
        "conditions",
        ConditionBody.class,
        RegistrySnapshot::conditions,
        (sent, registry) ->
            new EntryContent.ConditionVersionRecorded(
                sent.body().toCondition(String.valueOf(sent.body().code()), sent.faultsSoFar())));
  }

  private List<Item> programmes() {
    return each(
        "programmes",
        ProgrammeBody.class,
        RegistrySnapshot::programmes,
        (sent, registry) ->
            new EntryContent.ProgrammeVersionRecorded(
                sent.body().toProgramme(String.valueOf(sent.body().code()), sent.faultsSoFar())));
  }

  private List<Item> baselines() {
    return each(
        "baselines",
        BaselineBody.class,
        RegistrySnapshot::baselines,
        (sent, registry) ->
            new EntryContent.BaselineVersionRecorded(
                new BaselineValidator(registry, sent.faultsSoFar())
                    .nextVersion(String.valueOf(sent.body().code()), sent.body())));
  }

  private <T extends Record> List<Item> each(
      String file,
      Class<T> type,
      Function<RegistrySnapshot, Map<String, ?>> recorded,
      BiFunction<ParsedBody<T>, RegistrySnapshot, EntryContent> content) {
    List<Item> items = new ArrayList<>();
    for (JsonNode item : SeedFiles.read(file)) {
      String code = item.path(item.has("code") ? "code" : "unit").asText();
      items.add(
          new Item(
              registry -> List.of(content.apply(json.read(item, type), registry)),
              registry -> recorded.apply(registry).containsKey(code)));
    }
    return items;
  }
}
