package org.alliedregistry.coverage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alliedregistry.baseline.Baseline;
import org.alliedregistry.baseline.Requirement;
import org.alliedregistry.pledge.Dossier;
import org.alliedregistry.quantity.Interval;
import org.alliedregistry.reference.Capability;
import org.alliedregistry.reference.ConditionFile;
import org.jspecify.annotations.Nullable;

/**
 * Retells how the count of one requirement changed from entry to entry of the ledger, seen from one
 * viewpoint: by what was recorded, by corrections, and by new versions of the baseline.
 */
final class Recounting {

  private final CoverageQuery query;
  private final String code;
  private final Map<String, Capability> capabilities;
  private final Map<String, Dossier> dossiers;
  private final Map<String, ConditionFile> conditions;
  private final List<Changes.Step> steps = new ArrayList<>();
  private final WorkLimit limit;
  private final Interval before;
  private @Nullable RunningCount count;

  /**
   * @param code of the requirement
   * @param first the baseline at the start; null where there was none, and so nothing required
   * @param start what was recorded by then
   */
  Recounting(
      CoverageQuery query,
      String code,
      @Nullable Baseline first,
      Landscape start,
      WorkLimit limit) {
    this.query = query;
    this.code = code;
    this.limit = limit;
    this.capabilities = start.capabilities();
    this.dossiers = new LinkedHashMap<>(start.dossiers());
    this.conditions = new LinkedHashMap<>(start.conditions());
    this.count = first == null ? null : countBy(first);
    this.before = total();
  }

  /** The changes by what was recorded so far. */
  Changes changes() {
    return new Changes(code, before, total(), List.copyOf(steps));
  }

  private Interval total() {
    return count == null ? Interval.ZERO : count.total();
  }

  /** Something was recorded. */
  void step(Event.Turning turning) {
    Interval from = total();
    apply(turning.turn());
    Interval to = total();
    if (!to.equals(from)) {
      limit.spend(Changes.WORK_OF_A_STEP);
      steps.add(new Changes.Step(turning.event(), from, to));
    }
  }

  private void apply(Turn turn) {
    if (turn instanceof Turn.OfPledge told) {
      told.dossiers().forEach(this::apply);
    } else if (turn instanceof Turn.OfCondition told) {
      conditions.put(told.file().condition().code(), told.file());
      if (count != null) {
        count.turn(told.file());
      }
    } else if (turn instanceof Turn.OfBaseline set) {
      count = countBy(set.baseline());
    }
  }

  private void apply(Dossier dossier) {
    dossiers.put(dossier.pledge().id(), dossier);
    if (count != null && count.isAbout(dossier.pledge())) {
      count.turn(dossier);
    }
  }

  private @Nullable RunningCount countBy(Baseline baseline) {
    CoverageQuery measured = query.against(baseline);
    return baseline.requirements().stream()
        .filter(requirement -> requirement.code().equals(code))
        .findFirst()
        .map(requirement -> countOf(measured, requirement))
        .orElse(null);
  }

  private RunningCount countOf(CoverageQuery measured, Requirement requirement) {
    Landscape known = Landscape.of(capabilities, dossiers, conditions);
    return new RunningCount(measured, requirement, known, measured.day(), limit);
  }
}
