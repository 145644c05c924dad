package org.alliedregistry.domain.coverage;

import java.util.List;
import org.alliedregistry.domain.baseline.Milestone;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.record.CoverageInput;
import org.alliedregistry.domain.reference.ConditionStates;

/** Whether a milestone is reached, by the state of its condition. */
public record MilestoneCoverage(Milestone milestone, Verdict verdict) {

  /** Each milestone of the baseline, in order, on the day and under the assumptions of a query. */
  public static List<MilestoneCoverage> of(CoverageQuery query, CoverageInput input) {
    List<Milestone> milestones = query.baseline().milestones();
    if (milestones.isEmpty()) {
      return List.of();
    }
    ConditionStates states =
        ConditionStates.of(input.conditions(), query.view(), query.assumptions());
    return milestones.stream()
        .map(m -> new MilestoneCoverage(m, Verdict.of(states.state(m.milestone()))))
        .toList();
  }
}
