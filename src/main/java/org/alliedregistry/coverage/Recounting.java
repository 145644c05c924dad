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
  private @Nullable RunningCount count;

  private Recounting(CoverageQuery query, String code, Landscape start) {
    this.query = query;
    this.code = code;
    this.capabilities = start.capabilities();
    this.dossiers = new LinkedHashMap<>(start.dossiers());
    this.conditions = new LinkedHashMap<>(start.conditions());
  }

  /**
   * @param code of the requirement
   * @param first the baseline at the start; null where there was none, and so nothing required
   * @param start what was recorded by then
   * @param recorded what was recorded since, in order
   */
  static Changes of(
      CoverageQuery query,
      String code,
      @Nullable Baseline first,
      Landscape start,
      List<Event.Turning> recorded) {
    Recounting recounting = new Recounting(query, code, start);
    if (first != null) {
      recounting.measureBy(first);
    }
    Interval before = recounting.total();
    recorded.forEach(recounting::step);
    return new Changes(code, before, recounting.total(), List.copyOf(recounting.steps));
  }

  private Interval total() {
    return count == null ? Interval.ZERO : count.total();
  }

  private void step(Event.Turning turning) {
    Interval before = total();
    apply(turning.turn());
    Interval after = total();
    if (!after.equals(before)) {
      steps.add(new Changes.Step(turning.event(), before, after));
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
      measureBy(set.baseline());
    }
  }

  private void apply(Dossier dossier) {
    dossiers.put(dossier.pledge().id(), dossier);
    if (count != null && count.isAbout(dossier.pledge())) {
      count.turn(dossier);
    }
  }

  private void measureBy(Baseline baseline) {
    CoverageQuery measured = query.against(baseline);
    count =
        baseline.requirements().stream()
            .filter(requirement -> requirement.code().equals(code))
            .findFirst()
            .map(requirement -> countOf(measured, requirement))
            .orElse(null);
  }

  private RunningCount countOf(CoverageQuery measured, Requirement requirement) {
    Landscape known = Landscape.of(capabilities, dossiers, conditions);
    return new RunningCount(measured, requirement, known, measured.day());
  }
}
