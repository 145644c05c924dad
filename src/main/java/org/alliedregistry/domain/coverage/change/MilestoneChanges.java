package org.alliedregistry.domain.coverage.change;

import java.util.List;
import org.alliedregistry.domain.coverage.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The changes of the verdict on one milestone between two answers.
 *
 * @param code the code of the milestone
 * @param before null if the baseline did not have the milestone then; so in the steps
 * @param steps the events that change the verdict, in order
 */
public record MilestoneChanges(
    String code, @Nullable Verdict before, @Nullable Verdict after, List<Step> steps) {

  public MilestoneChanges {
    steps = List.copyOf(steps);
  }

  /** A statement on the condition or a new version of the baseline, and what it changed. */
  public record Step(RecordEvent event, @Nullable Verdict before, @Nullable Verdict after) {}
}
