package org.alliedregistry.api.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.alliedregistry.api.pledge.BasisView;
import org.alliedregistry.api.pledge.IntervalView;
import org.alliedregistry.api.pledge.TermsView;
import org.alliedregistry.domain.coverage.TraceLine;
import org.alliedregistry.domain.coverage.contribution.Reason;
import org.alliedregistry.domain.pledge.Pledge;
import org.alliedregistry.domain.pledge.Terms;
import org.alliedregistry.domain.reference.Condition.State;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The count of one pledge and its reasons, in answers. */
@Schema(name = "TraceLine")
public record TraceView(
    String pledge,
    @Nullable String reference,
    String title,
    List<String> allies,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = AllyRowView.WITH_OTHERS)
        @Nullable Boolean withOthers,
    @Schema(
            description =
                "The whole that this pledge is a part of. A part counts in the row of its whole.")
        @Nullable String partOf,
    BigDecimal low,
    @Nullable BigDecimal high,
    List<Reason> reasons,
    @Schema(description = "Each reason in words.") List<String> why,
    List<ConditionState> conditions,
    List<String> caveats,
    @Schema(
            description =
                "Whether a planning factor or an exchange rate converted any amount in effect.")
        boolean derived,
    @Schema(description = "The statement that decides each field.") Map<String, BasisView> basis) {

  /** A condition of the pledge, and its state under the assumptions of the question. */
  @Schema(name = "TraceCondition")
  public record ConditionState(String code, State state) {}

  static TraceView of(TraceLine line) {
    Pledge pledge = line.state().pledge();
    Terms terms = line.state().terms();
    return new TraceView(
        pledge.id(),
        pledge.reference(),
        pledge.title(),
        line.allies(),
        AllyRowView.ifTrue(line.withOthers()),
        pledge.partOf(),
        line.counted().low(),
        line.counted().high(),
        line.reasons(),
        line.reasons().stream().map(Reason::meaning).toList(),
        line.conditions().entrySet().stream()
            .map(e -> new ConditionState(e.getKey(), e.getValue()))
            .toList(),
        List.copyOf(terms.caveats().codes().keySet()),
        line.state().isDerived(),
        TermsView.basis(terms));
  }

  static RequirementCoverageView.Unquantified unquantified(TraceLine line) {
    Pledge pledge = line.state().pledge();
    return new RequirementCoverageView.Unquantified(
        pledge.id(),
        line.allies(),
        AllyRowView.ifTrue(line.withOthers()),
        line.state().terms().wording().value(),
        IntervalView.of(line.counted()));
  }
}
