package org.alliedregistry.api.coverage.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.alliedregistry.api.coverage.AllyRowView;
import org.alliedregistry.api.coverage.CoverageQueryView;
import org.alliedregistry.api.pledge.IntervalView;
import org.alliedregistry.domain.baseline.Baseline;
import org.alliedregistry.domain.coverage.Verdict;
import org.alliedregistry.domain.coverage.change.ChangeSequence;
import org.alliedregistry.domain.coverage.change.Changes;
import org.alliedregistry.domain.coverage.change.MilestoneChanges;
import org.alliedregistry.domain.coverage.change.RecordEvent;
import org.alliedregistry.domain.coverage.contribution.CountedAndStated;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The changes between two answers, step by step. */
@Schema(
    name = "CoverageChanges",
    description = "Why the count changed between two days or two instants, step by step.")
public record ChangesView(
    @Schema(description = "The first day or instant.") String from,
    @Schema(description = "The last day or instant.") String to,
    CoverageQueryView question,
    String revision,
    List<OfRequirement> requirements) {

  private static final String STATED_BEFORE = "The count on stated numbers alone, before.";
  private static final String VERDICT =
      "For a milestone: the verdict before or after. Left out if there was no such milestone then.";
  private static final String STATED_AFTER = "The count on stated numbers alone, after.";

  /** The changes of the count of one requirement. */
  @Schema(
      name = "RequirementChanges",
      description =
          "Only steps that change what is counted or stated are shown. Each step begins with the"
              + " amounts at which the previous step ended. For a milestone, all amounts are null, and"
              + " the verdicts are given instead.")
  public record OfRequirement(
      String code,
      @Nullable IntervalView before,
      @Nullable IntervalView after,
      @Schema(description = STATED_BEFORE) @Nullable IntervalView statedBefore,
      @Schema(description = STATED_AFTER) @Nullable IntervalView statedAfter,
      List<StepView> steps,
      @Schema(
              description =
                  "Events that change neither amount, only which pledges count without a number.")
          List<StepView> unquantified,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = VERDICT)
          @Nullable Verdict verdictBefore,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = VERDICT)
          @Nullable Verdict verdictAfter) {

    static OfRequirement of(MilestoneChanges changes) {
      return new OfRequirement(
          changes.code(),
          null,
          null,
          null,
          null,
          changes.steps().stream().map(StepView::of).toList(),
          List.of(),
          changes.before(),
          changes.after());
    }

    static OfRequirement of(Changes changes) {
      return new OfRequirement(
          changes.code(),
          IntervalView.of(changes.before().counted()),
          IntervalView.of(changes.after().counted()),
          IntervalView.of(changes.before().stated()),
          IntervalView.of(changes.after().stated()),
          changes.ofAmounts().stream().map(StepView::of).toList(),
          changes.ofUnquantified().stream().map(StepView::of).toList(),
          null,
          null);
    }
  }

  /** A step. */
  @Schema(name = "ChangeStep")
  public record StepView(
      @Schema(
              description =
                  "The day from which the change holds, or the instant at which it was recorded.")
          String at,
      @Schema(
              description =
                  "SAID: a new statement on a pledge. CORRECTED: a statement was corrected or"
                      + " voided. YEAR: a calendar year began, for a requirement per year. EXPIRED: the day after the last day of a pledge. CONDITION: a new"
                      + " statement on a condition. BASELINE: a new version of the baseline."
                      + " EXCHANGE_RATES: a new version of the exchange rates of a unit."
                      + " PLEDGE: a new version of the pledge, such as other shares, other payers or"
                      + " another whole.")
          RecordEvent.Kind kind,
      @Nullable String pledge,
      @Schema(description = "The statement. For EXPIRED, the statement that set the last day.")
          @Nullable String statement,
      @Nullable String condition,
      @Schema(description = "The new version of the baseline, for BASELINE.")
          @Nullable Integer version,
      @Schema(description = "The unit whose exchange rates changed, for EXCHANGE_RATES.")
          @Nullable String unit,
      List<String> allies,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = AllyRowView.WITH_OTHERS)
          @Nullable Boolean withOthers,
      @Nullable IntervalView before,
      @Nullable IntervalView after,
      @Schema(description = STATED_BEFORE) @Nullable IntervalView statedBefore,
      @Schema(description = STATED_AFTER) @Nullable IntervalView statedAfter,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = VERDICT)
          @Nullable Verdict verdictBefore,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = VERDICT)
          @Nullable Verdict verdictAfter) {

    static StepView of(Changes.Step step) {
      return of(step.event(), step.before(), step.after(), null, null);
    }

    static StepView of(MilestoneChanges.Step step) {
      return of(step.event(), null, null, step.before(), step.after());
    }

    private static StepView of(
        RecordEvent event,
        @Nullable CountedAndStated before,
        @Nullable CountedAndStated after,
        @Nullable Verdict verdictBefore,
        @Nullable Verdict verdictAfter) {
      return new StepView(
          event.at().toString(),
          event.kind(),
          event.pledge(),
          event.statement(),
          event.condition(),
          event.version(),
          event.unit(),
          event.allies(),
          AllyRowView.ifTrue(event.withOthers()),
          before == null ? null : IntervalView.of(before.counted()),
          after == null ? null : IntervalView.of(after.counted()),
          before == null ? null : IntervalView.of(before.stated()),
          after == null ? null : IntervalView.of(after.stated()),
          verdictBefore,
          verdictAfter);
    }
  }

  static ChangesView of(
      String from,
      String to,
      CoverageQueryView question,
      String revision,
      Baseline baseline,
      ChangeSequence.OfBaseline changes) {
    return new ChangesView(
        from,
        to,
        question,
        revision,
        baseline.inOrder(
            changes.requirements().stream().map(OfRequirement::of).toList(),
            changes.milestones().stream().map(OfRequirement::of).toList()));
  }
}
