package org.alliedregistry.domain.coverage.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.baseline.Milestone;
import org.alliedregistry.domain.coverage.Verdict;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.coverage.contribution.WorkLimit;
import org.alliedregistry.domain.record.CoverageInput;
import org.alliedregistry.domain.reference.ConditionStatements;
import org.alliedregistry.domain.reference.ConditionStates;
import org.jspecify.annotations.Nullable;

/** Computes how the verdicts on milestones change from event to event. */
final class MilestoneVerdicts {

  private final CoverageQuery query;
  private final WorkLimit limit;
  private final Map<String, ConditionStatements> conditions;
  private final Map<String, Verdict> verdicts = new HashMap<>();
  private final Map<String, Verdict> before;
  private final Map<String, List<MilestoneChanges.Step>> steps = new LinkedHashMap<>();

  /** Condition → the milestones that follow it. */
  private final Map<String, List<Milestone>> followers = new HashMap<>();

  /**
   * @param query its day must not be before any event
   * @param codes the codes of the milestones, in the order of the answer
   * @param first the baseline at the start; null if there was none
   * @param start the input at the start
   */
  MilestoneVerdicts(
      CoverageQuery query,
      Set<String> codes,
      @Nullable Baseline first,
      CoverageInput start,
      WorkLimit limit) {
    this.query = query;
    this.limit = limit;
    this.conditions = new HashMap<>(start.conditions());
    codes.forEach(code -> steps.put(code, new ArrayList<>()));
    follow(first);
    this.before = Map.copyOf(verdicts);
  }

  private void follow(@Nullable Baseline baseline) {
    verdicts.clear();
    followers.clear();
    for (Milestone each : baseline == null ? List.<Milestone>of() : baseline.milestones()) {
      if (steps.containsKey(each.code())) {
        followers.computeIfAbsent(each.milestone(), c -> new ArrayList<>()).add(each);
      }
    }
    followers.forEach((condition, milestones) -> update(condition));
  }

  private void update(String condition) {
    List<Milestone> milestones = followers.getOrDefault(condition, List.of());
    ConditionStatements statements = conditions.get(condition);
    limit.spend(1L + (statements == null ? 0 : statements.uncorrected().size()));
    ConditionStates states =
        ConditionStates.of(
            statements == null ? Map.of() : Map.of(condition, statements),
            query.view(),
            query.assumptions());
    Verdict verdict = Verdict.of(states.state(condition));
    milestones.forEach(milestone -> verdicts.put(milestone.code(), verdict));
  }

  /**
   * Applies one event. Events that are neither of a condition nor of the baseline change nothing.
   */
  void step(RecordEvent.EventEffect effect) {
    if (effect.change() instanceof RecordChange.OfCondition condition) {
      String code = condition.statements().condition().code();
      conditions.put(code, condition.statements());
      if (followers.containsKey(code)) {
        step(effect.event(), () -> update(code));
      }
    } else if (effect.change() instanceof RecordChange.OfBaseline version) {
      step(effect.event(), () -> follow(version.baseline()));
    }
  }

  private void step(RecordEvent event, Runnable change) {
    limit.spend(steps.size());
    Map<String, Verdict> earlier = Map.copyOf(verdicts);
    change.run();
    steps.forEach(
        (code, those) -> {
          Verdict was = earlier.get(code);
          Verdict now = verdicts.get(code);
          if (!Objects.equals(was, now)) {
            limit.spend(Changes.WORK_PER_STEP);
            those.add(new MilestoneChanges.Step(event, was, now));
          }
        });
  }

  /** The changes so far, in the order of the codes. */
  List<MilestoneChanges> changes() {
    List<MilestoneChanges> changes = new ArrayList<>();
    steps.forEach(
        (code, those) ->
            changes.add(new MilestoneChanges(code, before.get(code), verdicts.get(code), those)));
    return changes;
  }
}
