package org.alliedregistry.seed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.baseline.ExchangeRateSeries;
import org.alliedregistry.domain.record.ConditionRecord;
import org.alliedregistry.domain.record.EntryContent;
import org.alliedregistry.domain.record.RegistrySnapshot;
import org.alliedregistry.domain.record.Versions;
import org.alliedregistry.domain.reference.Ally;
import org.alliedregistry.domain.reference.AllyGroup;
import org.alliedregistry.domain.reference.Capability;
import org.alliedregistry.domain.reference.Condition;
import org.alliedregistry.domain.reference.Programme;
import org.alliedregistry.json.ParsedBody;
import org.alliedregistry.json.StrictJson;
import org.alliedregistry.ledger.WriteCommand;
import org.alliedregistry.recording.BaselineBody;
import org.alliedregistry.recording.BaselineValidator;
import org.alliedregistry.recording.reference.AllyBody;
import org.alliedregistry.recording.reference.CapabilityBody;
import org.alliedregistry.recording.reference.ConditionBody;
import org.alliedregistry.recording.reference.ExchangeRatesBody;
import org.alliedregistry.recording.reference.GroupBody;
import org.alliedregistry.recording.reference.ProgrammeBody;
import org.alliedregistry.recording.reference.UsageGuard;

/**
 * The bundled allies, groups, capabilities, exchange rates, conditions, programmes and baselines.
 * They pass the checks of every write.
 */
final class ReferenceData {

  /** The name that its entries are recorded by. */
  static final String RECORDER = "registry";

  private final StrictJson json;
  private final Function<String, JsonNode> files;

  ReferenceData(StrictJson json) {
    this(json, SeedFiles::read);
  }

  /**
   * @param files reads the file with a name
   */
  ReferenceData(StrictJson json, Function<String, JsonNode> files) {
    this.json = json;
    this.files = files;
  }

  /**
   * A kind of reference data.
   *
   * @param file the name of its file, which is the last part of its path too
   * @param body the bodies of its items
   * @param recorded the versions of the item with a code
   * @param value the item that a body describes
   * @param entry the entry of an item; throws if a rule forbids the change
   */
  private record Kind<B extends Record, T>(
      String file,
      Class<B> body,
      BiFunction<RegistrySnapshot, String, Optional<Versions<T>>> recorded,
      BiFunction<ParsedBody<B>, RegistrySnapshot, T> value,
      BiFunction<T, RegistrySnapshot, EntryContent> entry) {}

  /** One bundled item. */
  private record Item<B extends Record, T>(Kind<B, T> kind, String code, JsonNode body) {}

  List<WriteCommand> commands() {
    return items().map(this::command).toList();
  }

  /** The steps that add what a registry of an earlier release does not have yet. */
  List<UpdateStep> missingSteps(RegistrySnapshot registry) {
    return items().filter(item -> recorded(item, registry).isEmpty()).map(this::step).toList();
  }

  /**
   * The steps that make the reference data in a registry the bundled one. A version of somebody
   * else stays the last one.
   */
  List<UpdateStep> steps() {
    return items().map(this::step).toList();
  }

  private static <T> Optional<Versions<T>> recorded(Item<?, T> item, RegistrySnapshot registry) {
    return item.kind().recorded().apply(registry, item.code());
  }

  private <B extends Record, T> T value(Item<B, T> item, RegistrySnapshot registry) {
    return item.kind().value().apply(json.read(item.body(), item.kind().body()), registry);
  }

  private <B extends Record, T> WriteCommand command(Item<B, T> item) {
    return registry -> List.of(item.kind().entry().apply(value(item, registry), registry));
  }

  private <B extends Record, T> UpdateStep step(Item<B, T> item) {
    return new UpdateStep(
        "/v1/" + item.kind().file() + "/" + item.code(), registry -> change(item, registry));
  }

  private <B extends Record, T> Change change(Item<B, T> item, RegistrySnapshot registry) {
    T value = value(item, registry);
    Versions<T> versions = recorded(item, registry).orElse(null);
    if (versions != null && versions.latest().equals(value)) {
      return Change.NONE;
    }
    return versions != null && !isOwn(versions)
        ? Change.LEFT_ALONE
        : new Change(
            Change.Kind.REFERENCE_DATA, List.of(item.kind().entry().apply(value, registry)));
  }

