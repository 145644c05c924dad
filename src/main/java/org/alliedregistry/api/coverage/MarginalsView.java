package org.alliedregistry.api.coverage;

import java.util.List;
import org.alliedregistry.api.pledge.IntervalView;
import org.alliedregistry.domain.coverage.Marginals;
import org.alliedregistry.domain.coverage.Verdict;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The marginal values of allies and open conditions, in answers. */
@Schema(
    name = "Marginals",
    description = "What each ally and each open condition makes of the answer.")
public record MarginalsView(
    CoverageQueryView question, String revision, List<OfRequirement> requirements) {

  /** The marginal values for one requirement. */
  @Schema(name = "RequirementMarginals")
  public record OfRequirement(
      String code,
      String unit,
      IntervalView counted,
      @Schema(description = "Each ally whose pledges count, the one most missed first.")
          List<OfAlly> allies,
      @Schema(description = "Each open condition, the one that makes most certain first.")
          List<OfCondition> conditions) {}

  /** The loss without one ally. */
  @Schema(name = "MarginalAlly")
  public record OfAlly(
      String ally,
      @Schema(
              description =
                  "How much less is certain (low) and how much less is possible (high) without it,"
                      + " all else as asked.")
          DifferenceView lost,
      Verdict verdictWithout) {}

  /** The gain if one open condition is met. */
  @Schema(name = "MarginalCondition")
  public record OfCondition(
      String code,
      @Schema(
              description =
                  "How much more is certain (low) and how much more is possible (high) if it is met"
                      + " for all, all else as asked. What was possible before and becomes certain"
                      + " stands in low only.")
          DifferenceView unlocks,
      Verdict verdictWith) {}

  static MarginalsView of(List<Marginals> marginals, CoverageRequest asked) {
    return new MarginalsView(
        asked.echo(asked.question()),
        asked.registry().revision(),
        marginals.stream().map(MarginalsView::of).toList());
  }

  private static OfRequirement of(Marginals marginals) {
    return new OfRequirement(
        marginals.requirement().code(),
        marginals.unitOfAccount(),
        IntervalView.of(marginals.counted()),
        marginals.allies().stream()
            .map(m -> new OfAlly(m.ally(), DifferenceView.of(m.lost()), m.verdictWithout()))
            .toList(),
        marginals.conditions().stream()
            .map(m -> new OfCondition(m.code(), DifferenceView.of(m.unlocks()), m.verdictWith()))
            .toList());
  }
}
