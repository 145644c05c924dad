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
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.PledgeStatements;
import org.alliedregistry.domain.pledge.Statement;
import org.alliedregistry.domain.reference.Ally;
import org.alliedregistry.domain.reference.Capability;
import org.alliedregistry.domain.reference.Condition;
import org.alliedregistry.domain.reference.ConditionStatements;
import org.jspecify.annotations.Nullable;

/** A registry while entries are applied to it; of what none is about, nothing is copied. */
public final class RegistryBuilder {

  /** A map that is copied when it is changed first. */
  private static final class Edited<T, M extends Map<String, T>> {

    private final UnaryOperator<M> copy;
    private M now;
    private boolean isCopy;

    Edited(M now, UnaryOperator<M> copy) {
      this.now = now;
      this.copy = copy;
    }

    @Nullable T get(String key) {
      return now.get(key);
    }

    void put(String key, T value) {
      now = isCopy ? now : copy.apply(now);
      isCopy = true;
      now.put(key, value);
    }

    M done() {
      return now;
    }
  }

  private final Edited<Versions<Ally>, SortedMap<String, Versions<Ally>>> allies;
  private final Edited<Versions<Capability>, SortedMap<String, Versions<Capability>>> capabilities;
  private final Edited<ConditionRecord, SortedMap<String, ConditionRecord>> conditions;
  private final Edited<Versions<Baseline>, Map<String, Versions<Baseline>>> baselines;
  private PledgeIndex pledges;
  private final Map<String, List<Recorded<Statement>>> statements = new HashMap<>();
  private final EntryLog before;
  private final List<Entry> applied = new ArrayList<>();

  public RegistryBuilder(RegistrySnapshot from) {
    allies = new Edited<>(from.allies(), TreeMap::new);
    capabilities = new Edited<>(from.capabilities(), TreeMap::new);
    conditions = new Edited<>(from.conditions(), TreeMap::new);
    baselines = new Edited<>(from.baselines(), LinkedHashMap::new);
    pledges = from.pledges();
    before = from.log();
  }

  /** What is known of a pledge so far. */
  public PledgeStatements pledgeStatements(String pledge) {
    flush(pledge);
    return Objects.requireNonNull(pledges.get(pledge)).pledgeStatements();
  }

  /** What counts in another whole than in an earlier state, since a pledge does. */
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

  /** What is known of a condition so far. */
  public ConditionStatements conditionStatements(String code) {
    return Objects.requireNonNull(conditions.get(code)).file();
  }

  /** The registry then; it takes the copy, which is not to be used any more. */
  RegistrySnapshot build() {
    List.copyOf(statements.keySet()).forEach(this::flush);
    return new RegistrySnapshot(
        allies.done(),
        capabilities.done(),
        conditions.done(),
        baselines.done(),
        pledges,
        before.append(applied));
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
    } else if (entry.content() instanceof EntryContent.ConditionVersionRecorded version) {
      define(stamp, version.condition());
    } else if (entry.content() instanceof EntryContent.ConditionStatementRecorded recorded) {
      ConditionRecord before = Objects.requireNonNull(conditions.get(recorded.condition()));
      conditions.put(
          recorded.condition(), before.with(new Recorded<>(stamp, recorded.statement())));
    } else if (entry.content() instanceof EntryContent.PledgeVersionRecorded version) {
      open(stamp, version.pledge());
    } else if (entry.content() instanceof EntryContent.StatementRecorded history) {
      String id = history.statement().pledge();
      statements
          .computeIfAbsent(
              id, key -> new ArrayList<>(Objects.requireNonNull(pledges.get(key)).statements()))
          .add(new Recorded<>(stamp, history.statement()));
    }
  }

  private static <T> void put(
      Edited<Versions<T>, ?> things, String code, EntryStamp stamp, T value) {
    things.put(code, Versions.add(Optional.ofNullable(things.get(code)), stamp, value));
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
   * Files what was said of a pledge meanwhile: once for many statements, since each is sorted in.
   */
  private void flush(String pledge) {
    List<Recorded<Statement>> all = statements.remove(pledge);
    if (all != null) {
      pledges = pledges.with(Objects.requireNonNull(pledges.get(pledge)).with(all));
    }
  }
}
