package org.alliedregistry.domain.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.baseline.ExchangeRateSeries;
import org.alliedregistry.domain.declaration.DeclarationStatement;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.PledgeStatements;
import org.alliedregistry.domain.pledge.statement.Statement;
import org.alliedregistry.domain.quantity.ExchangeRates;
import org.alliedregistry.domain.reference.Ally;
import org.alliedregistry.domain.reference.AllyGroup;
import org.alliedregistry.domain.reference.Capability;
import org.alliedregistry.domain.reference.Condition;
import org.alliedregistry.domain.reference.ConditionStatements;
import org.alliedregistry.domain.reference.Programme;
import org.jspecify.annotations.Nullable;

/** Applies entries to a snapshot. A map that no entry changes is not copied. */
public final class RegistryBuilder {

  /** A map that is copied at its first change. */
  private static final class CopyOnWriteMap<T, M extends Map<String, T>> {

    private final UnaryOperator<M> copy;
    private M map;
    private boolean isCopy;

    CopyOnWriteMap(M map, UnaryOperator<M> copy) {
      this.map = map;
      this.copy = copy;
    }

    @Nullable T get(String key) {
      return map.get(key);
    }

    void put(String key, T value) {
      map = isCopy ? map : copy.apply(map);
      isCopy = true;
      map.put(key, value);
    }

    M build() {
      return map;
    }
  }

  private final CopyOnWriteMap<Versions<Ally>, SortedMap<String, Versions<Ally>>> allies;
  private final CopyOnWriteMap<Versions<Capability>, SortedMap<String, Versions<Capability>>>
      capabilities;
  private final CopyOnWriteMap<ConditionRecord, SortedMap<String, ConditionRecord>> conditions;
  private final CopyOnWriteMap<Versions<Baseline>, Map<String, Versions<Baseline>>> baselines;
  private final CopyOnWriteMap<Versions<Programme>, SortedMap<String, Versions<Programme>>>
      programmes;
  private final CopyOnWriteMap<
          Versions<ExchangeRateSeries>, SortedMap<String, Versions<ExchangeRateSeries>>>
      exchangeRates;
  private final CopyOnWriteMap<DeclarationRecord, Map<String, DeclarationRecord>> declarations;
  private final CopyOnWriteMap<Versions<AllyGroup>, SortedMap<String, Versions<AllyGroup>>> groups;
  private PledgeIndex pledges;
  private final Map<String, List<Recorded<Statement>>> statements = new HashMap<>();
  private final EntryLog before;
  private final List<Entry> applied = new ArrayList<>();

  public RegistryBuilder(RegistrySnapshot from) {
    allies = new CopyOnWriteMap<>(from.allies(), TreeMap::new);
    capabilities = new CopyOnWriteMap<>(from.capabilities(), TreeMap::new);
    conditions = new CopyOnWriteMap<>(from.conditions(), TreeMap::new);
    baselines = new CopyOnWriteMap<>(from.baselines(), LinkedHashMap::new);
    programmes = new CopyOnWriteMap<>(from.programmes(), TreeMap::new);
    exchangeRates = new CopyOnWriteMap<>(from.exchangeRates(), TreeMap::new);
    declarations = new CopyOnWriteMap<>(from.declarations(), LinkedHashMap::new);
    groups = new CopyOnWriteMap<>(from.groups(), TreeMap::new);
    pledges = from.pledges();
    before = from.log();
  }

  /** The statements of a pledge so far. */
  public PledgeStatements pledgeStatements(String pledge) {
    flush(pledge);
    return Objects.requireNonNull(pledges.get(pledge)).pledgeStatements();
  }

  /** The parts that moved to another whole together with a pledge since an earlier state. */
  public List<PledgeStatements> reparented(String pledge, PledgeIndex earlier) {
    Map<String, PledgeStatements> moved = new LinkedHashMap<>();
    if (isReparented(pledge, earlier)) {
      addReparentedParts(pledge, earlier, moved);
    }
    return List.copyOf(moved.values());
  }

  private void addReparentedParts(
      String whole, PledgeIndex earlier, Map<String, PledgeStatements> moved) {
    for (PledgeRecord part : pledges.partsOf(whole).toList()) {
      String id = part.pledge().id();
      if (!moved.containsKey(id) && isReparented(id, earlier)) {
        moved.put(id, pledgeStatements(id));
        addReparentedParts(id, earlier, moved);
      }
    }
  }

  private boolean isReparented(String pledge, PledgeIndex earlier) {
    PledgeRecord before = earlier.get(pledge);
    PledgeRecord after = pledges.get(pledge);
    return before != null
        && after != null
        && !Objects.equals(before.effectiveWhole(), after.effectiveWhole());
  }

