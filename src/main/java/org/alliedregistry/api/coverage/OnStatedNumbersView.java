package org.alliedregistry.api.coverage;

import org.alliedregistry.api.pledge.IntervalView;
import org.alliedregistry.domain.coverage.RequirementCoverage;
import org.alliedregistry.domain.coverage.Score;
import org.alliedregistry.domain.coverage.Verdict;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The score of the stated numbers alone. */
@Schema(
    name = "OnStatedNumbers",
    description =
        "The sum of the stated numbers only. If a high is unbounded, the low is used instead.")
public record OnStatedNumbersView(
    IntervalView counted,
    @Nullable IntervalView ratio,
    @Nullable IntervalView gap,
    Verdict verdict,
    @Schema(description = "True if unconverted is empty.") boolean complete) {
  static OnStatedNumbersView of(RequirementCoverage coverage) {
    Score score = coverage.onStatedNumbers();
    return new OnStatedNumbersView(
        IntervalView.of(score.counted()),
        IntervalView.ofNullable(score.ratio()),
        IntervalView.ofNullable(score.gap()),
        score.verdict(),
        coverage.unconverted().isEmpty());
  }
}
