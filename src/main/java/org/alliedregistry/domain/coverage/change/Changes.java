package org.alliedregistry.domain.coverage.change;

import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.quantity.Interval;

/**
 * The changes of the count of one requirement between two answers (docs/arithmetic.md, 8).
 *
 * @param code the code of the requirement
 * @param steps the events that change the count, in order; each begins where the one before ended
 */
public record Changes(String code, Interval before, Interval after, List<Step> steps) {

  /** The work that a step in the answer counts as, because it takes memory until it is sent. */
  public static final int WORK_PER_STEP = 1_000;

  /** One event, and the count before and after it. */
  public record Step(RecordEvent event, Interval before, Interval after) {}

  /**
   * The changes of the amount that a rotation sustains. Steps that do not change it are left out.
   */
  Changes sustained(CoverageQuery query) {
    List<Step> sustained = new ArrayList<>();
    for (Step step : steps) {
      Interval from = query.afterRotation(step.before());
      Interval to = query.afterRotation(step.after());
      if (!from.equals(to)) {
        sustained.add(new Step(step.event(), from, to));
      }
    }
    return new Changes(
        code, query.afterRotation(before), query.afterRotation(after), List.copyOf(sustained));
  }
}