  /** The pledges so far. */
  public PledgeIndex pledges() {
    return pledges;
  }

  /** The exchange rates so far. */
  public Map<String, ExchangeRates> exchangeRates() {
    return Versions.latest(exchangeRates.build(), ExchangeRateSeries::rates);
  }

  /** The statements of a condition so far. */
  public ConditionStatements conditionStatements(String code) {
    return Objects.requireNonNull(conditions.get(code)).conditionStatements();
  }

  /** The snapshot with all applied entries. The builder must not be used after this. */
  RegistrySnapshot build() {
    List.copyOf(statements.keySet()).forEach(this::flush);
    return new RegistrySnapshot(
        allies.build(),
        capabilities.build(),
        conditions.build(),
        baselines.build(),
        exchangeRates.build(),
        pledges,
        before.append(applied),
        programmes.build(),
        declarations.build(),
        groups.build());
  }

  public void apply(Entry entry) {
    EntryStamp stamp = entry.stamp();
    applied.add(entry);
    if (entry.content() instanceof EntryContent.AllyVersionRecorded version) {
      put(allies, version.ally().code(), stamp, version.ally());
    } else if (entry.content() instanceof EntryContent.CapabilityVersionRecorded version) {
      put(capabilities, version.capability().code(), stamp, version.capability());
    } else if (entry.content() instanceof EntryContent.BaselineVersionRecorded version) {
      put(baselines, version.baseline().code(), stamp, version.baseline());
    } else if (entry.content() instanceof EntryContent.ProgrammeVersionRecorded version) {
      put(programmes, version.programme().code(), stamp, version.programme());
    } else if (entry.content() instanceof EntryContent.GroupVersionRecorded version) {
      put(groups, version.group().code(), stamp, version.group());
    } else if (entry.content() instanceof EntryContent.ExchangeRatesVersionRecorded version) {
      put(exchangeRates, version.series().rates().unit(), stamp, version.series());
    } else if (entry.content() instanceof EntryContent.ConditionVersionRecorded version) {
      define(stamp, version.condition());
    } else if (entry.content() instanceof EntryContent.ConditionStatementRecorded recorded) {
      ConditionRecord before = Objects.requireNonNull(conditions.get(recorded.condition()));
      conditions.put(
          recorded.condition(), before.with(new Recorded<>(stamp, recorded.statement())));
    } else if (entry.content() instanceof EntryContent.DeclarationStatementRecorded recorded) {
      add(new Recorded<>(stamp, recorded.statement()));
    } else if (entry.content() instanceof EntryContent.PledgeVersionRecorded version) {
      open(stamp, version.pledge());
    } else if (entry.content() instanceof EntryContent.StatementRecorded recorded) {
      String id = recorded.statement().pledge();
      statements
          .computeIfAbsent(
              id, key -> new ArrayList<>(Objects.requireNonNull(pledges.get(key)).statements()))
          .add(new Recorded<>(stamp, recorded.statement()));
    }
  }

  private void add(Recorded<DeclarationStatement> statement) {
    String id = statement.value().declaration();
    DeclarationRecord before = declarations.get(id);
    declarations.put(
        id, before == null ? DeclarationRecord.of(List.of(statement)) : before.with(statement));
  }

  private static <T> void put(
      CopyOnWriteMap<Versions<T>, ?> versions, String code, EntryStamp stamp, T value) {
    versions.put(code, Versions.add(Optional.ofNullable(versions.get(code)), stamp, value));
  }

  private void define(EntryStamp stamp, Condition condition) {
    ConditionRecord before = conditions.get(condition.code());
    conditions.put(
        condition.code(),
        before == null
            ? ConditionRecord.of(Versions.add(Optional.empty(), stamp, condition), List.of())
            : before.with(Versions.add(Optional.of(before.versions()), stamp, condition)));
  }

  private void open(EntryStamp stamp, Pledge pledge) {
    flush(pledge.id());
    PledgeRecord before = pledges.get(pledge.id());
    pledges =
        pledges.with(
            before == null
                ? PledgeRecord.of(
                    pledges.size(), Versions.add(Optional.empty(), stamp, pledge), List.of())
                : before.with(Versions.add(Optional.of(before.versions()), stamp, pledge)));
  }

  /**
   * Adds the pending statements of a pledge to its record. Many are added at once, because each
   * addition sorts them.
   */
  private void flush(String pledge) {
    List<Recorded<Statement>> all = statements.remove(pledge);
    if (all != null) {
      pledges = pledges.with(Objects.requireNonNull(pledges.get(pledge)).with(all));
    }
  }
}
