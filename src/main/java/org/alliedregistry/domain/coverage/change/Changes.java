package org.alliedregistry.domain.coverage.change;

import java.util.List;
import org.alliedregistry.domain.coverage.contribution.CountedAndStated;
import org.alliedregistry.domain.coverage.contribution.CoverageQuery;

/**
 * The changes of the count of one requirement between two answers (docs/arithmetic.md, 8).
 *
 * @param code the code of the requirement
 * @param steps the events that change the count, the stated numbers, or which pledges count without
 *     a number, in order; each begins where the one before ended
 */
public record Changes(
    String code, CountedAndStated before, CountedAndStated after, List<Step> steps) {

  /** The work that a step in the answer counts as, because it takes memory until it is sent. */
  public static final int WORK_PER_STEP = 1_000;

  /**
   * One event, and the count before and after it.
   *
   * @param changesUnquantified whether it changes which pledges count without a number
   */
  public record Step(
      RecordEvent event,
      CountedAndStated before,
      CountedAndStated after,
      boolean changesUnquantified) {

    boolean changesAmount() {
      return !before.equals(after);
    }

    boolean changesAnything() {
      return changesAmount() || changesUnquantified;
    }

    private Step asked(CoverageQuery query) {
      return new Step(
          event.naming(query.allies()),
          before.map(query::afterRotation),
          after.map(query::afterRotation),
          changesUnquantified);
    }
  }

  /** The steps that change what is counted or stated. */
  public List<Step> ofAmounts() {
    return steps.stream().filter(Step::changesAmount).toList();
  }

  /** The steps that change neither, only which pledges count without a number. */
  public List<Step> ofUnquantified() {
    return steps.stream().filter(step -> !step.changesAmount()).toList();
  }

  /**
   * The changes in the terms of the question: the amounts that its rotation sustains, and only
   * allies that it keeps. Steps that then change nothing are left out.
   */
  Changes asked(CoverageQuery query) {
    return new Changes(
        code,
        before.map(query::afterRotation),
        after.map(query::afterRotation),
        steps.stream().map(step -> step.asked(query)).filter(Step::changesAnything).toList());
  }
}
