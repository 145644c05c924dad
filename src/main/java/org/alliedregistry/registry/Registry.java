package org.alliedregistry.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.alliedregistry.baseline.Baseline;
import org.alliedregistry.coverage.Landscape;
import org.alliedregistry.pledge.Dossier;
import org.alliedregistry.reference.Ally;
import org.alliedregistry.reference.Capability;
import org.alliedregistry.reference.ConditionFile;
import org.jspecify.annotations.Nullable;

/**
 * Everything recorded, as of one ledger entry. Immutable: {@link #apply} answers the next one. A
 * question's own time and audience will be a filter on this view, before any fold.
 *
 * @param pledges by id, the oldest first
 * @param last the stamp of the last entry, null where nothing is recorded
 */
public record Registry(
    SortedMap<String, History<Ally>> allies,
    SortedMap<String, History<Capability>> capabilities,
    SortedMap<String, ConditionRecord> conditions,
    Map<String, History<Baseline>> baselines,
    Map<String, PledgeFile> pledges,
    @Nullable Stamp last) {

  public static final Registry EMPTY =
      new Registry(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), Map.of(), Map.of(), null);

  private static final String SUPPOSED = "nobody";

  public Registry {
    allies = Collections.unmodifiableSortedMap(new TreeMap<>(allies));
    capabilities = Collections.unmodifiableSortedMap(new TreeMap<>(capabilities));
    conditions = Collections.unmodifiableSortedMap(new TreeMap<>(conditions));
    baselines = Collections.unmodifiableMap(new LinkedHashMap<>(baselines));
    pledges = Collections.unmodifiableMap(new LinkedHashMap<>(pledges));
  }

  /** This registry and the entries that follow it, in order. */
  public Registry apply(List<Entry> entries) {
    Editing editing = new Editing(this);
    entries.forEach(editing::apply);
    return editing.done();
  }

  /** This registry as if that were recorded next; nothing of it is in any ledger. */
  public Registry supposing(List<Content> contents) {
    Stamp before = Objects.requireNonNull(last);
    List<Entry> entries = new ArrayList<>();
    for (Content content : contents) {
      Stamp stamp =
          new Stamp(before.sequence() + entries.size() + 1, before.at(), SUPPOSED, before.hash());
      entries.add(new Entry(stamp, content));
    }
    return apply(entries);
  }

  public Optional<Ally> ally(String code) {
    return Optional.ofNullable(allies.get(code)).map(History::latest);
  }

  public Optional<Capability> capability(String code) {
    return Optional.ofNullable(capabilities.get(code)).map(History::latest);
  }

  public Optional<ConditionRecord> condition(String code) {
    return Optional.ofNullable(conditions.get(code));
  }

  /** The latest version. */
  public Optional<Baseline> baseline(String code) {
    return Optional.ofNullable(baselines.get(code)).map(History::latest);
  }

  public Optional<Baseline> baseline(String code, int version) {
    return Optional.ofNullable(baselines.get(code))
        .flatMap(
            history ->
                history.versions().stream()
                    .map(Stamped::value)
                    .filter(b -> b.version() == version)
                    .findFirst());
  }

  public Optional<PledgeFile> pledge(String id) {
    return Optional.ofNullable(pledges.get(id));
  }

  /** An opaque digest of the last entry: the same revision gives the same answers. */
  public String revision() {
    return last == null ? "none" : last.revision();
  }

  /** The stamp of the entry that made a revision; empty where none did. */
  public Optional<Stamp> stampOf(String revision) {
    return last != null && last.revision().equals(revision)
        ? Optional.of(last)
        : Editing.stamps(this).filter(stamp -> stamp.revision().equals(revision)).findFirst();
  }

  /** This registry as it was right after an earlier ledger entry. */
  public Registry asOf(long sequence) {
    return last == null || last.sequence() <= sequence
        ? this
        : Editing.upTo(this, stamp -> stamp.sequence() <= sequence).done();
  }

  /** TEMPORARY until the journal is there. */
  public Registry asKnown(java.time.Instant instant) {
    return asOf(
        Editing.stamps(this)
            .filter(s -> !s.at().isAfter(instant) || s.by().equals("registry"))
            .mapToLong(Stamp::sequence)
            .max()
            .orElse(0));
  }

  /** What was recorded after an earlier state of this registry, in order. */
  List<Entry> entriesSince(Registry earlier) {
    Stamp last = earlier.last();
    return Editing.entries(this)
        .filter(e -> last == null || e.stamp().sequence() > last.sequence())
        .sorted(java.util.Comparator.comparingLong(e -> e.stamp().sequence()))
        .toList();
  }

  /** What the coverage is computed on. */
  public Landscape landscape() {
    Map<String, Capability> latest = new LinkedHashMap<>();
    capabilities.forEach((code, history) -> latest.put(code, history.latest()));
    Map<String, Dossier> dossiers = new LinkedHashMap<>();
    pledges.forEach((id, file) -> dossiers.put(id, file.dossier()));
    return new Landscape(latest, dossiers, conditionFiles());
  }

  /** The conditions and what was said of them, by code. */
  public Map<String, ConditionFile> conditionFiles() {
    Map<String, ConditionFile> files = new LinkedHashMap<>();
    conditions.forEach((code, condition) -> files.put(code, condition.file()));
    return files;
  }
}
