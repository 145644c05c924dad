package org.alliedregistry.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.alliedregistry.baseline.Baseline;
import org.alliedregistry.pledge.Dossier;
import org.alliedregistry.pledge.Pledge;
import org.alliedregistry.pledge.Statement;
import org.alliedregistry.reference.Ally;
import org.alliedregistry.reference.Capability;
import org.alliedregistry.reference.Condition;
import org.alliedregistry.reference.ConditionFile;

/** A copy of a registry while entries are applied to it. */
final class Editing {

  private final SortedMap<String, History<Ally>> allies;
  private final SortedMap<String, History<Capability>> capabilities;
  private final SortedMap<String, ConditionRecord> conditions;
  private final Map<String, History<Baseline>> baselines;
  private Shelf pledges;
  private final Map<String, List<Stamped<Statement>>> said = new HashMap<>();
  private final Journal before;
  private final List<Entry> applied = new ArrayList<>();

  Editing(Registry from) {
    allies = new TreeMap<>(from.allies());
    capabilities = new TreeMap<>(from.capabilities());
    conditions = new TreeMap<>(from.conditions());
    baselines = new LinkedHashMap<>(from.baselines());
    pledges = from.pledges();
    before = from.journal();
  }

  /** What is known of a pledge so far. */
  Dossier dossier(String pledge) {
    file(pledge);
    return Objects.requireNonNull(pledges.get(pledge)).dossier();
  }

  /** What counts in another whole than in an earlier state, since a pledge does. */
  List<Dossier> moved(String pledge, Shelf earlier) {
    List<Dossier> moved = new ArrayList<>();
    if (hasMoved(pledge, earlier)) {
      for (String other : pledges.keySet()) {
        if (!other.equals(pledge) && hasMoved(other, earlier)) {
          moved.add(dossier(other));
        }
      }
    }
    return moved;
  }

  private boolean hasMoved(String pledge, Shelf earlier) {
    PledgeFile before = earlier.get(pledge);
    PledgeFile after = pledges.get(pledge);
    return before != null && after != null && !Objects.equals(before.root(), after.root());
  }

  /** The pledges so far. */
  Shelf pledges() {
    return pledges;
  }

  /** What is known of a condition so far. */
  ConditionFile conditionFile(String code) {
    return Objects.requireNonNull(conditions.get(code)).file();
  }

  /** The registry then; it takes the copy, which is not to be used any more. */
  Registry done() {
    List.copyOf(said.keySet()).forEach(this::file);
    return new Registry(
        allies, capabilities, conditions, baselines, pledges, before.append(applied));
  }

  void apply(Entry entry) {
    Stamp stamp = entry.stamp();
    applied.add(entry);
    if (entry.content() instanceof Content.AllyVersion version) {
      put(allies, version.ally().code(), stamp, version.ally());
    } else if (entry.content() instanceof Content.CapabilityVersion version) {
      put(capabilities, version.capability().code(), stamp, version.capability());
    } else if (entry.content() instanceof Content.BaselineVersion version) {
      put(baselines, version.baseline().code(), stamp, version.baseline());
    } else if (entry.content() instanceof Content.ConditionVersion version) {
      define(stamp, version.condition());
    } else if (entry.content() instanceof Content.ConditionSaid said) {
      ConditionRecord before = Objects.requireNonNull(conditions.get(said.condition()));
      conditions.put(said.condition(), before.with(new Stamped<>(stamp, said.statement())));
    } else if (entry.content() instanceof Content.PledgeVersion version) {
      open(stamp, version.pledge());
    } else if (entry.content() instanceof Content.PledgeSaid told) {
      String id = told.statement().pledge();
      said.computeIfAbsent(
              id, key -> new ArrayList<>(Objects.requireNonNull(pledges.get(key)).statements()))
          .add(new Stamped<>(stamp, told.statement()));
    }
  }

  private static <T> void put(Map<String, History<T>> things, String code, Stamp stamp, T value) {
    things.put(code, History.add(Optional.ofNullable(things.get(code)), stamp, value));
  }

  private void define(Stamp stamp, Condition condition) {
    ConditionRecord before = conditions.get(condition.code());
    conditions.put(
        condition.code(),
        before == null
            ? ConditionRecord.of(History.add(Optional.empty(), stamp, condition), List.of())
            : before.with(History.add(Optional.of(before.history()), stamp, condition)));
  }

  private void open(Stamp stamp, Pledge pledge) {
    file(pledge.id());
    PledgeFile before = pledges.get(pledge.id());
    pledges =
        pledges.with(
            before == null
                ? PledgeFile.of(
                    pledges.size(), History.add(Optional.empty(), stamp, pledge), List.of())
                : before.with(History.add(Optional.of(before.history()), stamp, pledge)));
  }

  /**
   * Files what was said of a pledge meanwhile: once for many statements, since each is sorted in.
   */
  private void file(String pledge) {
    List<Stamped<Statement>> all = said.remove(pledge);
    if (all != null) {
      pledges = pledges.with(Objects.requireNonNull(pledges.get(pledge)).with(all));
    }
  }
}
