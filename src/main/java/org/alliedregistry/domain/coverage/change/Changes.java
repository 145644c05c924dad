package org.alliedregistry.domain.coverage.change;

import java.util.ArrayList;
import java.util.List;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;
import org.alliedregistry.domain.quantity.Interval;

/**
 * How the count of one requirement came from one answer to another (docs/arithmetic.md, 8).
 *
 * @param code of the requirement
 * @param steps those events that change the count, in order; each begins where the one before ended
 */
public record Changes(String code, Interval before, Interval after, List<Step> steps) {

  /** The work of a step in the answer: it takes memory until it is sent. */
  public static final int WORK_OF_A_STEP = 1_000;

  /** One event and the count around it. */
  public record Step(RecordEvent event, Interval before, Interval after) {}

  /** The same of what a rotation sustains; a step that leaves that as it was is none. */
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
