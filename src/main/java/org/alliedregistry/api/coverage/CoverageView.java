package org.alliedregistry.api.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.alliedregistry.api.pledge.IntervalView;
import org.alliedregistry.domain.coverage.Coverage;
import org.alliedregistry.domain.coverage.Verdict;
import org.alliedregistry.domain.coverage.contribution.AllyRole;
import org.alliedregistry.domain.pledge.Origin;
import org.alliedregistry.domain.pledge.Rung;
import org.alliedregistry.domain.reference.EvidenceGrade;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer to a coverage question, with the question it answers. */
@Schema(name = "Coverage", description = "How far the pledges cover a baseline, and why.")
public record CoverageView(
    CoverageQueryView.BaselineReference baseline,
    LocalDate validAt,
    @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The instant of the question. Left out if the question has none.")
        @Nullable Instant knownAt,
    Rung rung,
    EvidenceGrade evidence,
    List<String> assume,
    List<String> deny,
    @Nullable LocalDate availableOn,
    @Nullable Integer within,
    List<String> ally,
    List<String> without,
    List<String> refuse,
    @Nullable Integer rotation,
    @Schema(description = CoverageQueryView.RATES_ON) @Nullable LocalDate ratesOn,
    @Schema(
            description =
                "Who may see this answer: PUBLIC, COALITION, the code of an ally, or SECRETARIAT.")
        String audience,
    @Schema(description = "An opaque digest of the record that the answer was computed from.")
        String revision,
    @Schema(
            description =
                "The day of the last recorded statement, on any pledge or condition, that was said by"
                    + " validAt with the evidence of the question or stronger. Null if there is none.")
        @Nullable LocalDate recordThrough,
    List<RequirementCoverageView> requirements,
    @Schema(description = "The quantified requirement with the lowest fill.")
        @Nullable String binding,
    AllyRole role,
    List<String> financedBy,
    List<String> programme,
    List<Origin> origin) {

  static CoverageView of(Coverage coverage, CoverageRequest asked, boolean explain) {
    CoverageQueryView question = asked.echo(coverage.query());
    return new CoverageView(
        question.baseline(),
        coverage.query().view().validAt(),
        question.knownAt(),
        question.rung(),
        question.evidence(),
        question.assume(),
        question.deny(),
        question.availableOn(),
        question.within(),
        question.ally(),
        question.without(),
        question.refuse(),
        question.rotation(),
        question.ratesOn(),
        question.audience(),
        asked.registry().revision(),
        coverage.recordThrough(),
        lines(coverage, explain),
        coverage.binding(),
        question.role(),
        question.financedBy(),
        question.programme(),
        question.origin());
  }

  private static List<RequirementCoverageView> lines(Coverage coverage, boolean explain) {
    return coverage
        .query()
        .baseline()
        .inOrder(
            coverage.requirements().stream()
                .map(r -> RequirementCoverageView.of(r, explain))
                .toList(),
            coverage.milestones().stream()
                .map(m -> RequirementCoverageView.of(m, explain))
                .toList());
  }

  /** The rows of the table: each requirement, then its rows by ally. */
  Stream<Row> rows() {
    return requirements.stream()
        .flatMap(
            requirement ->
                Stream.concat(
                    Stream.of(Row.whole(this, requirement)),
                    requirement.byAlly().stream()
                        .map(row -> Row.ofAllies(this, requirement, row))));
  }

  /**
   * A row of the table of a coverage: a requirement as a whole, or the count of one ally or group.
   * An interval without a high has no upper bound.
   *
   * @param allies empty in the row of the requirement
   * @param counted of the requirement, or of the allies
   * @param stated the requirement on the stated numbers alone; null in the rows of allies, as all
   *     that follows
   */
  public record Row(
      LocalDate validAt,
      @Nullable LocalDate recordThrough,
      String requirement,
      String title,
      @Nullable String capability,
      List<String> allies,
      @Nullable Boolean withOthers,
      @Nullable String unit,
      @Nullable BigDecimal required,
      @Nullable IntervalView counted,
      @Nullable IntervalView stated,
      @Nullable IntervalView ratio,
      @Nullable IntervalView gap,
      @Nullable Verdict verdict,
      RequirementCoverageView.@Nullable ByRung byRung) {

    private static Row whole(CoverageView coverage, RequirementCoverageView requirement) {
      OnStatedNumbersView stated = requirement.onStatedNumbers();
      RequirementCoverageView.Required required = requirement.required();
      return new Row(
          coverage.validAt(),
          coverage.recordThrough(),
          requirement.code(),
          requirement.title(),
          requirement.capability(),
          List.of(),
          null,
          requirement.unit(),
          required == null ? null : required.inUnitOfAccount().amount(),
          requirement.counted(),
          stated == null ? null : stated.counted(),
          requirement.ratio(),
          requirement.gap(),
          requirement.verdict(),
          requirement.byRung());
    }

    private static Row ofAllies(
        CoverageView coverage, RequirementCoverageView requirement, AllyRowView row) {
      return new Row(
          coverage.validAt(),
          coverage.recordThrough(),
          requirement.code(),
          requirement.title(),
          requirement.capability(),
          row.allies(),
          row.withOthers(),
          requirement.unit(),
          null,
          new IntervalView(row.low(), row.high()),
          null,
          null,
          null,
          null,
          null);
    }
  }
}
