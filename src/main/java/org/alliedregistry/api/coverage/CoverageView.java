package org.alliedregistry.api.coverage;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.alliedregistry.domain.coverage.Coverage;
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
}
