package org.alliedregistry.domain.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.baseline.ExchangeRateSeries;
import org.alliedregistry.domain.quantity.ExchangeRates;
import org.alliedregistry.domain.reference.Ally;
import org.alliedregistry.domain.reference.AllyGroup;
import org.alliedregistry.domain.reference.Capability;
import org.alliedregistry.domain.reference.ConditionStatements;
import org.alliedregistry.domain.reference.Programme;
import org.jspecify.annotations.Nullable;

/**
 * Everything recorded, as of one ledger entry. Immutable: {@link #apply} returns the next snapshot,
 * {@link #asOf} an earlier one, and {@link AudienceView} the one that an audience sees.
 *
 * @param exchangeRates by the unit that they convert
 * @param pledges by id, in opening order
 * @param log every entry, in order
 * @param declarations by id, in the order of their first statements
 */
public record RegistrySnapshot(
    SortedMap<String, Versions<Ally>> allies,
    SortedMap<String, Versions<Capability>> capabilities,
    SortedMap<String, ConditionRecord> conditions,
    Map<String, Versions<Baseline>> baselines,
    SortedMap<String, Versions<ExchangeRateSeries>> exchangeRates,
    PledgeIndex pledges,
    EntryLog log,
    SortedMap<String, Versions<Programme>> programmes,
    Map<String, DeclarationRecord> declarations,
    SortedMap<String, Versions<AllyGroup>> groups) {

  /** The revision before the first entry. */
  private static final String NOTHING = "none";

  public static final RegistrySnapshot EMPTY =
      new RegistrySnapshot(
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeMap<>(),
          Map.of(),
          new TreeMap<>(),
          PledgeIndex.EMPTY,
          EntryLog.EMPTY,
          new TreeMap<>(),
          Map.of(),
          new TreeMap<>());

  public RegistrySnapshot {
    allies = Collections.unmodifiableSortedMap(allies);
    capabilities = Collections.unmodifiableSortedMap(capabilities);
    conditions = Collections.unmodifiableSortedMap(conditions);
    baselines = Collections.unmodifiableMap(baselines);
    programmes = Collections.unmodifiableSortedMap(programmes);
    groups = Collections.unmodifiableSortedMap(groups);
    declarations = Collections.unmodifiableMap(declarations);
    exchangeRates = Collections.unmodifiableSortedMap(exchangeRates);
  }

  /** The stamp of the last entry; null if there is none. */
  public @Nullable EntryStamp last() {
    return log.last();
  }

  /** Applies the entries that follow this snapshot, in order. */
  public RegistrySnapshot apply(List<Entry> entries) {
    RegistryBuilder builder = new RegistryBuilder(this);
    entries.forEach(builder::apply);
    return builder.build();
  }

  /** Applies contents as if they were recorded next. No ledger has them. */
  public RegistrySnapshot withHypothetical(List<EntryContent> contents) {
    EntryStamp before = Objects.requireNonNull(last());
    List<Entry> entries = new ArrayList<>();
    for (EntryContent content : contents) {
      long sequence = before.sequence() + entries.size() + 1;
      entries.add(
          new Entry(
              EntryStamp.of(sequence, before.at(), "nobody", before.hash(), content), content));
    }
    return apply(entries);
  }

  public Optional<Ally> ally(String code) {
    return Optional.ofNullable(allies.get(code)).map(Versions::latest);
  }

  public Optional<AllyGroup> group(String code) {
    return Optional.ofNullable(groups.get(code)).map(Versions::latest);
  }

  public Optional<Capability> capability(String code) {
    return Optional.ofNullable(capabilities.get(code)).map(Versions::latest);
  }

  public Optional<Programme> programme(String code) {
    return Optional.ofNullable(programmes.get(code)).map(Versions::latest);
  }

  public Optional<DeclarationRecord> declaration(String id) {
    return Optional.ofNullable(declarations.get(id));
  }

  public Optional<ConditionRecord> condition(String code) {
    return Optional.ofNullable(conditions.get(code));
  }

  /** The latest version. */
  public Optional<Baseline> baseline(String code) {
    return Optional.ofNullable(baselines.get(code)).map(Versions::latest);
  }

  public Optional<Baseline> baseline(String code, int version) {
    return Optional.ofNullable(baselines.get(code))
        .flatMap(
            history ->
                history.versions().stream()
                    .map(Recorded::value)
                    .filter(b -> b.version() == version)
                    .findFirst());
  }

  /** The latest version of the exchange rates of a unit. */
  public Optional<ExchangeRateSeries> exchangeRateSeries(String unit) {
    return Optional.ofNullable(exchangeRates.get(unit)).map(Versions::latest);
  }

  public Optional<PledgeRecord> pledge(String id) {
    return Optional.ofNullable(pledges.get(id));
  }

  /** The id of the last entry. It is opaque; equal revisions give equal answers. */
  public String revision() {
    String last = log.lastId();
    return last == null ? NOTHING : last;
  }

  /** Whether a text has the form of a revision. */
  public static boolean isRevision(String revision) {
    return revision.equals(NOTHING) || EntryStamp.instantOf(revision).isPresent();
  }

  /**
   * Whether this snapshot has every entry of the snapshot of a revision. The instants of entries
   * ascend, so the instant decides.
   */
  public boolean includes(String revision) {
    EntryStamp last = last();
    return revision.equals(NOTHING)
        || (last != null
            && EntryStamp.instantOf(revision).filter(at -> !at.isAfter(last.at())).isPresent());
  }

  /** The stamp of the entry with an id; empty if there is none. */
  public Optional<EntryStamp> find(String id) {
    OptionalInt index = log.indexOf(id);
    return index.isEmpty() ? Optional.empty() : Optional.of(log.get(index.getAsInt()).stamp());
  }

  /** The number of entries up to the one with an id; empty if there is none. */
  public OptionalInt positionAfter(String id) {
    OptionalInt index = log.indexOf(id);
    return index.isEmpty() ? index : OptionalInt.of(index.getAsInt() + 1);
  }

  /** The snapshot right after an earlier ledger entry, without everything recorded since. */
  public RegistrySnapshot asOf(long sequence) {
    EntryStamp last = last();
    if (last == null || sequence >= last.sequence()) {
      return this;
    }
    EntryLog then = log.upTo(sequence);
    ChangedKeys changed = ChangedKeys.by(log.subList(then.size(), log.size()));
    return new RegistrySnapshot(
        ChangedKeys.undone(allies, TreeMap::new, changed.allies(), h -> h.asOf(sequence)),
        ChangedKeys.undone(
            capabilities, TreeMap::new, changed.capabilities(), h -> h.asOf(sequence)),
        ChangedKeys.undone(conditions, TreeMap::new, changed.conditions(), c -> c.asOf(sequence)),
        ChangedKeys.undone(
            baselines, LinkedHashMap::new, changed.baselines(), h -> h.asOf(sequence)),
        ChangedKeys.undone(
            exchangeRates, TreeMap::new, changed.exchangeRates(), h -> h.asOf(sequence)),
        pledges.asOf(sequence, changed.pledges()),
        then,
        ChangedKeys.undone(programmes, TreeMap::new, changed.programmes(), h -> h.asOf(sequence)),
        ChangedKeys.undone(
            declarations, LinkedHashMap::new, changed.declarations(), d -> d.asOf(sequence)),
        ChangedKeys.undone(groups, TreeMap::new, changed.groups(), h -> h.asOf(sequence)));
  }

  /**
   * The snapshot at an instant. It always has the reference data that the registry was opened with:
   * at an instant before the first start there is that, and no pledge.
   */
  public RegistrySnapshot knownAt(Instant instant) {
    int known = countKnown(instant);
    return known == 0 ? this : asOf(log.get(known - 1).stamp().sequence());
  }

  /** The number of entries known at an instant. */
  public int countKnown(Instant instant) {
    return Math.max(log.countUpTo(instant), log.countOfFirst());
  }

  /** The entries recorded after an earlier snapshot, in order. */
  public List<Entry> entriesSince(RegistrySnapshot earlier) {
    return log.subList(earlier.log.size(), log.size());
  }

  /** The input of the coverage computation. */
  public CoverageInput coverageInput() {
    return new CoverageInput(
        latestCapabilities(),
        pledges.pledgeStatements(),
        conditionStatements(),
        pledges.partitions(),
        latestExchangeRates());
  }

  public Map<String, ExchangeRates> latestExchangeRates() {
    return Versions.latest(exchangeRates, ExchangeRateSeries::rates);
  }

  public Map<String, Capability> latestCapabilities() {
    return Versions.latest(capabilities, Function.identity());
  }

  /** The conditions with their statements, by code. */
  public Map<String, ConditionStatements> conditionStatements() {
    Map<String, ConditionStatements> statements = new LinkedHashMap<>();
    conditions.forEach((code, condition) -> statements.put(code, condition.conditionStatements()));
    return statements;
  }
}