  private static boolean isOwn(Versions<?> versions) {
    return versions
        .versions()
        .get(versions.versions().size() - 1)
        .stamp()
        .recordedBy()
        .equals(RECORDER);
  }

  /** In this order, because each kind names codes of those before it. */
  private Stream<Item<?, ?>> items() {
    return Stream.of(
            ALLIES, GROUPS, CAPABILITIES, EXCHANGE_RATES, CONDITIONS, PROGRAMMES, BASELINES)
        .flatMap(this::items);
  }

  private <B extends Record, T> Stream<Item<B, T>> items(Kind<B, T> kind) {
    List<Item<B, T>> items = new ArrayList<>();
    for (JsonNode item : files.apply(kind.file())) {
      items.add(new Item<>(kind, item.path(item.has("code") ? "code" : "unit").asText(), item));
    }
    return items.stream();
  }

  private static final Kind<AllyBody, Ally> ALLIES =
      new Kind<>(
          "allies",
          AllyBody.class,
          (registry, code) -> Optional.ofNullable(registry.allies().get(code)),
          (sent, registry) ->
              sent.body().toAlly(String.valueOf(sent.body().code()), registry, sent.faultsSoFar()),
          (ally, registry) -> new EntryContent.AllyVersionRecorded(ally));

  private static final Kind<GroupBody, AllyGroup> GROUPS =
      new Kind<>(
          "groups",
          GroupBody.class,
          (registry, code) -> Optional.ofNullable(registry.groups().get(code)),
          (sent, registry) ->
              sent.body().toGroup(String.valueOf(sent.body().code()), registry, sent.faultsSoFar()),
          (group, registry) -> new EntryContent.GroupVersionRecorded(group));

  private static final Kind<CapabilityBody, Capability> CAPABILITIES =
      new Kind<>(
          "capabilities",
          CapabilityBody.class,
          (registry, code) -> Optional.ofNullable(registry.capabilities().get(code)),
          (sent, registry) ->
              sent.body().toCapability(String.valueOf(sent.body().code()), sent.faultsSoFar()),
          (capability, registry) ->
              new EntryContent.CapabilityVersionRecorded(
                  UsageGuard.keepingUnits(capability, registry)));

  private static final Kind<ExchangeRatesBody, ExchangeRateSeries> EXCHANGE_RATES =
      new Kind<>(
          "exchange-rates",
          ExchangeRatesBody.class,
          (registry, unit) -> Optional.ofNullable(registry.exchangeRates().get(unit)),
          (sent, registry) ->
              sent.body()
                  .toSeries(String.valueOf(sent.body().unit()), registry, sent.faultsSoFar()),
          (series, registry) -> new EntryContent.ExchangeRatesVersionRecorded(series));

  private static final Kind<ConditionBody, Condition> CONDITIONS =
      new Kind<>(
          "conditions",
          ConditionBody.class,
          (registry, code) ->
              Optional.ofNullable(registry.conditions().get(code)).map(ConditionRecord::versions),
          (sent, registry) ->
              sent.body().toCondition(String.valueOf(sent.body().code()), sent.faultsSoFar()),
          (condition, registry) ->
              new EntryContent.ConditionVersionRecorded(
                  UsageGuard.keepingPerAlly(condition, registry)));

  private static final Kind<ProgrammeBody, Programme> PROGRAMMES =
      new Kind<>(
          "programmes",
          ProgrammeBody.class,
          (registry, code) -> Optional.ofNullable(registry.programmes().get(code)),
          (sent, registry) ->
              sent.body().toProgramme(String.valueOf(sent.body().code()), sent.faultsSoFar()),
          (programme, registry) -> new EntryContent.ProgrammeVersionRecorded(programme));

  private static final Kind<BaselineBody, Baseline> BASELINES =
      new Kind<>(
          "baselines",
          BaselineBody.class,
          (registry, code) -> Optional.ofNullable(registry.baselines().get(code)),
          (sent, registry) ->
              new BaselineValidator(registry, sent.faultsSoFar())
                  .nextVersion(String.valueOf(sent.body().code()), sent.body()),
          (baseline, registry) -> new EntryContent.BaselineVersionRecorded(baseline));
}
