package org.alliedregistry.api.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.alliedregistry.api.pledge.IntervalView;
import org.alliedregistry.domain.baseline.Milestone;
import org.alliedregistry.domain.baseline.Requirement;
import org.alliedregistry.domain.coverage.MilestoneCoverage;
import org.alliedregistry.domain.coverage.RequirementCoverage;
import org.alliedregistry.domain.coverage.Score;
import org.alliedregistry.domain.coverage.Verdict;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.quantity.Interval;
import org.alliedregistry.domain.reference.PlaceOfEmployment;
import org.alliedregistry.domain.reference.Purpose;
import org.alliedregistry.recording.QuantityBody;
import org.alliedregistry.recording.RequirementBody;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The coverage of one requirement in answers. */
@Schema(
    name = "RequirementCoverage",
    description =
        "How far one requirement is covered. Intervals are in the unit of account. ratio, fill, gap"
            + " and surplus are null if no amount is required. For a milestone, which counts no"
            + " pledges, all amounts are null and all lists are empty.")
public record RequirementCoverageView(
    String code,
    String title,
    @Schema(description = "Null for a milestone.") @Nullable String capability,
    List<Purpose> purposes,
    List<PlaceOfEmployment> places,
    @Schema(description = "Caveats that the requirement refuses.") List<String> refuses,
    @Nullable Required required,
    @Schema(description = "The unit of account. Null for a milestone.") @Nullable String unit,
    @Nullable IntervalView counted,
    @Schema(
            description =
                "The part of the count that a planning factor or an exchange rate converted.")
        @Nullable IntervalView derived,
    @Schema(description = "counted ÷ required, not capped, truncated to four decimals.")
        @Nullable IntervalView ratio,
    @Schema(description = "The ratio, at most 1.") @Nullable IntervalView fill,
    @Schema(description = "The missing amount.") @Nullable IntervalView gap,
    @Schema(
            description =
                "The amount above the requirement. It does not count toward another requirement.")
        @Nullable IntervalView surplus,
    Verdict verdict,
    @Schema(
            description =
                "With a rotation: the whole amount that rotates. byAlly and the trace add up to"
                    + " it.")
        @Nullable IntervalView pool,
    @Schema(description = "With a rotation: the pool that sustains the required amount.")
        @Nullable BigDecimal poolNeeded,
    @Schema(description = "With a rotation: the missing part of the required pool.")
        @Nullable IntervalView poolMissing,
    @Schema(
            description =
                "The part of counted under each caveat. A pledge with two caveats is in both.")
        List<UnderCaveat> underCaveats,
    @Nullable OnStatedNumbersView onStatedNumbers,
    @Nullable ByRung byRung,
    @Schema(
            description =
                "The counted amount of each ally or group. The rows add up to counted, or with a"
                    + " rotation to the pool.")
        List<AllyRowView> byAlly,
    @Schema(description = "Pledges that count and have no amount.") List<Unquantified> unquantified,
    @Schema(
            description =
                "Stated amounts that nothing converts to the unit of account, by unit."
                    + " onStatedNumbers leaves them out.")
        List<UnconvertedView> unconverted,
    @Schema(description = "Open conditions, and what depends on each.")
        List<ConditionUnlockView> conditions,
    @Schema(
            description =
                "What is counted if all of these conditions are met. A condition that has failed for an"
                    + " ally stays so.")
        @Nullable IntervalView ifAllMet,
    @Schema(
            description =
                "With explain=true: every pledge of the capability, with the reasons for its"
                    + " amount.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable List<TraceView> trace,
    @Schema(
            description =
                "What is financed: the counted amount by each ally or group that pays. What nobody"
                    + " is known to pay for is in no row. A whole with parts is in the row of the"
                    + " payers of the whole.")
        List<AllyRowView> byPayer,
    @Schema(description = RequirementBody.MILESTONE) @Nullable String milestone) {

  /** The required amount as stated and in the unit of account. */
  @Schema(name = "Required")
  public record Required(
      BigDecimal amount,
      String unit,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = RequirementBody.PER)
          QuantityBody.@Nullable Per per,
      Amount inUnitOfAccount) {}

  /** An amount in the unit of account. */
  @Schema(name = "Amount")
  public record Amount(BigDecimal amount, String unit) {}

  /** The count at each rung, with the rest of the question unchanged. */
  @Schema(name = "CountByRung")
  public record ByRung(
      @JsonProperty("PLEDGED") IntervalView pledged,
      @JsonProperty("COMMITTED") IntervalView committed,
      @JsonProperty("ALLOCATED") IntervalView allocated,
      @JsonProperty("IN_PLACE") IntervalView inPlace) {
    static ByRung of(Map<Rung, Interval> counts) {
      return new ByRung(
          at(counts, Rung.PLEDGED),
          at(counts, Rung.COMMITTED),
          at(counts, Rung.ALLOCATED),
          at(counts, Rung.IN_PLACE));
    }

    private static IntervalView at(Map<Rung, Interval> counts, Rung rung) {
      return IntervalView.of(counts.getOrDefault(rung, Interval.ZERO));
    }
  }

  /** A pledge that counts and has no number. */
  @Schema(name = "Unquantified")
  public record Unquantified(
      String pledge,
      List<String> allies,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = AllyRowView.WITH_OTHERS)
          @Nullable Boolean withOthers,
      @Nullable String wording,
      IntervalView counted) {}

  /** The part of the count under one caveat. */
  @Schema(name = "UnderCaveat")
  public record UnderCaveat(String code, IntervalView counted) {

    static List<UnderCaveat> of(Map<String, Interval> amounts) {
      return amounts.entrySet().stream()
          .map(e -> new UnderCaveat(e.getKey(), IntervalView.of(e.getValue())))
          .toList();
    }
  }

  static RequirementCoverageView of(RequirementCoverage coverage, boolean explain) {
    Requirement requirement = coverage.requirement();
    Score score = coverage.score();
    Score.Pool pool = score.pool();
    return new RequirementCoverageView(
        requirement.code(),
        requirement.title(),
        requirement.capability(),
        List.copyOf(requirement.purposes()),
        List.copyOf(requirement.places()),
        List.copyOf(requirement.refuses()),
        required(coverage),
        coverage.unitOfAccount(),
        IntervalView.of(score.counted()),
        IntervalView.of(coverage.derived()),
        IntervalView.ofNullable(score.ratio()),
        IntervalView.ofNullable(score.fill()),
        IntervalView.ofNullable(score.gap()),
        IntervalView.ofNullable(score.surplus()),
        score.verdict(),
        pool == null ? null : IntervalView.of(pool.counted()),
        pool == null ? null : pool.needed(),
        pool == null ? null : IntervalView.ofNullable(pool.missing()),
        UnderCaveat.of(coverage.underCaveats()),
        OnStatedNumbersView.of(coverage),
        ByRung.of(coverage.byRung()),
        coverage.byAlly().stream().map(AllyRowView::of).toList(),
        coverage.unquantified().stream().map(TraceView::unquantified).toList(),
        coverage.unconverted().stream().map(UnconvertedView::of).toList(),
        coverage.conditions().stream().map(ConditionUnlockView::of).toList(),
        IntervalView.of(coverage.ifAllMet()),
        explain ? coverage.trace().stream().map(TraceView::of).toList() : null,
        coverage.byPayer().stream().map(AllyRowView::of).toList(),
        null);
  }

  /** A milestone has a verdict and no amounts. */
  static RequirementCoverageView of(MilestoneCoverage coverage, boolean explain) {
    Milestone milestone = coverage.milestone();
    return new RequirementCoverageView(
        milestone.code(),
        milestone.title(),
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        coverage.verdict(),
        null,
        null,
        null,
        List.of(),
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        explain ? List.of() : null,
        List.of(),
        milestone.milestone());
  }

  private static @Nullable Required required(RequirementCoverage coverage) {
    Requirement.Required required = coverage.requirement().required();
    BigDecimal inAccount = coverage.requiredInAccount();
    return required == null || inAccount == null
        ? null
        : new Required(
            required.amount(),
            required.unit(),
            QuantityBody.Per.of(required.perYear()),
            new Amount(inAccount, coverage.unitOfAccount()));
  }
}
