package org.alliedregistry.api.coverage;

import java.util.List;
import org.alliedregistry.api.pledge.IntervalView;
import org.alliedregistry.domain.baseline.Milestone;
import org.alliedregistry.domain.coverage.Marginals;
import org.alliedregistry.domain.coverage.Verdict;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The marginal values of allies and open conditions, in answers. */
@Schema(
    name = "Marginals",
    description = "How each ally and each open condition changes the answer.")
public record MarginalsView(
    CoverageQueryView question, String revision, List<OfRequirement> requirements) {

  /** The marginal values for one requirement. */
  @Schema(
      name = "RequirementMarginals",
      description = "For a milestone, unit and amounts are null and lists are empty.")
  public record OfRequirement(
      String code,
      @Nullable String unit,
      @Nullable IntervalView counted,
      @Schema(description = "The count on stated numbers alone.") @Nullable IntervalView stated,
      @Schema(description = "Each ally whose pledges count, the largest loss first.")
          List<OfAlly> allies,
      @Schema(description = "Each open condition, the largest gain first.")
          List<OfCondition> conditions) {}

  /** The loss without one ally. */
  @Schema(name = "MarginalAlly")
  public record OfAlly(
      String ally,
      @Schema(
              description =
                  "How much less is certain (low) and how much less is possible (high) without this"
                      + " ally. Everything else stays as in the question.")
          DifferenceView lost,
      @Schema(description = "The same for the stated numbers.") DifferenceView statedLost,
      Verdict verdictWithout) {}

  /** The gain if one open condition is met. */
  @Schema(name = "MarginalCondition")
  public record OfCondition(
      String code,
      @Schema(
              description =
                  "How much more is certain (low) and how much more is possible (high) if the"
                      + " condition is met for all allies. Everything else stays as in the"
                      + " question. An amount that was possible before and becomes certain is in"
                      + " low only.")
          DifferenceView unlocks,
      @Schema(description = "The same for the stated numbers.") DifferenceView statedUnlocks,
      Verdict verdictWith) {}

  static MarginalsView of(List<Marginals> marginals, CoverageRequest asked) {
    return new MarginalsView(
        asked.echo(asked.question()),
        asked.registry().revision(),
        asked
            .question()
            .baseline()
            .inOrder(
                marginals.stream().map(MarginalsView::of).toList(),
                asked.question().baseline().milestones().stream().map(MarginalsView::of).toList()));
  }

  private static OfRequirement of(Milestone milestone) {
    return new OfRequirement(milestone.code(), null, null, null, List.of(), List.of());
  }

  private static OfRequirement of(Marginals marginals) {
    return new OfRequirement(
        marginals.requirement().code(),
        marginals.unitOfAccount(),
        IntervalView.of(marginals.counted()),
        IntervalView.of(marginals.stated()),
        marginals.allies().stream().map(MarginalsView::of).toList(),
        marginals.conditions().stream().map(MarginalsView::of).toList());
  }

  private static OfAlly of(Marginals.OfAlly ally) {
    return new OfAlly(
        ally.ally(),
        DifferenceView.of(ally.lost()),
        DifferenceView.of(ally.statedLost()),
        ally.verdictWithout());
  }

  private static OfCondition of(Marginals.OfCondition condition) {
    return new OfCondition(
        condition.code(),
        DifferenceView.of(condition.unlocks()),
        DifferenceView.of(condition.statedUnlocks()),
        condition.verdictWith());
  }
}
