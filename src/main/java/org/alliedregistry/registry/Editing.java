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
import java.util.function.UnaryOperator;
import org.alliedregistry.baseline.Baseline;
import org.alliedregistry.pledge.Dossier;
import org.alliedregistry.pledge.Pledge;
import org.alliedregistry.pledge.Statement;
import org.alliedregistry.reference.Ally;
import org.alliedregistry.reference.Capability;
import org.alliedregistry.reference.Condition;
import org.alliedregistry.reference.ConditionFile;
import org.jspecify.annotations.Nullable;

/** A registry while entries are applied to it; of what none is about, nothing is copied. */
final class Editing {

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

  private final Edited<History<Ally>, SortedMap<String, History<Ally>>> allies;
  private final Edited<History<Capability>, SortedMap<String, History<Capability>>> capabilities;
  private final Edited<ConditionRecord, SortedMap<String, ConditionRecord>> conditions;
  private final Edited<History<Baseline>, Map<String, History<Baseline>>> baselines;
  private Shelf pledges;
  private final Map<String, List<Stamped<Statement>>> said = new HashMap<>();
  private final Journal before;
  private final List<Entry> applied = new ArrayList<>();

  Editing(Registry from) {
    allies = new Edited<>(from.allies(), TreeMap::new);
    capabilities = new Edited<>(from.capabilities(), TreeMap::new);
    conditions = new Edited<>(from.conditions(), TreeMap::new);
    baselines = new Edited<>(from.baselines(), LinkedHashMap::new);
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
    Map<String, Dossier> moved = new LinkedHashMap<>();
    if (hasMoved(pledge, earlier)) {
      addMovedParts(pledge, earlier, moved);
    }
    return List.copyOf(moved.values());
  }

  private void addMovedParts(String whole, Shelf earlier, Map<String, Dossier> moved) {
    for (PledgeFile part : pledges.partsOf(whole).toList()) {
      String id = part.pledge().id();
      if (!moved.containsKey(id) && hasMoved(id, earlier)) {
        moved.put(id, dossier(id));
        addMovedParts(id, earlier, moved);
      }
    }
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
        allies.done(),
        capabilities.done(),
        conditions.done(),
        baselines.done(),
        pledges,
        before.append(applied));
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

  private static <T> void put(Edited<History<T>, ?> things, String code, Stamp stamp, T value) {
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
