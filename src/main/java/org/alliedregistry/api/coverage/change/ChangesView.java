package org.alliedregistry.api.coverage.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.alliedregistry.api.coverage.AllyRowView;
import org.alliedregistry.api.coverage.CoverageQueryView;
import org.alliedregistry.api.pledge.IntervalView;
import org.alliedregistry.domain.coverage.change.Changes;
import org.alliedregistry.domain.coverage.change.RecordEvent;
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
  private static final String STATED_AFTER = "The count on stated numbers alone, after.";

  /** The changes of the count of one requirement. */
  @Schema(
      name = "RequirementChanges",
      description =
          "Only steps that change what is counted or stated are shown. Each step begins with the"
              + " amounts at which the previous step ended.")
  public record OfRequirement(
      String code,
      IntervalView before,
      IntervalView after,
      @Schema(description = STATED_BEFORE) IntervalView statedBefore,
      @Schema(description = STATED_AFTER) IntervalView statedAfter,
      List<StepView> steps,
      @Schema(
              description =
                  "Events that change neither amount, only which pledges count without a number.")
          List<StepView> unquantified) {

    static OfRequirement of(Changes changes) {
      return new OfRequirement(
          changes.code(),
          IntervalView.of(changes.before().counted()),
          IntervalView.of(changes.after().counted()),
          IntervalView.of(changes.before().stated()),
          IntervalView.of(changes.after().stated()),
          changes.ofAmounts().stream().map(StepView::of).toList(),
          changes.ofUnquantified().stream().map(StepView::of).toList());
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
      IntervalView before,
      IntervalView after,
      @Schema(description = STATED_BEFORE) IntervalView statedBefore,
      @Schema(description = STATED_AFTER) IntervalView statedAfter) {

    static StepView of(Changes.Step step) {
      RecordEvent event = step.event();
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
          IntervalView.of(step.before().counted()),
          IntervalView.of(step.after().counted()),
          IntervalView.of(step.before().stated()),
          IntervalView.of(step.after().stated()));
    }
  }

  static ChangesView of(
      String from, String to, CoverageQueryView question, String revision, List<Changes> changes) {
    return new ChangesView(
        from, to, question, revision, changes.stream().map(OfRequirement::of).toList());
  }
}
