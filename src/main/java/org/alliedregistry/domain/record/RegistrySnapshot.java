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
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.reference.Ally;
import org.alliedregistry.domain.reference.Capability;
import org.alliedregistry.domain.reference.ConditionStatements;
import org.jspecify.annotations.Nullable;

/**
 * Everything recorded, as of one ledger entry. Immutable: {@link #apply} answers the next one,
 * {@link #asOf} an earlier one, and {@link AudienceView} that of an audience.
 *
 * @param pledges by id, the oldest first
 * @param journal every entry, in order
 */
public record RegistrySnapshot(
    SortedMap<String, Versions<Ally>> allies,
    SortedMap<String, Versions<Capability>> capabilities,
    SortedMap<String, ConditionRecord> conditions,
    Map<String, Versions<Baseline>> baselines,
    PledgeIndex pledges,
    EntryLog log) {

  /** The revision before the first entry. */
  private static final String NOTHING = "none";

  public static final RegistrySnapshot EMPTY =
      new RegistrySnapshot(
          new TreeMap<>(),
          new TreeMap<>(),
          new TreeMap<>(),
          Map.of(),
          PledgeIndex.EMPTY,
          EntryLog.EMPTY);

  private static final String HYPOTHETICAL_WRITER = "nobody";

  public RegistrySnapshot {
    allies = Collections.unmodifiableSortedMap(allies);
    capabilities = Collections.unmodifiableSortedMap(capabilities);
    conditions = Collections.unmodifiableSortedMap(conditions);
    baselines = Collections.unmodifiableMap(baselines);
  }

  /** The stamp of the last entry, null where nothing is recorded. */
  public @Nullable EntryStamp last() {
    return log.last();
  }

  /** This registry and the entries that follow it, in order. */
  public RegistrySnapshot apply(List<Entry> entries) {
    RegistryBuilder editing = new RegistryBuilder(this);
    entries.forEach(editing::apply);
    return editing.build();
  }

  /** This registry as if that were recorded next; nothing of it is in any ledger. */
  public RegistrySnapshot withHypothetical(List<EntryContent> contents) {
    EntryStamp before = Objects.requireNonNull(last());
    List<Entry> entries = new ArrayList<>();
    for (EntryContent content : contents) {
      long sequence = before.sequence() + entries.size() + 1;
      entries.add(
          new Entry(
              EntryStamp.of(sequence, before.at(), HYPOTHETICAL_WRITER, before.hash(), content),
              content));
    }
    return apply(entries);
  }

  public Optional<Ally> ally(String code) {
    return Optional.ofNullable(allies.get(code)).map(Versions::latest);
  }

  public Optional<Capability> capability(String code) {
    return Optional.ofNullable(capabilities.get(code)).map(Versions::latest);
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

  public Optional<PledgeRecord> pledge(String id) {
    return Optional.ofNullable(pledges.get(id));
  }

  /** The id of the last entry, opaque: the same revision gives the same answers. */
  public String revision() {
    String last = log.lastId();
    return last == null ? NOTHING : last;
  }

  /** Whether it is a revision of any registry, by its form. */
  public static boolean isRevision(String revision) {
    return revision.equals(NOTHING) || EntryStamp.instantOf(revision).isPresent();
  }

  /**
   * Whether everything that the registry of a revision has is in this one: instants follow the
   * ledger, each after the one before.
   */
  public boolean includes(String revision) {
    EntryStamp last = last();
    return revision.equals(NOTHING)
        || (last != null
            && EntryStamp.instantOf(revision).filter(at -> !at.isAfter(last.at())).isPresent());
  }

  /** The stamp of the entry of an id; empty for an id that is none of ours. */
  public Optional<EntryStamp> find(String id) {
    OptionalInt index = log.indexOf(id);
    return index.isEmpty() ? Optional.empty() : Optional.of(log.get(index.getAsInt()).stamp());
  }

  /** How many entries there are up to that of an id; empty for an id that is none of ours. */
  public OptionalInt positionAfter(String id) {
    OptionalInt index = log.indexOf(id);
    return index.isEmpty() ? index : OptionalInt.of(index.getAsInt() + 1);
  }

  /** This registry as it was right after an earlier ledger entry: what was recorded since goes. */
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
        pledges.asOf(sequence, changed.pledges()),
        then);
  }

  /**
   * This registry as it was known at an instant. It is never without the reference data it was
   * opened with: an instant before its first start knows of no pledge, and of all that.
   */
  public RegistrySnapshot knownAt(Instant instant) {
    int known = countKnown(instant);
    return known == 0 ? this : asOf(log.get(known - 1).stamp().sequence());
  }

  /** How many entries were known at an instant. */
  public int countKnown(Instant instant) {
    return Math.max(log.countUpTo(instant), initialEntryCount());
  }

  /** How many entries were made to open the registry: those of its first transaction. */
  private int initialEntryCount() {
    return log.isEmpty() ? 0 : log.countUpTo(log.get(0).stamp().at());
  }

  /** What was recorded after an earlier state of this registry, in order. */
  public List<Entry> entriesSince(RegistrySnapshot earlier) {
    return log.subList(earlier.log.size(), log.size());
  }

  /** What the coverage is computed on. */
  public CoverageInput coverageInput() {
    return new CoverageInput(
        latestCapabilities(),
        pledges.pledgeStatements(),
        conditionStatements(),
        pledges.partitions());
  }

  public Map<String, Capability> latestCapabilities() {
    Map<String, Capability> latest = new LinkedHashMap<>();
    capabilities.forEach((code, history) -> latest.put(code, history.latest()));
    return latest;
  }

  /** The conditions and what was said of them, by code. */
  public Map<String, ConditionStatements> conditionStatements() {
    Map<String, ConditionStatements> files = new LinkedHashMap<>();
    conditions.forEach((code, condition) -> files.put(code, condition.file()));
    return files;
  }
}
